import { wordsOf } from './words.ts'

const names: Readonly<Record<string, 'en' | 'fr'>> = {
  ...{ english: 'en', anglais: 'en' },
  ...{ french: 'fr', français: 'fr', francais: 'fr' },
}
const orders =
  /^(?:speak|talk|answer|reply|write|switch|use|parle|parlez|réponds|répondez|écris|écrivez|passe|passez)$/
const filler = /^(?:to|me|us|in|please|now|à|moi|nous|en|svp|maintenant|s|il|te|vous|plaît|plait)$/

/** "Speak French", "parle anglais", "in English please": matched whole, so that no question is taken for it. */
export function languageOrdered(text: string): 'en' | 'fr' | undefined {
  const words = wordsOf(text.replaceAll('-', ' ')).filter(word => !filler.test(word))
  const [first = '', second] = words
  const named = words.length === 2 && orders.test(first) ? second : words.length === 1 ? first : undefined
  return named === undefined || text.includes('?') ? undefined : names[named]
}
