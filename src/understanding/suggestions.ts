import { ranked, suggestible } from './classifier.ts'
import { type IntentName, isChange, type ReadIntent } from './parsed.ts'

/** Less sure than this, what else may have been meant is offered; what is none of ours by its words offers nothing. */
const unsure = { ours: 0.8, notOurs: 0.7 }
const atMost = 3

/**
 * How sure an intent is beside what the ranking of read-only intents says, and up to three others to offer, best first. The
 * intent stays what it is. `words`: of the whole text, spelt out and folded.
 */
export function weighed(
  intent: IntentName,
  sure: number,
  words: readonly string[],
): { readonly confidence: number; readonly suggestions: readonly ReadIntent[] } {
  // An order stands in a frame of its own, and what is no question of ours has nothing to be ranked with.
  if (isChange(intent) || (intent !== 'out_of_scope' && !suggestible.some(each => each === intent)))
    return { confidence: sure, suggestions: [] }
  const best = ranked(words).slice(0, atMost)
  const place = best.indexOf(intent)
  const doubt = intent === 'out_of_scope' || place === 0 ? 0 : place > 0 ? 0.1 : 0.2
  const confidence = Math.max(0.1, Math.round((sure - doubt) * 100) / 100)
  return {
    confidence,
    suggestions:
      confidence < (intent === 'out_of_scope' ? unsure.notOurs : unsure.ours)
        ? best.filter(each => each !== intent)
        : [],
  }
}
