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

const others =
  /^(?:german|deutsch|allemand|spanish|español|espagnol|italian|italiano|italien|portuguese|português|portugais|dutch|nederlands|néerlandais|finnish|suomea?|finnois|swedish|suédois|danish|danois|norwegian|norvégien|polish|polonais|russian|russe|ukrainian|ukrainien|chinese|chinois|japanese|japonais|korean|coréen|arabic|arabe|hindi|turkish|turc|greek|grec|czech|tchèque|latin)$/

/** "Speak German": an order for a language that Gatehouse does not have. */
export function isOtherLanguageOrdered(text: string): boolean {
  const words = wordsOf(text.replaceAll('-', ' ')).filter(word => !filler.test(word))
  const [first = '', second = '', ...more] = words
  return more.length === 0 && orders.test(first) && others.test(second)
}
