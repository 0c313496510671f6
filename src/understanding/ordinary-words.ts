import lists from './ordinary-words.json' with { type: 'json' }

const words = new Set([...lists.en, ...lists.fr].flatMap(row => row.split(' ')))

/** A word that everybody uses, in English or French: never taken for a misspelt name. `word`: lower case, no diacritics. */
export function isOrdinary(word: string): boolean {
  return words.has(word)
}
