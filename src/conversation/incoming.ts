import type { ConversationReference } from './messenger.ts'
import type { Person } from './person.ts'

interface From {
  /** The activity's id: one turn, one id. Teams may send one thing twice, under the same or another id. */
  readonly activityId: string
  readonly person: Person
  readonly conversation: ConversationReference
}

/** Somebody wrote to the bot. `text` is plain: the bot's mention and the mark-up are gone. */
export interface MessageIncoming extends From {
  readonly kind: 'message'
  readonly text: string
}

/** Somebody pressed a button. Nothing in `data` is believed: it names things, the store says what they are. */
export interface PressIncoming extends From {
  readonly kind: 'press'
  readonly verb: string
  readonly data: Readonly<Record<string, unknown>>
  /** `automatic`: the client refreshed the card by itself. That must only read. */
  readonly trigger: 'manual' | 'automatic'
  /**
   * `submit`: an old client, whose press comes as a message and cannot be answered with a card in place. `dialog`: a dialog that
   * opens or is sent; a card goes on with it, a sentence ends it.
   */
  readonly via: 'execute' | 'submit' | 'dialog'
  /** The activity of the card that was pressed. */
  readonly cardActivityId?: string
}

/** The bot was added to, or taken out of, a conversation. */
export interface InstallationIncoming extends From {
  readonly kind: 'installed' | 'uninstalled'
}

/** Somebody pasted a link of a domain that the app registered for. Whoever reads the conversation sees the answer. */
export interface LinkIncoming extends From {
  readonly kind: 'link'
  readonly url: string
  /** From somebody who has not installed the app: Teams does not say who. */
  readonly anonymous: boolean
}

/** An invoke that this bot does not offer: answered, never acted on. */
export interface OtherInvokeIncoming extends From {
  readonly kind: 'other-invoke'
  readonly name: string
}

/** Edits, reactions, roster news, kinds not invented yet: nothing is done, and the reason says what it was. */
export interface IgnoredIncoming {
  readonly kind: 'ignored'
  readonly reason: string
}

/** A press whose value has not the shape of a press, or an activity that lacks what every activity has. */
export interface MalformedIncoming {
  readonly kind: 'malformed'
  readonly reason: string
  readonly invoke: boolean
}

export type Incoming =
  | MessageIncoming
  | PressIncoming
  | InstallationIncoming
  | LinkIncoming
  | OtherInvokeIncoming
  | IgnoredIncoming
  | MalformedIncoming
