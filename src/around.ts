import type { PostedCards } from './bot/posted-cards.ts'
import type { RequestStore } from './changes/store.ts'
import type { Messenger } from './conversation/messenger.ts'

/** What the bot writes down and says of itself passes through here, for whoever would watch it, or end it at a step. */
export interface Around {
  requests(store: RequestStore): RequestStore
  cards(cards: PostedCards): PostedCards
  messenger(messenger: Messenger): Messenger
}

export const asItIs: Around = {
  requests: store => store,
  cards: cards => cards,
  messenger: messenger => messenger,
}
