import type { Card } from './reply.ts'

/** How to find a conversation again. The rooms compare `key` and store the rest as it is. */
export interface ConversationReference {
  readonly tenantId: string
  /** The conversation's id; in a channel it holds the thread (`19:...;messageid=...`). */
  readonly key: string
  readonly kind: 'personal' | 'groupChat' | 'channel'
  /** Who reads here, where that is not the key itself: the person of a personal chat, the channel around a thread. */
  readonly audience?: string
  /** The surface's own address, as JSON. Opaque here. */
  readonly address: Readonly<Record<string, unknown>>
}

export interface Mention {
  /** Teams' user id (`29:...`) or the Entra object id; empty for a name that nobody answers to, such as a group's. */
  readonly id: string
  readonly name: string
}

/** Either a card or a text: Teams splits a message that holds both, and loses the id of one. */
export type OutgoingMessage =
  | { readonly kind: 'card'; readonly card: Card; readonly summary: string }
  /** Each mention stands in the text as `<at>name</at>`. */
  | { readonly kind: 'text'; readonly text: string; readonly mentions: readonly Mention[] }

export type SendOutcome =
  | { readonly is: 'sent'; readonly activityId: string }
  /** Surely not sent; may be sent again after this many seconds. */
  | { readonly is: 'throttled'; readonly retryAfterSeconds: number }
  /** The conversation, the message or our place in it is gone: do not send again. */
  | { readonly is: 'gone'; readonly detail: string }
  /** A new message that may or may not have arrived. */
  | { readonly is: 'ambiguous'; readonly detail: string }
  /** Surely not sent, and a later try may succeed. */
  | { readonly is: 'failed'; readonly detail: string }

/** Speaks first, without being asked. Updating a message is idempotent; posting one is not. */
export interface Messenger {
  post(conversation: ConversationReference, message: OutgoingMessage): Promise<SendOutcome>
  update(
    conversation: ConversationReference,
    activityId: string,
    message: OutgoingMessage,
  ): Promise<SendOutcome>
}
