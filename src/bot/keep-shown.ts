import type { Incoming } from '../conversation/incoming.ts'
import type { CardReply } from '../conversation/reply.ts'
import type { PostedCards } from './posted-cards.ts'

/** Remembers the card of a request that somebody asked for with a text, so that it is kept true like those that we post. */
export function keepShown(cards: Pick<PostedCards, 'keep'>) {
  return async (incoming: Incoming, { shows }: CardReply, activityId: string): Promise<void> => {
    if (shows === undefined || incoming.kind !== 'message') return
    const { conversation } = incoming
    await cards.keep(shows.request, { role: 'status', conversation, activityId, version: shows.version })
  }
}
