import type { Atom } from './atoms.ts'
import { type NameIndex, siblingKey } from './name-index.ts'
import { beginsWord, endOfWord, type Match, reachOf } from './name-spans.ts'
import { isOrdinary } from './ordinary-words.ts'
import { endsHere, placeOf } from './places.ts'

/** Words in part of a name, at most. */
const mostWords = 4
/** Buttons at most. */
const mostCandidates = 5
const pronoun = /^(?:moi|toi|nous|vous|le|la|les|lui|leur|je|tu|il|elle|on|ils|elles|y|en|ce|ci|la)$/
const ofNetworks =
  /(?<![\p{L}\p{N}])(?:workspaces?|espaces?|networks?|reseaux?|vnets?|rules?|regles?|outbound|sortants?|fqdns?|hosts?|hotes?|isolation|isolated|isole|provision\p{L}*|models?|modeles?|collections?)(?![\p{L}\p{N}])/u

/** What stands where a workspace's name stands, and is none: part of some names, or like a name and absent. */
export function workspaceLikesIn(
  atoms: readonly Atom[],
  isTaken: (at: number) => boolean,
  index: NameIndex,
  folded: string,
  namesOther: boolean,
): readonly Match[] {
  const found: Match[] = []
  const speaksOfThem = namesOther || ofNetworks.test(folded)
  for (let from = 0; from < atoms.length; ) {
    if (isTaken(from) || !beginsWord(atoms, from)) {
      from += 1
      continue
    }
    const to = endOfWord(atoms, from + 1)
    const match = likeAt(atoms, from, to, index, speaksOfThem, folded)
    if (match !== undefined) found.push(match)
    from = match?.to ?? to
  }
  return found
}

function likeAt(
  atoms: readonly Atom[],
  from: number,
  to: number,
  index: NameIndex,
  speaksOfThem: boolean,
  folded: string,
): Match | undefined {
  const texts = atoms.slice(from, to).map(({ text }) => text)
  // "Provisionne-moi", "peut-on": a French verb and its pronoun.
  if (texts.length > 1 && pronoun.test(texts.at(-1) ?? '') && texts.every(text => /^\p{L}+$/u.test(text)))
    return undefined
  const place = placeOf(atoms, from, to)
  const alone = atoms.length === texts.length
  const standsThere = place !== 'none' || alone
  if (texts.length > 1 || /\d/.test(texts[0] ?? '')) {
    // Files, versions and products have dots; a workspace with one is known by its exact name.
    if (folded.slice(atoms[from]?.start, atoms[to - 1]?.end).includes('.')) return undefined
    const key = siblingKey(texts)
    const isNamed = texts.length > 1 && key !== '' && index.siblings.has(key)
    if (!isNamed && !isNameLike(texts)) return undefined
    const isSibling = isNamed || (texts.length > 1 && index.beginningsOfWorkspaces.has(texts[0] ?? ''))
    const some = texts.length > 1 ? having(texts, index) : []
    if (some.length > 0 && (standsThere || isSibling))
      return { from, to, is: 'workspace', values: some, near: 'part' }
    if (standsThere || isSibling)
      return {
        from,
        to,
        is: 'unknown-workspace',
        values: [folded.slice(atoms[from]?.start, atoms[to - 1]?.end)],
      }
    return undefined
  }
  const part = speaksOfThem ? partAt(atoms, from, index) : undefined
  return (
    part ?? (isCalled(atoms, from, to) ? { from, to, is: 'unknown-workspace', values: texts } : undefined)
  )
}

/** "workspace foobar": said to be one, whatever it looks like. */
function isCalled(atoms: readonly Atom[], from: number, to: number): boolean {
  const [before, atom] = [atoms[from - 1], atoms[from]]
  if (before?.text !== 'workspace' || before.glue !== 'blank' || atom === undefined) return false
  return atom.text.length > 2 && !isOrdinary(atom.text) && endsHere(atoms, to)
}

/** Part of a name, longest first, where a workspace's name stands: "in claims ai". */
function partAt(atoms: readonly Atom[], from: number, index: NameIndex): Match | undefined {
  for (let to = reachOf(atoms, from, mostWords); to > from; to -= 1) {
    const run = atoms.slice(from, to).map(({ text }) => text)
    const [first = ''] = run
    if (first.length < 3 || functionWords.has(first) || atoms[to - 1]?.glue === 'joint') continue
    const place = placeOf(atoms, from, to)
    if (place !== 'named' && !(place === 'inside' && endsHere(atoms, to))) continue
    const some = having(run, index)
    if (some.length > 0) return { from, to, is: 'workspace', values: some, near: 'part' }
  }
  return undefined
}

const functionWords = new Set(
  'the a an our my this that which what any all each every some no new one it them this there ws workspace workspaces le la les un une des notre nos mon ce cet cette quel quels quelle quelles tous toutes'.split(
    ' ',
  ),
)

/** "Non-techie", "re-run": one word. */
const prefix =
  /^(?:non|re|un|semi|multi|self|co|anti|ex|mid|over|sub|inter|intra|quasi|ultra|auto|micro|mega|mi|sous|demi)$/

/** Regions are named after these: "us-east-1". */
const compass = /^(?:north|south|east|west|central)/

/** Written like the name of a workspace: of several parts, not all of which are words that everybody uses. */
function isNameLike(texts: readonly string[]): boolean {
  const [first = ''] = texts
  if (texts.length === 2 && prefix.test(first)) return false
  if (!texts.some(text => /\p{L}/u.test(text)) || /^\d/.test(first) || first.length > 40) return false
  if (texts.length === 1) return /^\p{L}{2,}\d+[\p{L}\d]*$/u.test(first) && first.length > 5
  return (
    texts.some(text => !isOrdinary(text)) && !(texts.some(text => compass.test(text)) && texts.length < 4)
  )
}

/** Workspaces that have all these in their names, one after another. */
function having(texts: readonly string[], index: NameIndex): readonly string[] {
  const [first = ''] = texts
  const joined = texts.join('')
  const some: string[] = []
  for (const { name, key } of index.parts.get(first) ?? []) {
    if (some.length === mostCandidates) break
    if (key.includes(joined)) some.push(name)
  }
  return some
}
