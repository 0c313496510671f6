import { featuresOf, places, suggestible } from '../../src/understanding/classifier.ts'
import { conceptsIn } from '../../src/understanding/concepts-in.ts'
import type { ReadIntent } from '../../src/understanding/parsed.ts'
import { read } from '../../src/understanding/read.ts'
import { clausesOf } from '../../src/understanding/wording.ts'
import { corpusIndex, linesOf } from './corpus-index.ts'

interface Labelled {
  readonly text: string
  readonly intent: string
  readonly context?: object
}

const rounds = 12
const most = 127

/**
 * Trains the ranking of read-only intents on the development texts and our own: an averaged perceptron in whole numbers, so that
 * it comes out the same everywhere. Texts that lean on a conversation are left out.
 */
export function trainedWeights(): Readonly<Record<string, string>> {
  const texts = ['development', 'fresh-development', 'own'].flatMap(part =>
    linesOf<Labelled>(`corpus/${part}.jsonl`),
  )
  const samples = texts.flatMap(({ text, intent, context }) => {
    const meant = suggestible.indexOf(intent as ReadIntent)
    if (meant < 0 || (context !== undefined && Object.keys(context).length > 0)) return []
    return [{ meant, features: featuresOf(conceptsIn(clausesOf(read(text, corpusIndex))).words) }]
  })
  const now = suggestible.map(() => new Int32Array(places))
  const sums = suggestible.map(() => new Float64Array(places))
  let left = rounds * samples.length
  for (let round = 0; round < rounds; round += 1)
    for (let step = 0; step < samples.length; step += 1) {
      // A fixed stride visits them all in another order each round.
      const sample = samples[(step * 7 + round * 13) % samples.length]
      if (sample !== undefined) {
        const guess = bestOf(now, sample.features)
        if (guess !== sample.meant)
          for (const place of sample.features) {
            change(now, sums, sample.meant, place, 1, left)
            change(now, sums, guess, place, -1, left)
          }
      }
      left -= 1
    }
  const largest = Math.max(...sums.map(row => row.reduce((most, each) => Math.max(most, Math.abs(each)), 1)))
  return Object.fromEntries(
    suggestible.map((intent, at) => [
      intent,
      Buffer.from(
        Int8Array.from(sums[at] ?? [], each => Math.round((each / largest) * most)).buffer,
      ).toString('base64'),
    ]),
  )
}

function change(
  now: readonly Int32Array[],
  sums: readonly Float64Array[],
  row: number,
  place: number,
  by: number,
  left: number,
): void {
  const [weights, sum] = [now[row], sums[row]]
  if (weights === undefined || sum === undefined) return
  weights[place] = (weights[place] ?? 0) + by
  // As much as it would have added up to in all the steps that are left.
  sum[place] = (sum[place] ?? 0) + by * left
}

function bestOf(rows: readonly Int32Array[], features: readonly number[]): number {
  const scores = rows.map(row => features.reduce((sum, place) => sum + (row[place] ?? 0), 0))
  return scores.indexOf(Math.max(...scores))
}
