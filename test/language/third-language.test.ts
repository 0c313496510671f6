import { describe, expect, it } from 'vitest'
import { loadLibrary } from '../../src/knowledge/library.ts'
import { languageOf } from '../../src/language/detect.ts'
import { enSigns } from '../../src/language/en.ts'
import { frSigns } from '../../src/language/fr.ts'
import { labelsFor, languages } from '../../src/language/languages.ts'
import { wordSet } from '../../src/language/signs.ts'
import { elementsOf, textOf } from '../cards/card-reading.ts'
import { cardsIn } from '../cards/cards-in.ts'
import { ownWords } from './own-words.ts'
import { outside, pseudo } from './pseudo.ts'

const all = { ...languages, xx: pseudo }
const cards = cardsIn(pseudo)

const library = loadLibrary()
const collections = library.ok ? library.library.collections.map(({ name }) => name) : []
/** Of one word and without a dot or a hyphen: names, what Azure calls things, and values of choices, which nobody sees. */
const told = new Set([
  ...collections.flatMap(name => name.split(' ')),
  ...['westeurope', 'Hub', 'ECONNREFUSED', 'current', 'documented', 'accounts', 'account'],
])

describe('a third language', () => {
  it('is one implementation of the labels and its registration', () => {
    expect(labelsFor('xx', all)).toBe(pseudo)
    expect(labelsFor('XX-yy', all)).toBe(pseudo)
    expect(labelsFor('fr-CA', all)).toBe(languages.fr)
  })

  it('is recognised by the signs that it brings', () => {
    const german = { words: wordSet('kann ich benutzen der die das und') }
    const three = { en: enSigns, fr: frSigns, de: german }
    expect(languageOf('Kann ich Hugging Face in ws-prod benutzen?', three)).toBe('de')
    expect(languageOf('Can I use Hugging Face in ws-prod?', three)).toBe('en')
    expect(languageOf('Puis-je utiliser Hugging Face dans ws-prod ?', three)).toBe('fr')
    expect(languageOf('kann ich the rules show', three)).toBeUndefined()
  })

  it.each(cards.map(({ name, rendered }) => [name, rendered] as const))(
    'is all that is spoken on a card: %s',
    (_, { card, summary }) => {
      expect(card.lang).toBe('en-XA')
      expect(JSON.stringify([card, summary])).not.toMatch(/undefined|NaN|\[object|\$\{/)
      expect(ownWords(outside(summary))).not.toMatch(/\p{L}/u)
      const spoken = elementsOf(card).flatMap(({ title, label, placeholder, errorMessage, tooltip }) =>
        [title, label, placeholder, errorMessage, tooltip].filter(each => typeof each === 'string'),
      )
      const escaped = [...textOf(card), ...spoken]
        .flatMap(text => ownWords(outside(text)).match(/[\p{L}*][\p{L}\p{N}.*_-]+/gu) ?? [])
        .filter(word => !/[.\d_-]/.test(word) && !told.has(word))
      expect(escaped).toEqual([])
    },
  )
})
