import type { Labels } from '../language/labels.ts'
import type { HelpData } from './card-data.ts'
import { markdownText } from './escape.ts'
import { button, foot, head, linesOf, section } from './fragments.ts'
import { type Rendered, render } from './render.ts'
import { verbs } from './verbs.ts'

/** What the bot is for and what one can write to it. */
export function helpCard({ mayAsk, isApprover, exampleWorkspace }: HelpData, labels: Labels): Rendered {
  const { help } = labels
  return render('help', labels.locale, `${help.title}. ${help.intro}`, {
    head: head('accent', 'i', help.title, [help.intro, mayAsk ? '' : help.mayNotAsk]),
    examplesTitle: markdownText(labels.headings.examples),
    examples: help.examples(exampleWorkspace ?? 'ws-prod').map(({ say, gives }) => ({
      say: markdownText(labels.marks.quoted(say)),
      gives: markdownText(gives),
    })),
    sections: section(labels.headings.approvals, [help.requesting, isApprover ? help.approving : '']),
    foot: foot(linesOf([help.privacy])),
    actions: mayAsk ? [button(verbs.listWorkspaces, labels.buttons.listWorkspaces, {})] : [],
  })
}
