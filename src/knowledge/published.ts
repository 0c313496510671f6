import { z } from 'zod'
import type { Source } from './source.ts'
import { type Text, TextRecord } from './text.ts'

export const PublishedRecord = z.strictObject({
  collection: z.string().min(1),
  source: z.string().min(1),
  hosts: z.array(z.strictObject({ host: z.string().min(1), why: TextRecord })).min(1),
})

/** The hosts that a collection's own publisher names. Newer than every list of Microsoft's, and in neither tier. */
export interface PublishedHosts {
  readonly collection: string
  readonly source: Source
  readonly hosts: readonly { readonly host: string; readonly why: Text }[]
}
