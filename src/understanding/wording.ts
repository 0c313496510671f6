import type { Named, Reading } from './reading.ts'
import { shorthand } from './shorthand.ts'

/** One spoken word, spelt out and folded; what names something stands as `@workspace`, `@fqdn` and so on. */
export interface Word {
  readonly text: string
  readonly names?: Named
  readonly value?: string
}

/** A run of words between two marks of punctuation. */
export interface Clause {
  readonly words: readonly Word[]
  /** The mark that ends it; a comma where the sentence goes on. */
  readonly ends: string
  /** Counts from 0. Clauses with commas between them are one sentence. */
  readonly sentence: number
}

const elisions: Readonly<Record<string, string>> = {
  l: 'l',
  d: 'de',
  j: 'je',
  m: 'me',
  t: 'te',
  s: 'se',
  n: 'ne',
  c: 'ce',
  qu: 'que',
  jusqu: 'jusque',
  lorsqu: 'lorsque',
  puisqu: 'puisque',
}
const endings: Readonly<Record<string, string>> = { ll: 'will', ve: 'have', re: 'are', d: 'would', m: 'am' }
const takesIs = new Set([
  ...[
    'what',
    'how',
    'where',
    'who',
    'when',
    'why',
    'that',
    'it',
    'there',
    'here',
    'he',
    'she',
    'this',
    'which',
  ],
  ...['everything', 'something', 'everybody', 'nothing'],
])

/** Lower case, compatibility forms and diacritics folded away, typographic quotes made plain. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/œ/g, 'oe')
}

/** Spells out contractions, elisions, hyphens and the shorthand of phones, in English and French. */
export function spellOut(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}'@]+/u)
    .flatMap(piece => apart(piece.replace(/^'+|'+$/g, '')))
    .filter(word => word !== '')
}

function apart(piece: string): readonly string[] {
  const known = shorthand.get(piece)
  if (known !== undefined) return known
  const at = piece.indexOf("'")
  if (at < 0) return [piece]
  const [before, after] = [piece.slice(0, at), piece.slice(at + 1)]
  if (piece === "aujourd'hui") return ['aujourdhui']
  const elided = elisions[before]
  if (elided !== undefined)
    return before === 's' && after.startsWith('il') ? ['si', after] : [elided, ...apart(after)]
  if (after === 't' && before.endsWith('n')) return [before.slice(0, -1), 'not']
  if (after === 's') return takesIs.has(before) ? [before, 'is'] : before === 'let' ? ['let', 'us'] : [before]
  const ending = endings[after]
  return ending === undefined ? [before, ...apart(after)] : [before, ending]
}

/** "N'ouvre" comes as two words; "n ws-prod" is a hurried "and". */
function elidedBefore(text: string, next: string | undefined): string | undefined {
  const whole = elisions[text]
  if (whole !== undefined && /^[aeiouhy]/.test(next ?? ''))
    return text === 's' && /^ils?$/.test(next ?? '') ? 'si' : whole
  return text === 'n' ? 'and' : undefined
}

const requestWord =
  /^(?:number|numero|no|nr|num|dema?m?n?d?e?s?|dema?n?de|demm?ande|demende|requ?e?st|req|approval|validation|requete|ticket)$/

/** "Number 88" and a misspelt "demmande 29" mean a request too, where a decision is asked for. */
function isRequestNumber(tokens: Reading['tokens'], at: number): boolean {
  const before = tokens[at - 1]?.text ?? ''
  const decides = tokens
    .slice(0, at)
    .some(({ text }) => /^(?:aprr?ouv|appro|aprov|reject|rejet|refus|valid|declin|accept)/.test(text))
  return decides && /^\d{1,7}$/.test(tokens[at]?.text ?? '') && requestWord.test(before)
}

/** The clauses of what was read, in order, none of them empty. */
export function clausesOf({ tokens }: Pick<Reading, 'tokens'>): readonly Clause[] {
  const clauses: Clause[] = []
  let words: Word[] = []
  let sentence = 0
  const close = (ends: string) => {
    if (words.length > 0) clauses.push({ words, ends, sentence })
    else if (ends === '?' || ends === ':') {
      const last = clauses.pop()
      if (last !== undefined) clauses.push({ ...last, ends })
    }
    words = []
    if (/[.!?;\n]/.test(ends)) sentence += 1
  }
  tokens.forEach((token, at) => {
    const elided = elidedBefore(token.text, tokens[at + 1]?.text)
    if (isRequestNumber(tokens, at)) words.push({ text: '@request', names: 'request', value: token.text })
    else if (elided !== undefined) words.push({ text: elided })
    else if (token.names === undefined) words.push(...spellOut(token.text).map(text => ({ text })))
    else
      words.push({
        text: `@${token.names === 'unknown-workspace' ? 'workspace' : token.names}`,
        names: token.names,
        ...(token.value === undefined ? {} : { value: token.value }),
      })
    const next = tokens[at + 1]
    if (token.ends !== undefined) close(token.ends)
    else if (next === undefined || next.clause !== token.clause || token.comma) close(',')
  })
  return clauses
}
