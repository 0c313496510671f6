import { cardsIn, type Sample } from './cards-in.ts'
import { labels } from './sample-verdicts.ts'

/** Every card in every state, in English. */
export const samples: readonly Sample[] = cardsIn(labels)
