import type { Labels } from '../language/labels.ts'
import type { TroubleData } from './card-data.ts'
import { button, foot, head, linesOf, notice } from './fragments.ts'
import { type Rendered, render } from './render.ts'
import { verbs } from './verbs.ts'

/** Longer than this no message of Azure's is shown. */
const messageShown = 400

/** What is wrong with Azure, in one sentence, and what to do. */
export function troubleCard({ trouble, workspace }: TroubleData, labels: Labels): Rendered {
  const title = labels.trouble.title(trouble, workspace)
  const sentence = labels.trouble.sentence(trouble, workspace)
  const message = 'message' in trouble ? trouble.message.slice(0, messageShown) : ''
  return render('trouble', labels.locale, `${title}. ${sentence}`, {
    head: head('attention', '×', title, [sentence]),
    notices: message === '' ? [] : notice('emphasis', labels.trouble.azureSays, [message]),
    foot: foot(linesOf([labels.trouble.nothingLost])),
    actions: [
      button(verbs.listWorkspaces, labels.buttons.listWorkspaces, {}),
      button(verbs.help, labels.buttons.help, {}),
    ],
  })
}
