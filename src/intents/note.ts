import type { Answer } from '../cards/answer-data.ts'
import type { LookUp } from '../cards/look-up.ts'
import type { IntentPorts } from './intent-ports.ts'

/**
 * What is said to a text that asks nothing: thanks, a yes or no where nothing was asked, a change that is not wanted, and
 * several changes at once. None of them changes anything.
 */
export function answerNote(asked: LookUp, { library }: Pick<IntentPorts, 'library'>): Answer {
  switch (asked.intent) {
    case 'negated_change':
      return { is: 'note', data: { is: 'negated' } }
    case 'multi_change': {
      const [collection] = asked.collections
      const first =
        asked.requestId === undefined
          ? (asked.fqdns[0] ?? asked.models[0] ?? library.collection(collection ?? '')?.name)
          : `#${asked.requestId}`
      return { is: 'note', data: first === undefined ? { is: 'multi' } : { is: 'multi', first } }
    }
    case 'affirm':
      return { is: 'note', data: { is: 'affirm' } }
    case 'deny':
      return { is: 'note', data: { is: 'deny' } }
    default:
      return { is: 'note', data: { is: 'smalltalk' } }
  }
}
