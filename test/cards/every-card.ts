import { languages } from '../../src/language/languages.ts'
import { cardsIn } from './cards-in.ts'

/** Every card in every state, by language: what the gallery shows. */
export function everyCard() {
  return Object.fromEntries(
    Object.entries(languages).map(([language, labels]) => [
      language,
      cardsIn(labels).map(({ name, rendered }) => ({ name, card: rendered.card })),
    ]),
  )
}
