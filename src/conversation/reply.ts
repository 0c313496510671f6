/** An Adaptive Card as JSON. Made by `cards/` only. */
export type Card = Readonly<Record<string, unknown>> & { readonly type: 'AdaptiveCard' }

/** A question back. What a text picks or names answers it as well as a button does. */
export interface AskedBack {
  readonly slot: 'workspace' | 'collection'
  /** What each button names, in the order of the buttons: workspaces as their buttons say them, and ids of collections. */
  readonly candidates: readonly string[]
}

export interface CardReply {
  readonly kind: 'card'
  readonly card: Card
  readonly summary: string
  readonly asks?: AskedBack
  /** The request that it shows: as a message of its own it is kept true like the others. */
  readonly shows?: { readonly request: string; readonly version: number }
}

/** What a turn answers. Closed: the surface must know how to say each of them. */
export type Reply =
  /** To a message: a new card in the thread. To a press: this card in place of the pressed one, for this person only. */
  | CardReply
  /** `refused`: the text says why something was not done; this is the code of it, for the audit. */
  /** To a message: a text in the thread. To a press: a short notice; the card stays as it is. */
  | { readonly kind: 'text'; readonly text: string; readonly refused?: string }
  /** To an invoke that makes no sense: an error for the client, never with more than this sentence. */
  | { readonly kind: 'error'; readonly status: 400 | 500; readonly code: string; readonly text: string }
  | { readonly kind: 'nothing' }
