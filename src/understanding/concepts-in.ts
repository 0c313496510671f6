import type { Concept, Phrases } from './concept.ts'
import { english } from './lexicon-en.ts'
import { french } from './lexicon-fr.ts'
import { spelledRight, vocabularyOf } from './spelling.ts'
import { type Clause, spellOut } from './wording.ts'

interface Phrase {
  readonly concept: Concept
  readonly words: readonly string[]
}

/** Where a concept was said. */
export interface Said {
  readonly concept: Concept
  /** Of the words without fillers, from 0. */
  readonly from: number
  readonly to: number
}

/** Carry nothing: neither in a text nor in a phrase are they looked at. */
const fillers = new Set(
  `a an the please just really actually simply also exactly currently quite very le la les l un une bien donc alors hmm hm uh um
  euh bah ben ah oh du tho though vraiment juste simplement quick quickly maybe perhaps again`.split(/\s+/),
)
const sameAs: Readonly<Record<string, string>> = { des: 'de', au: 'a', aux: 'a', authorise: 'authorize' }
const bucketLetters = 3

/** The words that can carry meaning. */
export function bareWords(words: readonly string[]): readonly string[] {
  return words.filter(word => !fillers.has(word)).map(word => sameAs[word] ?? word)
}

const phrases: readonly Phrase[] = [english, french].flatMap((language: Phrases) =>
  (Object.keys(language) as Concept[]).flatMap(concept =>
    language[concept].split(',').map(phrase => ({
      concept,
      words: bareWords(
        phrase
          .trim()
          .split(/\s+/)
          .flatMap(word =>
            word.endsWith('*') ? [`${spellOut(word.slice(0, -1)).join(' ')}*`] : spellOut(word),
          )
          .flatMap(word => word.split(' ')),
      ),
    })),
  ),
)
const buckets = new Map<string, Phrase[]>()
for (const phrase of phrases) {
  const [first = ''] = phrase.words
  const key = first.replace('*', '').slice(0, bucketLetters)
  if (phrase.words.length > 0) buckets.set(key, [...(buckets.get(key) ?? []), phrase])
}
/** Every word that some phrase is made of. */
export const vocabulary = vocabularyOf(phrases.flatMap(({ words }) => words))

/** What was said, and the words in which it was, corrected towards the vocabulary. */
export function conceptsIn(clauses: readonly Clause[]): {
  readonly words: readonly string[]
  readonly said: readonly Said[]
} {
  const words = bareWords(
    clauses.flatMap(clause => clause.words.map(({ text }) => spelledRight(text, vocabulary))),
  )
  const said = words.flatMap((word, from) =>
    (buckets.get(word.slice(0, bucketLetters)) ?? [])
      .filter(phrase => phrase.words.every((each, at) => fits(each, words[from + at])))
      .map(phrase => ({ concept: phrase.concept, from, to: from + phrase.words.length })),
  )
  const many = said.filter(({ from, to }) => to - from > 1)
  // "Public access" is no access, and "pay as you go" costs nothing by itself: the longer phrase is meant.
  return { words, said: said.filter(each => !many.some(other => isWithin(each, other))) }
}

function isWithin(a: Said, b: Said): boolean {
  return a.from >= b.from && a.to <= b.to && a.to - a.from < b.to - b.from && a.concept !== b.concept
}

function fits(pattern: string, word: string | undefined): boolean {
  if (word === undefined) return false
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : pattern === word
}
