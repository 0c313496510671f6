import type { Labels } from '../language/labels.ts'
import type { NoteMatter } from '../language/matter.ts'
import { answerView } from './answer-view.ts'
import { button, head } from './fragments.ts'
import { askButton, lookUp } from './look-up.ts'
import type { Rendered } from './render.ts'
import { verbs } from './verbs.ts'

/** A friendly sentence where nothing was asked that reads or changes anything. */
export function noteCard(note: NoteMatter, labels: Labels): Rendered {
  const { title, text } = labels.answers.note(note)
  return answerView(
    `${title}. ${text}`,
    {
      head: head('emphasis', note.is === 'unknown-model' ? '?' : 'i', title, [text]),
      actions: [
        button(verbs.help, labels.buttons.help, {}),
        ...(note.is === 'unknown-model'
          ? [askButton(labels.buttons.compare, lookUp('compare_collections'))]
          : []),
      ],
    },
    labels,
  )
}
