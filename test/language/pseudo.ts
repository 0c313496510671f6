import { en } from '../../src/language/en.ts'
import type { Labels } from '../../src/language/labels.ts'

const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aeiouycnszAEIOUYCNSZ'].map((letter, at) => [letter, [...'àéîöüýçñšžÀÉÎÖÜÝÇÑŠŽ'][at] ?? letter]),
)

/** As a translator's longest language would have it: accents, and some two fifths more, between brackets. */
export function pseudonym(text: string): string {
  const accented = text.replace(/[A-Za-z]/g, letter => accents[letter] ?? letter)
  return text === '' ? '' : `⟦${accented}${' ·'.repeat(Math.ceil(text.length / 5))}⟧`
}

function spokenOtherwise<T>(node: T): T {
  if (typeof node === 'string') return pseudonym(node) as T
  if (typeof node === 'function')
    return ((...told: readonly unknown[]) =>
      spokenOtherwise((node as (...told: readonly unknown[]) => unknown)(...told))) as T
  if (Array.isArray(node)) return node.map(spokenOtherwise) as T
  if (typeof node === 'object' && node !== null)
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, spokenOtherwise(value)])) as T
  return node
}

/** A third language, made of the first: what it says is told from everything else at a glance. */
export const pseudo: Labels = { ...spokenOtherwise(en), locale: 'en-XA' }

/** What a text says outside the brackets, the last of which may have been cut off. */
export function outside(text: string): string {
  const less = text.replace(/⟦[^⟦⟧]*⟧/g, ' ')
  return less === text ? text.replace(/⟦.*$/s, ' ') : outside(less)
}
