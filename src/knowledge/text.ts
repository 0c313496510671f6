import { z } from 'zod'

/** A sentence or name in every language of the knowledge base. */
export const TextRecord = z.strictObject({ en: z.string().min(1), fr: z.string().min(1) })

export type Text = Readonly<z.infer<typeof TextRecord>>
