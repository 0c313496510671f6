import { z } from 'zod'

const SourceRecord = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  /** The day that the document itself names, not the day on which we read it. */
  date: z.iso.date(),
  url: z.url(),
  /**
   * `documented`: the documents of December 2023 and May 2024. `current`: every later document of Microsoft's.
   * `published`: what the publisher of a collection says of its own hosts. `observed`: what others saw and reported.
   */
  tier: z.enum(['documented', 'current', 'published', 'observed']),
  /** The headings of the document in its order, where we know all of them. A fact may name no other. */
  sections: z.array(z.string().min(1)).optional(),
  /** The id of the source of which this one is a translation or a copy, heading for heading. */
  sameAs: z.string().optional(),
})

/** A document with its own date and address. */
export type Source = z.infer<typeof SourceRecord>

export const SourceRecords = z.array(SourceRecord)
