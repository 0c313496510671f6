import { z } from 'zod'
import type { Source } from './source.ts'
import type { Text } from './text.ts'
import { type TopicId, topicIds } from './topic-id.ts'

/** Lower case, digits and hyphens. */
export const idPattern = /^[a-z][a-z0-9-]*$/

const PlaceRecord = z.strictObject({ source: z.string().min(1), section: z.string().min(1).optional() })

const FactRecord = z.strictObject({
  id: z.string().regex(idPattern),
  en: z.string().min(1),
  fr: z.string().min(1),
  from: z.array(PlaceRecord).min(1),
  hosts: z.array(z.string().min(1)).optional(),
  model: z.string().min(1).optional(),
})

/** A fact in the record of a topic. */
export const TopicFactRecord = z.strictObject({
  ...FactRecord.shape,
  collection: z.string().regex(idPattern).optional(),
})

/** A fact in the record of a collection. */
export const CollectionFactRecord = z.strictObject({ ...FactRecord.shape, topic: z.enum(topicIds) })

/** Where a fact stands. */
export interface Place {
  readonly source: Source
  readonly section?: string
}

/** One thing that a document says, in sentences of our own. */
export interface Fact {
  /** Stable: it is part of the contract of `ask --json`. */
  readonly id: string
  readonly topic: TopicId
  readonly text: Text
  /** The documents that say so, the first one first to be cited. */
  readonly sources: readonly Source[]
  /** The same documents with the heading under which each says so. */
  readonly places: readonly Place[]
  /** The heading in the first of the documents. */
  readonly section?: string
  readonly collection?: string
  readonly model?: string
  /** Hosts that the fact names. */
  readonly hosts: readonly string[]
}
