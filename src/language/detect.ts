import { signs } from './languages.ts'
import type { Signs } from './signs.ts'

/** Longer texts are cut: a language shows in its first words. */
const longest = 1_000

/**
 * The tag of the language that a text is written in, where its words leave no doubt. Neither names nor what stands in
 * quotation marks count, nor does a text in two languages.
 */
export function languageOf(text: string, among: Readonly<Record<string, Signs>> = signs): string | undefined {
  const plain = text
    .slice(0, longest)
    .normalize('NFC')
    .replace(/’/g, "'")
    .replace(/```[\s\S]*?(?:```|$)|`[^`\n]*`|"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|\bhttps?:\/\/\S+/g, ' ')
  const tokens = (plain.match(/[\p{L}\p{N}][\p{L}\p{N}_.'/-]*/gu) ?? []).map(raw =>
    raw.replace(/[.'/_-]+$/, ''),
  )
  const [best, second] = Object.entries(among)
    .map(([tag, of]) => ({ tag, points: pointsOf(tokens, of) }))
    .toSorted((a, b) => b.points - a.points)
  if (best === undefined || best.points < 2 || best.points < 3 * (second?.points ?? 0)) return undefined
  return best.tag
}

function pointsOf(tokens: readonly string[], { words, looks }: Signs): number {
  const pointsFor = (token: string, index: number): number =>
    words.has(token.toLowerCase()) ? 2 : (looks?.(index === 0 ? lowered(token) : token) ?? 0)
  return tokens.reduce((sum, token, index) => sum + pointsFor(token, index), 0)
}

/** A capital makes a name, but not that of the first word; what stands before an apostrophe is for the language to judge. */
function lowered(token: string): string {
  return /^\p{L}'/u.test(token) ? token : token.toLowerCase()
}
