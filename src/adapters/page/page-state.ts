/** Who the page lets you be. Ids as Teams has them: `29:...` and the Entra object id. */
export interface PagePerson {
  readonly id: string
  readonly name: string
  readonly aadObjectId: string
}

export interface PageConversation {
  /** Teams' id, without a thread. */
  readonly id: string
  readonly kind: 'personal' | 'groupChat' | 'channel'
  readonly name: string
  /** Ids of the people in it; the bot is in all of them. */
  readonly members: readonly string[]
  readonly team?: { readonly id: string; readonly name: string }
}

export interface PageMention {
  /** As it stands in the text: `<at>Ann</at>`. */
  readonly text: string
  readonly id: string
  readonly name: string
}

export interface PageMessage {
  readonly id: string
  readonly conversation: string
  /** In a channel: the message that began the thread, which may be this one. */
  readonly thread?: string
  readonly author: { readonly id: string; readonly name: string }
  readonly text: string
  readonly mentions: readonly PageMention[]
  readonly cards: readonly Readonly<Record<string, unknown>>[]
  readonly at: string
  readonly editedAt?: string
  readonly deleted?: true
  /** Why the bot did not take this message. */
  readonly undelivered?: string
  /** Counts up over the whole transcript: at its posting, and at its last change. */
  readonly created: number
  readonly revision: number
}

/** What the page is told over server-sent events. */
export type PageEvent =
  | { readonly kind: 'snapshot'; readonly snapshot: PageSnapshot }
  | { readonly kind: 'messages'; readonly messages: readonly PageMessage[] }
  /** The bot is at work in this conversation (and thread), or has just finished. */
  | {
      readonly kind: 'working'
      readonly conversation: string
      readonly thread?: string
      readonly working: boolean
    }

export interface PageSnapshot {
  readonly bot: { readonly id: string; readonly name: string }
  readonly people: readonly PagePerson[]
  readonly conversations: readonly PageConversation[]
  readonly messages: readonly PageMessage[]
  /** Workspaces to ask about, by name: one to open, one to look at. Missing where the page knows of none. */
  readonly examples?: { readonly open?: string; readonly show?: string }
}

/** The answer to `POST /local/press`: what the bot answered to the invoke, or that it did not. */
export interface PressAnswer {
  readonly httpStatus: number
  readonly invoke?: {
    readonly statusCode: number
    readonly type?: string
    readonly value?: unknown
    /** Where a dialog was pressed: what the client does next. */
    readonly task?: unknown
  }
  readonly trouble?: string
}
