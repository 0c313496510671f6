import { createHash } from 'node:crypto'
import { newsOf } from '../cards/news.ts'
import { requestCard } from '../cards/request-card.ts'
import { type ApprovalRequest, type Instant, isOpen } from '../changes/request.ts'
import type { RequestStore } from '../changes/store.ts'
import type {
  ConversationReference,
  Messenger,
  OutgoingMessage,
  SendOutcome,
} from '../conversation/messenger.ts'
import { type RequestViewPorts, requestView } from '../intents/request-view.ts'
import { labelsFor } from '../language/languages.ts'
import type { PostedCard, PostedCards } from './posted-cards.ts'
import type { TickJob } from './tick-ports.ts'

export interface AnnouncePorts extends RequestViewPorts {
  readonly store: Pick<RequestStore, 'find'>
  readonly cards: PostedCards
  readonly messenger: Messenger
  /** Asks for the same job again, later. */
  readonly again: (job: TickJob, at: Instant) => Promise<void>
}

/** How long a send may take before somebody else may try: longer than any time-out of a send. */
const claimMs = 60_000
const triesOfAmbiguousPost = 2
const slowestRetryMs = 10 * 60_000

/**
 * Brings the chat to the state of a request: posts what is wanted and not there, updates what shows an older state, and once
 * the request has ended, tells the requester. Safe to repeat; two at once do not send twice.
 */
export async function announce(job: TickJob, ports: AnnouncePorts): Promise<void> {
  const request = await ports.store.find(job.request)
  if (request === undefined) return
  let retryAt: Instant | undefined
  for (const card of await wantedCards(request, ports)) {
    if (!isDue(card, request)) continue
    const next = await bringUpToDate(card.id, request, ports)
    if (next !== undefined) retryAt = Math.min(next, retryAt ?? next)
  }
  if (retryAt !== undefined) await ports.again(job, retryAt)
}

/** The messages of a request, with those that its state asks for and that were not wanted before. */
async function wantedCards(request: ApprovalRequest, ports: AnnouncePorts): Promise<readonly PostedCard[]> {
  const cards = await ports.cards.of(request.id)
  const lacks = (role: PostedCard['role']) => !cards.some(card => card.role === role)
  if (request.state.is === 'awaiting-approval' && lacks('approval'))
    await ports.cards.want(request.id, 'approval', await approvalsPlace(request, ports))
  else if (!isOpen(request) && lacks('news')) await ports.cards.want(request.id, 'news', request.thread)
  else return cards
  return ports.cards.of(request.id)
}

/** Where approvers decide: as the policy says, else where one of them asked for it, else where it was requested. Never nowhere. */
async function approvalsPlace(
  { requester, thread }: ApprovalRequest,
  { policy, references }: AnnouncePorts,
): Promise<ConversationReference> {
  const { approvalsConversation } = policy()
  const named =
    approvalsConversation === undefined
      ? undefined
      : await references.conversation(requester.tenantId, approvalsConversation)
  return named ?? (await references.approvalsPlace(requester.tenantId)) ?? thread
}

function isDue(card: PostedCard, request: ApprovalRequest): boolean {
  if (card.parked !== undefined) return false
  return card.role === 'news' ? card.activityId === undefined : card.shownVersion < request.version
}

/** Returns when to try again, if it must. */
async function bringUpToDate(
  id: string,
  request: ApprovalRequest,
  ports: AnnouncePorts,
): Promise<Instant | undefined> {
  const now = ports.now()
  const card = await ports.cards.claim(id, now, now + claimMs)
  if (card === undefined) return now + 1_000
  const message = await messageFor(card, request, ports)
  const digest = createHash('sha256').update(JSON.stringify(message)).digest('hex')
  if (card.activityId !== undefined && card.shownDigest === digest) {
    await ports.cards.shown(id, card.activityId, request.version, digest)
    return undefined
  }
  const outcome =
    card.activityId === undefined
      ? await ports.messenger.post(card.conversation, message)
      : await ports.messenger.update(card.conversation, card.activityId, message)
  if (outcome.is === 'sent') {
    await ports.cards.shown(id, card.activityId ?? outcome.activityId, request.version, digest)
    return undefined
  }
  return notSent(card, outcome, request, ports)
}

async function messageFor(
  card: PostedCard,
  request: ApprovalRequest,
  ports: AnnouncePorts,
): Promise<OutgoingMessage> {
  const labels = labelsFor(card.role === 'news' ? request.requester.locale : undefined)
  if (card.role === 'news') {
    const { change, state } = request
    const answer = state.is === 'done' ? state.answer : undefined
    const collection =
      change.kind === 'allow-hosts' ? ports.library.collection(change.purpose.collection)?.name : undefined
    return { kind: 'text', ...newsOf(request, answer, collection, labels) }
  }
  const data = await requestView(request, card.role, 'everybody', ports)
  return { kind: 'card', ...requestCard(data, labels) }
}

async function notSent(
  card: PostedCard,
  outcome: Exclude<SendOutcome, { is: 'sent' }>,
  request: ApprovalRequest,
  ports: AnnouncePorts,
): Promise<Instant | undefined> {
  const now = ports.now()
  const retry = async (inMs: number) => {
    await ports.cards.release(card.id, now + inMs)
    return now + inMs
  }
  switch (outcome.is) {
    case 'throttled':
      return retry(outcome.retryAfterSeconds * 1000)
    case 'failed':
      return retry(Math.min(2 ** card.attempts * 1000, slowestRetryMs))
    case 'ambiguous':
      // A message too many is better than a request that nobody hears of; but it is not repeated blindly, nor for ever.
      if (card.activityId !== undefined || card.attempts < triesOfAmbiguousPost) return retry(claimMs)
      return giveUp(card, outcome.detail, request, ports)
    case 'gone':
      return giveUp(card, outcome.detail, request, ports)
  }
}

async function giveUp(
  card: PostedCard,
  why: string,
  request: ApprovalRequest,
  ports: AnnouncePorts,
): Promise<Instant | undefined> {
  const now = ports.now()
  await ports.cards.park(card.id, why, {
    at: now,
    actor: 'gatehouse',
    action: 'card.parked',
    subject: request.id,
    detail: { role: card.role, conversation: card.conversation.key, why },
  })
  if (card.role !== 'approval' || card.conversation.key === request.thread.key) return undefined
  await ports.cards.want(request.id, 'approval', request.thread)
  return now
}
