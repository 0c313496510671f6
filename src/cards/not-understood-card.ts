import type { Labels } from '../language/labels.ts'
import type { NotUnderstoodData } from './card-data.ts'
import { button, foot, head, linesOf } from './fragments.ts'
import { type Rendered, render } from './render.ts'
import { verbs } from './verbs.ts'

/** A way on, for whoever wrote something that the bot has no answer to. */
export function notUnderstoodCard({ exampleWorkspace }: NotUnderstoodData, labels: Labels): Rendered {
  const { notUnderstood } = labels
  return render('not-understood', labels.locale, notUnderstood.title, {
    head: head('emphasis', '?', notUnderstood.title, [notUnderstood.intro]),
    examples: linesOf(notUnderstood.examples(exampleWorkspace ?? 'ws-prod').map(labels.marks.quoted)),
    foot: foot(linesOf([notUnderstood.more])),
    actions: [
      button(verbs.listWorkspaces, labels.buttons.listWorkspaces, {}),
      button(verbs.help, labels.buttons.help, {}),
    ],
  })
}
