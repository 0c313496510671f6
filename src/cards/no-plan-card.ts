import type { Labels } from '../language/labels.ts'
import type { NoPlanData } from './card-data.ts'
import { button, head } from './fragments.ts'
import { type Rendered, render } from './render.ts'
import { verbs } from './verbs.ts'

/** Why nothing can be requested for this workspace. */
export function noPlanCard({ because, workspace }: NoPlanData, labels: Labels): Rendered {
  const title = labels.noPlan.title(because, workspace)
  const sentence = labels.noPlan.sentence(because, workspace)
  const settled = because.is === 'nothing-to-do'
  return render('no-plan', labels.locale, `${title}. ${sentence}`, {
    head: head(settled ? 'good' : 'emphasis', settled ? '✓' : 'i', title, [sentence]),
    actions: [
      button(verbs.listWorkspaces, labels.buttons.listWorkspaces, {}),
      button(verbs.help, labels.buttons.help, {}),
    ],
  })
}
