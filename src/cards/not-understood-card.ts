import type { Labels } from '../language/labels.ts'
import type { NotUnderstoodData } from './card-data.ts'
import { button, foot, head, linesOf } from './fragments.ts'
import { askButton } from './look-up.ts'
import { type Rendered, render } from './render.ts'
import { verbs } from './verbs.ts'

/** A way on, for whoever wrote something that the bot has no answer to: what may have been meant, each as a button. */
export function notUnderstoodCard(
  { exampleWorkspace, maybe = [] }: NotUnderstoodData,
  labels: Labels,
): Rendered {
  const { notUnderstood } = labels
  const { title, intro } = maybe.length > 0 ? notUnderstood.maybe : notUnderstood
  const listsThem = maybe.some(({ intent }) => intent === 'list_workspaces')
  return render('not-understood', labels.locale, title, {
    head: head('emphasis', '?', title, [intro]),
    examples: linesOf(notUnderstood.examples(exampleWorkspace ?? 'ws-prod').map(labels.marks.quoted)),
    foot: foot(linesOf([notUnderstood.more])),
    actions: [
      ...maybe.map(({ intent, asked, ...about }) =>
        askButton(notUnderstood.suggestion(intent, about), asked),
      ),
      ...(listsThem ? [] : [button(verbs.listWorkspaces, labels.buttons.listWorkspaces, {})]),
      button(verbs.help, labels.buttons.help, {}),
    ],
  })
}
