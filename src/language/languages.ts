import { en, enSigns } from './en.ts'
import { fr, frSigns } from './fr.ts'
import type { Labels } from './labels.ts'
import type { Signs } from './signs.ts'

/** A language is one file that implements `Labels`, named here by its language tag. */
export const languages = { en, fr } as const satisfies Record<string, Labels>

/** By what each of them is recognised. A language without signs is spoken to those whose client or order asks for it. */
export const signs: Readonly<Partial<Record<keyof typeof languages, Signs>>> = { en: enSigns, fr: frSigns }

/** The sentences for a client's locale, such as `fr-CA`, out of those given; English where there is none. */
export function labelsFor(locale?: string, among: Readonly<Record<string, Labels>> = languages): Labels {
  const language = locale?.toLowerCase().split(/[-_]/)[0] ?? ''
  return Object.entries(among).find(([name]) => name === language)?.[1] ?? en
}
