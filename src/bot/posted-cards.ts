import type { AuditRecord } from '../changes/audit.ts'
import type { Instant } from '../changes/request.ts'
import type { ConversationReference } from '../conversation/messenger.ts'
import type { KnownPerson } from '../conversation/person.ts'

/**
 * `status`: where the request was made, kept true to the end. `approval`: where it is decided, kept true to the end.
 * `reminder`: that nobody has decided yet. `news`: the reply that mentions whoever asked or watches, once the request has
 * ended. The last two are texts, posted once and never changed.
 */
export type CardRole = 'status' | 'approval' | 'reminder' | 'news'

/** A message about a request that we posted, or are to post. */
export interface PostedCard {
  readonly id: string
  readonly role: CardRole
  readonly conversation: ConversationReference
  /** Tells apart messages of one role in one conversation: which reminder, or for whom the news is. */
  readonly topic: string
  /** Whom the news is for, where that is not the requester. */
  readonly reader?: KnownPerson
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

export interface WantedCard {
  readonly role: CardRole
  readonly conversation: ConversationReference
  readonly topic?: string
  readonly reader?: KnownPerson
}

/** Whose claim it is and for how long. */
export interface CardClaim {
  readonly now: Instant
  readonly until: Instant
  /**
   * The job that claims. A claim on a message that only needs an update may be taken again by the same job at once: it runs
   * again because the process that ran it is gone, and an update does no harm twice.
   */
  readonly by: string
}

/** A message that a press came from, by its own id. */
export interface SeenCopy {
  readonly role: 'status' | 'approval'
  readonly conversation: ConversationReference
  readonly activityId: string
}

/** Every message about a request is remembered, so that every copy can be kept true. */
export interface PostedCards {
  of(request: string): Promise<readonly PostedCard[]>
  /** Adds what is to be posted. Nothing happens if there is one in this role, conversation and topic already. */
  want(request: string, wanted: WantedCard): Promise<void>
  /** Takes the card for a while, so that two workers do not send at once. Undefined: somebody else has it. */
  claim(id: string, claim: CardClaim): Promise<PostedCard | undefined>
  /**
   * Remembers a message that is known of by a press alone: whoever posted it died before that was noted. Nothing happens where
   * no such message can be, whatever the press says: one of this role was posted in this conversation, and maybe twice.
   */
  learn(request: string, copy: SeenCopy): Promise<void>
  /** Remembers a message that was an answer and shows a request at this version. */
  keep(request: string, shown: SeenCopy & { readonly version: number }): Promise<void>
  /** Notes what it shows now, and gives it back. Where another copy took its place meanwhile, both are remembered. */
  shown(id: string, activityId: string, version: number, digest: string): Promise<void>
  /** Gives it back unchanged; it may be tried again from `next` on. */
  release(id: string, next: Instant): Promise<void>
  /** Gives it back untried: nothing was sent. */
  giveBack(id: string): Promise<void>
  /** Gives up on it, with an audit record. */
  park(id: string, why: string, record: AuditRecord): Promise<void>
}
