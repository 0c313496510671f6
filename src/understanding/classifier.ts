import weights from './classifier-weights.json' with { type: 'json' }
import { type ReadIntent, readIntents } from './parsed.ts'

/** What may be suggested: to say hello or no is never what somebody meant instead. */
export const suggestible: readonly ReadIntent[] = readIntents.filter(
  each => !/^(?:smalltalk|affirm|deny|negated_change|multi_change|out_of_scope)$/.test(each),
)

/** How many places features are hashed to; a power of two. */
export const places = 4_096

/** Where the features of a text are: its words, pairs of them, and the letters they are made of. `words`: spelt out and folded. */
export function featuresOf(words: readonly string[]): readonly number[] {
  const pairs = words.map((word, at) => `${words[at - 1] ?? ''} ${word}`)
  const letters = words
    .filter(word => !word.startsWith('@'))
    .flatMap(word =>
      Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => `#${` ${word} `.slice(at, at + 4)}`),
    )
  return [...words, ...pairs, ...letters].map(placeOf)
}

/** FNV-1a: the same on every machine. */
function placeOf(feature: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193)
  return (hash >>> 0) & (places - 1)
}

const rows = suggestible.map(intent => {
  const row = (weights as Readonly<Partial<Record<string, string>>>)[intent] ?? ''
  return { intent, weights: Int8Array.from(atob(row), letter => letter.charCodeAt(0)) }
})

/** Layer 6: read-only intents that a text may mean, best first. It ranks, and decides nothing. */
export function ranked(words: readonly string[]): readonly ReadIntent[] {
  const features = featuresOf(words)
  return rows
    .map(({ intent, weights }) => ({
      intent,
      score: features.reduce((sum, place) => sum + (weights[place] ?? 0), 0),
    }))
    .sort((a, b) => b.score - a.score)
    .map(({ intent }) => intent)
}
