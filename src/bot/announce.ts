import { policyFor } from '../changes/policy-for.ts'
import { type ApprovalRequest, type Instant, isOpen } from '../changes/request.ts'
import type { RequestStore } from '../changes/store.ts'
import { placeOf } from '../changes/terms.ts'
import type { ConversationReference } from '../conversation/messenger.ts'
import { bringUpToDate, type SendPorts } from './bring-up-to-date.ts'
import type { PostedCard, WantedCard } from './posted-cards.ts'
import type { TickJob } from './tick-ports.ts'

export interface AnnouncePorts extends SendPorts {
  readonly store: Pick<RequestStore, 'find'>
  /** Asks for the same job again, later. */
  readonly again: (job: TickJob, at: Instant) => Promise<void>
}

/**
 * Brings the chat to the state of a request: posts what is wanted and not there, updates what shows an older state, reminds the
 * approvers, and once the request has ended, tells the requester and whoever watches it. Safe to repeat; two at once do not
 * send twice. What happened in a burst is shown at once, since only the newest state is ever sent.
 */
export async function announce(job: TickJob, ports: AnnouncePorts): Promise<void> {
  const request = await ports.store.find(job.request)
  if (request === undefined) return
  let retryAt: Instant | undefined
  for (const card of await messagesOf(request, ports)) {
    if (!isDue(card, request)) continue
    const next = await bringUpToDate(card.id, request, ports)
    if (next !== undefined) retryAt = Math.min(next, retryAt ?? next)
  }
  if (retryAt !== undefined) await ports.again(job, retryAt)
}

/** The messages of a request, with those that its state asks for and that were not wanted before. */
async function messagesOf(request: ApprovalRequest, ports: AnnouncePorts): Promise<readonly PostedCard[]> {
  const posted = await ports.cards.of(request.id)
  const lacking = (await wantedBy(request, posted, ports)).filter(
    ({ role, conversation, topic = '' }) =>
      !posted.some(
        each => each.role === role && each.conversation.key === conversation.key && each.topic === topic,
      ),
  )
  if (lacking.length === 0) return posted
  for (const wanted of lacking) await ports.cards.want(request.id, wanted)
  return ports.cards.of(request.id)
}

async function wantedBy(
  request: ApprovalRequest,
  posted: readonly PostedCard[],
  ports: AnnouncePorts,
): Promise<readonly WantedCard[]> {
  if (!isOpen(request)) return newsOfEnd(request)
  if (request.state.is !== 'awaiting-approval') return []
  // Where an approver opened it besides, it is decided too, but nobody is reminded there.
  const places = posted.filter(({ role, topic }) => role === 'approval' && topic === '')
  if (places.length === 0) return [{ role: 'approval', conversation: await approvalsPlace(request, ports) }]
  const { reminded } = request.state
  if (reminded === undefined) return []
  return places
    .filter(({ parked }) => parked === undefined)
    .map(({ conversation }) => ({ role: 'reminder', conversation, topic: reminded }))
}

/** The requester hears the end where the request was made, whoever watches it where they said so. */
function newsOfEnd({ thread, requester, watchers = [] }: ApprovalRequest): readonly WantedCard[] {
  return [
    { role: 'news', conversation: thread },
    ...watchers
      .filter(({ person }) => person.objectId !== requester.objectId)
      .map(({ person, thread: place }) => ({
        role: 'news' as const,
        conversation: place,
        topic: person.objectId,
        reader: person,
      })),
  ]
}

/** Where approvers decide: as the policy says, else where one of them asked for it, else where it was requested. Never nowhere. */
async function approvalsPlace(
  { requester, thread, plan }: ApprovalRequest,
  { policy, references }: AnnouncePorts,
): Promise<ConversationReference> {
  const { approvalsConversation } = policyFor(policy(), placeOf(plan))
  const named =
    approvalsConversation === undefined
      ? undefined
      : await references.conversation(requester.tenantId, approvalsConversation)
  return named ?? (await references.approvalsPlace(requester.tenantId)) ?? thread
}

function isDue(card: PostedCard, request: ApprovalRequest): boolean {
  if (card.parked !== undefined) return false
  switch (card.role) {
    case 'news':
      return card.activityId === undefined
    case 'reminder':
      // What was decided meanwhile needs no reminder any more.
      return card.activityId === undefined && request.state.is === 'awaiting-approval'
    case 'status':
    case 'approval':
      return card.shownVersion < request.version
  }
}
