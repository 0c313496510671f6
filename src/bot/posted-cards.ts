import type { AuditRecord } from '../changes/audit.ts'
import type { Instant } from '../changes/request.ts'
import type { ConversationReference } from '../conversation/messenger.ts'

/**
 * `status`: where the request was made, kept true to the end. `approval`: where it is decided, kept true to the end.
 * `news`: the reply that mentions the requester once the request has ended; posted once, never changed.
 */
export type CardRole = 'status' | 'approval' | 'news'

/** A message about a request that we posted, or are to post. */
export interface PostedCard {
  readonly id: string
  readonly role: CardRole
  readonly conversation: ConversationReference
  /** Absent until it is known to have arrived. */
  readonly activityId?: string
  readonly shownVersion: number
  /** Fingerprint of what it shows, so that nothing is sent that would change nothing. */
  readonly shownDigest?: string
  /** How often it was tried to post it. */
  readonly attempts: number
  /** It cannot be reached any more; why. */
  readonly parked?: string
}

/** Every message about a request is remembered, so that every copy can be kept true. */
export interface PostedCards {
  of(request: string): Promise<readonly PostedCard[]>
  /** Adds what is to be posted. Nothing happens if there is one in this role and conversation already. */
  want(request: string, role: CardRole, conversation: ConversationReference): Promise<void>
  /** Takes the card for a while, so that two workers do not send at once. Undefined: somebody else has it. */
  claim(id: string, now: Instant, until: Instant): Promise<PostedCard | undefined>
  /** Notes what it shows now, and gives it back. */
  shown(id: string, activityId: string, version: number, digest: string): Promise<void>
  /** Gives it back unchanged; it may be tried again from `next` on. */
  release(id: string, next: Instant): Promise<void>
  /** Gives up on it, with an audit record. */
  park(id: string, why: string, record: AuditRecord): Promise<void>
}
