import { isOrdinary } from './ordinary-words.ts'
import { ordinary } from './spelling-guard.ts'

export interface Vocabulary {
  readonly words: ReadonlySet<string>
  /** From a word with one letter left out to the words that it may be. */
  readonly shortened: ReadonlyMap<string, readonly string[]>
}

/** Shorter words are one slip away from too many others. */
const shortest = 5

/** Indexes words so that one slip away is found without trying them all. A `*` stands for an ending and is dropped. */
export function vocabularyOf(words: readonly string[]): Vocabulary {
  const known = new Set(words.map(word => word.replace('*', '')))
  const shortened = new Map<string, string[]>()
  for (const word of known)
    if (word.length >= shortest && !word.startsWith('@'))
      for (const key of [word, ...withoutOneLetter(word)])
        shortened.set(key, [...(shortened.get(key) ?? []), word])
  return { words: new Set(words), shortened }
}

/**
 * The word of the vocabulary that is one slip away (a letter too many, too few, wrong, or two swapped), if there is only one;
 * else the word itself. An ordinary word is never corrected, nor is a first letter.
 */
export function spelledRight(word: string, { words, shortened }: Vocabulary): string {
  if (
    word.length < shortest - 1 ||
    words.has(word) ||
    ordinary.has(word) ||
    isOrdinary(word) ||
    !/^\p{L}+$/u.test(word)
  )
    return word
  // "Goin", "lookin".
  if (/\p{L}{2}in$/u.test(word) && words.has(`${word}g`)) return `${word}g`
  if (word.length < shortest) return word
  const near = new Set(
    [word, ...withoutOneLetter(word)]
      .flatMap(key => shortened.get(key) ?? [])
      .filter(each => each[0] === word[0] && isOneSlip(word, each)),
  )
  const [only, ...others] = near
  return only !== undefined && others.length === 0 && !isInflected(word, only) ? only : word
}

function withoutOneLetter(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
}

function isOneSlip(a: string, b: string): boolean {
  const lengths = a.length - b.length
  if (Math.abs(lengths) > 1) return false
  let at = 0
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at += 1
  if (lengths === 1) return a.slice(at + 1) === b.slice(at)
  if (lengths === -1) return a.slice(at) === b.slice(at + 1)
  if (a.slice(at + 1) === b.slice(at + 1)) return true
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** "allows" is not a misspelt "allow". */
function isInflected(a: string, b: string): boolean {
  const [short = '', long = ''] = a.length < b.length ? [a, b] : [b, a]
  return long.length === short.length + 1 && long.startsWith(short) && /[sdre]$/.test(long)
}
