import { z } from 'zod'
import { verbs } from '../cards/verbs.ts'
import type { PressIncoming } from '../conversation/incoming.ts'
import type { PostedCards, SeenCopy } from './posted-cards.ts'

const about = z.object({ request: z.uuid(), view: z.enum(['status', 'approval']).optional() })

/**
 * A card that calls tells us its id, which may be known to nobody: whoever posted it died, or never heard that it arrived. From
 * then on that copy is kept true too. A client that refreshes by itself tells it as well, as nothing is changed but that.
 */
export async function learnCopy(
  { verb, data, via, conversation, cardActivityId }: PressIncoming,
  { learnCopy }: { readonly learnCopy: PostedCards['learn'] },
): Promise<void> {
  const named = about.safeParse(data)
  // A dialog and an old client's message are no place of the card.
  if (!named.success || via !== 'execute' || cardActivityId === undefined) return
  const role = roleOf(verb, named.data.view)
  if (role !== undefined)
    await learnCopy(named.data.request, { role, conversation, activityId: cardActivityId })
}

/** Which card has this button. Withdraw is on both. */
function roleOf(verb: string, view: SeenCopy['role'] | undefined): SeenCopy['role'] | undefined {
  if (verb === verbs.refresh) return view
  return verb === verbs.approve || verb === verbs.reject ? 'approval' : undefined
}
