import { z } from 'zod'
import { type Fact, TopicFactRecord } from './fact.ts'
import { type Text, TextRecord } from './text.ts'
import { type TopicId, topicIds } from './topic-id.ts'

export const TopicRecord = z.strictObject({
  id: z.enum(topicIds),
  title: TextRecord,
  facts: z.array(TopicFactRecord),
})

/** A fact area: its own facts, then those that collections add to it. */
export interface Topic {
  readonly id: TopicId
  readonly title: Text
  readonly facts: readonly Fact[]
}
