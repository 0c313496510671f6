import type { Atom } from './atoms.ts'
import type { Match } from './name-spans.ts'
import type { Named, Token } from './reading.ts'

interface Piece {
  readonly start: number
  readonly end: number
  readonly names?: Named
  readonly value?: string
}

const conjunctions =
  /^\s*[,-]+\s*(?:and|but|or|so|because|then|while|although|et|mais|ou|donc|car|puis|alors|sinon)(?![\p{L}\p{N}])/u
/** What French leaves out the vowel of: "l'operation" is two words. */
const elided = new Set(['l', 'd', 'j', 'm', 't', 's', 'n', 'c', 'qu', 'jusqu', 'lorsqu', 'puisqu'])
const ligatures = /[\u0153\u00e6\u00df]/g
const spelt: Readonly<Record<string, string>> = { '\u0153': 'oe', '\u00e6': 'ae', '\u00df': 'ss' }

/** The words and names of a text, one after another, each in its clause. */
export function tokensOf(
  folded: string,
  atoms: readonly Atom[],
  matches: readonly Match[],
): readonly Token[] {
  const pieces = piecesOf(atoms, matches)
  let clause = 0
  return pieces.map(({ start, end, names, value }, at) => {
    const next = pieces[at + 1]
    const ends = endAfter(folded, end, next?.start)
    const text = folded.slice(start, end).replace(ligatures, letter => spelt[letter] ?? letter)
    const token: Token = {
      text,
      clause,
      ...(names === undefined ? {} : { names }),
      ...(value === undefined ? {} : { value }),
      ...(ends === undefined ? {} : { ends }),
      ...(ends === undefined && pausesAfter(folded, end, next?.start) ? { comma: true } : {}),
    }
    if (ends !== undefined) clause += 1
    return token
  })
}

function piecesOf(atoms: readonly Atom[], matches: readonly Match[]): readonly Piece[] {
  const pieces: Piece[] = []
  const begins = new Map(matches.map(match => [match.from, match]))
  for (let at = 0; at < atoms.length; ) {
    const atom = atoms[at]
    if (atom === undefined) break
    const match = begins.get(at)
    const last = atoms[(match?.to ?? at + 1) - 1] ?? atom
    if (match !== undefined) {
      const [value] = match.values
      pieces.push({
        start: atom.start,
        end: last.end,
        names: match.is,
        ...(value === undefined || match.values.length > 1 || match.near === 'part' ? {} : { value }),
      })
      at = afterEnding(atoms, match.to)
      continue
    }
    if (atom.span !== undefined) {
      const { is, value } = atom.span
      pieces.push({
        start: atom.start,
        end: atom.end,
        ...(is === 'word' ? {} : { names: is }),
        ...(value === undefined ? {} : { value }),
      })
      at = afterEnding(atoms, at + 1)
      continue
    }
    const to = endOfPlain(atoms, at, begins)
    pieces.push({ start: atom.start, end: atoms[to - 1]?.end ?? atom.end })
    at = to
  }
  return pieces
}

/** "don't" and "peut-on" are one word, "l'operation" two. */
function endOfPlain(atoms: readonly Atom[], from: number, begins: ReadonlyMap<number, Match>): number {
  let to = from + 1
  for (; to < atoms.length && !begins.has(to) && atoms[to]?.span === undefined; to += 1) {
    const before = atoms[to - 1]
    if (before?.glue === 'joint') continue
    if (before?.glue !== 'apostrophe' || elided.has(before.text)) break
  }
  return to
}

/** After a name, its "'s" says nothing. */
function afterEnding(atoms: readonly Atom[], at: number): number {
  return atoms[at - 1]?.glue === 'apostrophe' && atoms[at]?.text === 's' ? at + 1 : at
}

/** The punctuation that ends a clause between here and the next word. */
function endAfter(folded: string, end: number, next: number | undefined): string | undefined {
  const between = folded.slice(end, next ?? folded.length)
  const isLast = next === undefined
  const mark =
    /\?/.exec(between) ?? /!/.exec(between) ?? (isLast ? /[.;:\n]/ : /[.;\n]|:(?=\s)/).exec(between)
  if (
    mark !== null &&
    !(
      mark[0] === '.' &&
      /(?:^|[\s(])(?:e\.g|i\.e|p\.ex|vs|cf|n)$/.test(folded.slice(Math.max(0, end - 6), end))
    )
  )
    return mark[0]
  return next !== undefined && conjunctions.test(folded.slice(end, next + 12))
    ? (/[,-]/.exec(between)?.[0] ?? ',')
    : undefined
}

/** A comma or a free-standing dash before the next word. */
function pausesAfter(folded: string, end: number, next: number | undefined): boolean {
  return next !== undefined && /,|\s-+\s/.test(folded.slice(end, next))
}
