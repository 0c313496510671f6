import type { Atom } from './atoms.ts'
import type { Listed, NameIndex } from './name-index.ts'
import { isOrdinary } from './ordinary-words.ts'
import { endsHere, placeOf } from './places.ts'

/** A run of atoms, `to` exclusive, that names something. Several values: whoever wrote it must say which. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly is: Listed['is'] | 'unknown-workspace'
  readonly values: readonly string[]
  /** Misspelt, or only part of a name: a workspace that is meant so is confirmed by the person. */
  readonly near?: 'misspelt' | 'part'
  /** A family with a number after it: a model's name that is misspelt may begin so, and goes before it. */
  readonly soft?: true
}

/** Words that may hang on a name by a hyphen: "Meta-models", "genai-hub-workspace". */
const tails =
  /^(?:models?|modeles?|collections?|family|famille|hosted|based|hub|workspaces?|mall[ei]\p{L}*|kokoelma\p{L}*|tyotila\p{L}*)$/u
/** Endings that Finnish hangs on a name. */
const endings = /^(.{2,}?)(?:i?ss[a]|i?st[a]|i?ll[ae]|i?lt[a]|i?n|i?in|a|ta)$/u

/** The names in a text, longest first: each uses up its words. */
export function namesIn(atoms: readonly Atom[], index: NameIndex): readonly Match[] {
  const found: Match[] = []
  for (let at = 0; at < atoms.length; ) {
    const match = beginsWord(atoms, at) ? matchAt(atoms, at, index) : undefined
    if (match !== undefined) found.push(match)
    at = match?.to ?? at + 1
  }
  return found
}

/** Whether a word begins here, and not within "x-y". */
export function beginsWord(atoms: readonly Atom[], at: number): boolean {
  return atoms[at]?.span === undefined && atoms[at - 1]?.glue !== 'joint'
}

/** How far a name may reach from here: over blanks and joints, not over punctuation. */
export function reachOf(atoms: readonly Atom[], at: number, most: number): number {
  let to = at
  while (to - at < most && atoms[to] !== undefined && atoms[to]?.span === undefined) {
    to += 1
    const glue = atoms[to - 1]?.glue
    if (glue !== 'blank' && glue !== 'joint') break
  }
  return to
}

function matchAt(atoms: readonly Atom[], from: number, index: NameIndex): Match | undefined {
  const keys: string[] = []
  let key = ''
  for (let to = from; to < reachOf(atoms, from, index.longest); to += 1) {
    key += atoms[to]?.text ?? ''
    keys.push(key)
  }
  for (let length = keys.length; length > 0; length -= 1) {
    const to = from + length
    const whole = keys[length - 1] ?? ''
    const listed = index.names.get(whole) ?? bare(whole, atoms[to - 1]?.text ?? '', length, index)
    const fits = listed?.filter(each => isWritten(each, atoms, from, to, index))
    const match = fits === undefined || fits.length === 0 ? undefined : chosen(fits, atoms, from, to)
    const soft = match?.is === 'collection' && isVersion(atoms[to]?.text) ? ({ soft: true } as const) : {}
    if (match !== undefined && endsWord(match, atoms)) return { ...match, ...soft }
    const begun = listed === undefined ? index.beginnings.get(whole) : undefined
    if (begun !== undefined && atoms[to - 1]?.glue !== 'joint')
      return { from, to, is: 'model', values: begun }
    if (match?.is === 'collection' && isVersion(atoms[to]?.text))
      return { ...match, ...soft, to: endOfWord(atoms, to) }
  }
  return undefined
}

/** The name without an ending that another language hung on it. */
function bare(key: string, last: string, length: number, index: NameIndex): readonly Listed[] | undefined {
  const stem = last.length > 3 ? endings.exec(last)?.[1] : undefined
  if (stem === undefined || isOrdinary(last)) return undefined
  const before = key.slice(0, key.length - last.length)
  for (const ending of [stem, `${stem}i`]) {
    const found = index.names.get(before + ending)?.filter(each => length > 1 || each.is !== 'workspace')
    if (found !== undefined && found.length > 0 && before.length + ending.length > 3) return found
  }
  return undefined
}

/** A name of one word is not found in two: "hi gh". Words that everybody uses need the name's own hyphens, or its place. */
function isWritten(
  listed: Listed,
  atoms: readonly Atom[],
  from: number,
  to: number,
  index: NameIndex,
): boolean {
  const run = atoms.slice(from, to)
  const apart = run.slice(0, -1).some(({ glue }) => glue === 'blank')
  if (
    listed.atoms === 1 &&
    apart &&
    !run.some(({ text }) => /\d/.test(text)) &&
    run.reduce((sum, { text }) => sum + text.length, 0) < 8
  )
    return false
  if (listed.is !== 'workspace' || (run.length > 1 && !apart)) return true
  if (!run.every(({ text }) => isOrdinary(text) || isAlias(text, index))) return true
  const place = placeOf(atoms, from, to)
  return (
    atoms.length === run.length ||
    place === 'named' ||
    (place === 'lead' && apart) ||
    (place === 'inside' && (apart || endsHere(atoms, to)))
  )
}

function isAlias(text: string, index: NameIndex): boolean {
  return index.names.get(text)?.some(({ is }) => is === 'collection') === true
}

/** A workspace before a model before a collection; a workspace that is called like one of these, only in a workspace's place. */
function chosen(
  listed: readonly Listed[],
  atoms: readonly Atom[],
  from: number,
  to: number,
): Match | undefined {
  const workspaces = listed.filter(each => each.is === 'workspace')
  const others = listed.filter(each => each.is !== 'workspace')
  const place = others.length > 0 && workspaces.length > 0 ? placeOf(atoms, from, to) : 'named'
  const meant =
    workspaces.length > 0 && place !== 'none' ? workspaces : others.length > 0 ? others : workspaces
  const model = meant.filter(each => each.is === 'model')
  const [first] = model.length > 0 ? model : meant
  if (first === undefined) return undefined
  const values = [...new Set(meant.filter(each => each.is === first.is).map(({ value }) => value))]
  return { from, to, is: first.is, values }
}

function endsWord({ to, is }: Match, atoms: readonly Atom[]): boolean {
  if (atoms[to - 1]?.glue !== 'joint') return true
  const tail = atoms[to]
  return (
    tail !== undefined &&
    tail.glue !== 'joint' &&
    tails.test(tail.text) &&
    (is !== 'workspace' || !/^(?:model|hub|famil|host|base)/.test(tail.text))
  )
}

/** "llama-3.1-405b": of the family, and no model that is listed. */
function isVersion(text: string | undefined): boolean {
  return text !== undefined && /^v?\d/.test(text)
}

/** The end of the word that the atom before `to` is in the middle of. */
export function endOfWord(atoms: readonly Atom[], to: number): number {
  let end = to
  while (atoms[end - 1]?.glue === 'joint' && atoms[end] !== undefined && atoms[end]?.span === undefined)
    end += 1
  return end
}
