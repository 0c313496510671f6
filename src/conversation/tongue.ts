/** What is known of the language of an audience. Languages are tags such as `fr`. */
export interface Tongue {
  /** They asked for it: "speak French". */
  readonly chosen?: string
  /** What they write; where several write, what most of them do. */
  readonly written?: string
  /** By how many messages it leads, where several write. */
  readonly lead?: number
  /** Of the person's client; of a place, that of whoever came first. */
  readonly locale?: string
}

/** As much as a lead can grow: a place that has changed its language is answered in the new one after as many messages. */
const longestLead = 5

/** The language tag or locale to answer this audience in, if anything tells. */
export function spokenBy({ chosen, written, locale }: Tongue): string | undefined {
  return chosen ?? written ?? locale
}

/** After one person's message in this language, or after one that tells none. Their newest word counts. */
export function heardFrom(before: Tongue, written: string | undefined, locale: string | undefined): Tongue {
  return {
    ...before,
    ...(written === undefined ? {} : { written }),
    ...(locale === undefined ? {} : { locale }),
  }
}

/** After somebody's message in a place where several write: the first language stays until another one outweighs it. */
export function heardIn(before: Tongue, written: string | undefined, locale: string | undefined): Tongue {
  const first = before.locale ?? locale
  const kept = { ...before, ...(first === undefined ? {} : { locale: first }) }
  if (written === undefined) return kept
  const lead = (before.lead ?? 0) + (written === before.written ? 1 : -1)
  if (before.written === undefined || lead < 0) return { ...kept, written, lead: 1 }
  return { ...kept, lead: Math.min(lead, longestLead) }
}
