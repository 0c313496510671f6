import { distance } from 'fastest-levenshtein'
import type { Atom } from './atoms.ts'
import { type NameIndex, type Near, nearKey } from './name-index.ts'
import { shapeOf } from './name-key.ts'
import { beginsWord, type Match, reachOf } from './name-spans.ts'
import { isOrdinary } from './ordinary-words.ts'
import { placeOf } from './places.ts'

/** A misspelt name is at most so many words. */
const mostWords = 6
/** Names that are looked at closely in one text, at most: hostile texts cost no more than others. */
const mostWork = 2_000

/** Counts what was looked at closely. */
export interface Work {
  compared: number
}

/** What a run of words that name nothing may be a misspelling of. Digits, stages and short words agree exactly. */
export function nearNamesIn(
  atoms: readonly Atom[],
  isTaken: (at: number) => boolean,
  index: NameIndex,
  work: Work,
): readonly Match[] {
  const found: Match[] = []
  let free = 0
  for (let from = 0; from < atoms.length; from += 1) {
    if (from < free || isTaken(from) || !beginsWord(atoms, from)) continue
    const match = bestAt(atoms, from, isTaken, index, work)
    if (match === undefined) continue
    found.push(match)
    free = match.to
  }
  return found
}

function bestAt(
  atoms: readonly Atom[],
  from: number,
  isTaken: (at: number) => boolean,
  index: NameIndex,
  work: Work,
): Match | undefined {
  let best: { readonly match: Match; readonly edits: number } | undefined
  const reach = reachOf(atoms, from, mostWords)
  const texts: string[] = []
  let odd = false
  for (let to = from + 1; to <= reach && !isTaken(to - 1); to += 1) {
    const last = atoms[to - 1]
    if (last === undefined) break
    texts.push(last.text)
    odd ||= !isOrdinary(last.text)
    // "what huggin": a window with nothing odd at its beginning only adds words that are spelt right.
    if (!odd || last.glue === 'joint' || index.names.has(texts.join(''))) continue
    const { exact, loose } = shapeOf(texts)
    if (loose.length < 4 || loose.length > 42) continue
    const isNameLike = to - from > 1 && (exact !== '' || atoms[from]?.glue === 'joint')
    for (const ofWorkspace of [false, true]) {
      if (ofWorkspace && !isNameLike && placeOf(atoms, from, to) === 'none') continue
      const near = nearest(loose, exact, ofWorkspace, index, work)
      if (near === undefined || (best !== undefined && best.edits <= near.edits)) continue
      const is = near.listed[0]?.is ?? 'workspace'
      const values = [...new Set(near.listed.filter(each => each.is === is).map(({ value }) => value))]
      best = { match: { from, to, is, values, near: 'misspelt' }, edits: near.edits }
    }
  }
  return best?.match
}

function nearest(loose: string, exact: string, ofWorkspace: boolean, index: NameIndex, work: Work) {
  let best: { listed: Near[]; edits: number } | undefined
  for (let length = Math.max(5, loose.length - 2); length <= loose.length + 2; length += 1)
    for (const name of index.near.get(nearKey(ofWorkspace, exact, loose, length)) ?? []) {
      if (work.compared >= mostWork) return best
      work.compared += 1
      const edits = editsBetween(loose, name.loose)
      if (edits > (name.loose.length < 8 ? 1 : 2) || (best !== undefined && best.edits < edits)) continue
      if (best?.edits === edits) best.listed.push(name)
      else best = { listed: [name], edits }
    }
  return best
}

/** Levenshtein's distance, where two neighbours in each other's place are one error. */
export function editsBetween(a: string, b: string): number {
  const edits = distance(a, b)
  if (edits !== 2 || a.length !== b.length) return edits
  const at = [...a].findIndex((letter, place) => letter !== b[place])
  return a[at] === b[at + 1] && a[at + 1] === b[at] ? 1 : edits
}
