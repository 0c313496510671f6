import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Labels } from './labels.ts'

/** A language is one file that implements `Labels`, named here by its language tag. */
export const languages = { en, fr } as const satisfies Record<string, Labels>

/** The sentences for a client's locale, such as `fr-CA`, out of those given; English where there is none. */
export function labelsFor(locale?: string, among: Readonly<Record<string, Labels>> = languages): Labels {
  const language = locale?.toLowerCase().split(/[-_]/)[0] ?? ''
  return Object.entries(among).find(([name]) => name === language)?.[1] ?? en
}
