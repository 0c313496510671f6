import { describe, expect, it } from 'vitest'
import { en } from '../../src/language/en.ts'
import type { Labels } from '../../src/language/labels.ts'
import { labelsFor, languages } from '../../src/language/languages.ts'
import { elementsOf, textOf } from '../cards/card-reading.ts'
import { cardsIn } from '../cards/cards-in.ts'
import { ownWords } from './own-words.ts'

/** A language made of another: each text stands in brackets. */
function bracketed<T>(node: T): T {
  if (typeof node === 'string') return `⟦${node}⟧` as T
  if (typeof node === 'function')
    return ((...told: readonly unknown[]) =>
      bracketed((node as (...told: readonly unknown[]) => unknown)(...told))) as T
  if (Array.isArray(node)) return node.map(bracketed) as T
  if (typeof node === 'object' && node !== null)
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, bracketed(value)])) as T
  return node
}

const pseudo: Labels = { ...bracketed(en), locale: 'en-XA' }
const all = { ...languages, en: pseudo, xx: pseudo }

/** What a text says outside the brackets. */
function outside(text: string): string {
  const less = text.replace(/⟦[^⟦⟧]*⟧/g, ' ')
  return less === text ? text : outside(less)
}

const cards = cardsIn(pseudo)

describe('a third language', () => {
  it('is one implementation of the labels and its registration', () => {
    expect(labelsFor('xx', all)).toBe(pseudo)
    expect(labelsFor('XX-yy', all)).toBe(pseudo)
    expect(labelsFor('fr-CA', all)).toBe(languages.fr)
  })

  it.each(cards.map(({ name, rendered }) => [name, rendered] as const))(
    'is all that is spoken on a card: %s',
    (_, { card, summary }) => {
      expect(card.lang).toBe('en-XA')
      expect(ownWords(outside(summary))).not.toMatch(/\p{L}/u)
      const titles = elementsOf(card).flatMap(({ type, title, label, placeholder, errorMessage, tooltip }) =>
        String(type).startsWith('Action.Execute') ? [] : [title, label, placeholder, errorMessage, tooltip],
      )
      for (const text of [...textOf(card), ...titles])
        if (typeof text === 'string')
          expect(ownWords(outside(text))).not.toMatch(/\p{L}{2,} \p{L}{2,} \p{L}{2,}/u)
    },
  )
})
