import { en } from './en.ts'
import type { Labels } from './labels.ts'

/** A language is one file that implements `Labels`, named here. */
const languages = { en } as const satisfies Record<string, Labels>

/** The sentences for a client's locale, such as `fr-FR`; English where there is no such language yet. */
export function labelsFor(locale?: string): Labels {
  const language = locale?.toLowerCase().split('-')[0] ?? ''
  return Object.entries(languages).find(([name]) => name === language)?.[1] ?? en
}
