import type { Instant } from '../changes/request.ts'

/**
 * How many messages a bot may send or update in one conversation in so many milliseconds (Teams' rate limits for bots, per bot
 * and thread).
 */
export const sendWindows = [
  { ms: 1_000, most: 7 },
  { ms: 2_000, most: 8 },
  { ms: 30_000, most: 60 },
  { ms: 3_600_000, most: 1_800 },
] as const

export type Slot = { readonly ok: true } | { readonly ok: false; readonly freeAt: Instant }

/** What was sent in which conversation lately, counted for all replicas together. */
export interface SendSlots {
  /** Takes a place among the sends of this conversation, or says when there may be one. `conversation`: its key. */
  take(conversation: string, now: Instant): Promise<Slot>
  /** Counts a send that nobody could put off: an answer to somebody who waits. */
  note(conversation: string, now: Instant): Promise<void>
}
