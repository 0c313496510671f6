import { createHash } from 'node:crypto'
import { newsOf } from '../cards/news.ts'
import { reminderOf } from '../cards/reminder.ts'
import { requestCard } from '../cards/request-card.ts'
import { collectionOf } from '../changes/change.ts'
import { countedApprovals } from '../changes/decide.ts'
import type { ApprovalRequest, Instant } from '../changes/request.ts'
import { policyOn } from '../changes/terms.ts'
import { audienceOf, audienceOfPerson } from '../conversation/audience.ts'
import type { Messenger, OutgoingMessage, SendOutcome } from '../conversation/messenger.ts'
import { samePerson } from '../conversation/person.ts'
import type { Tongues } from '../conversation/tongues.ts'
import { type RequestViewPorts, requestView } from '../intents/request-view.ts'
import { labelsOf } from './listen.ts'
import type { PostedCard, PostedCards } from './posted-cards.ts'
import { claimMs, retryAfter } from './retry-after.ts'
import type { SendSlots } from './send-slots.ts'

export interface SendPorts extends RequestViewPorts {
  readonly cards: PostedCards
  readonly messenger: Messenger
  readonly slots: SendSlots
  readonly tongues: Tongues
  /** The job in whose name cards are claimed: the same when it runs again after its process died. */
  readonly job: string
}

/** Posts or updates one message about a request. Returns when to try again, if it must. */
export async function bringUpToDate(
  id: string,
  request: ApprovalRequest,
  ports: SendPorts,
): Promise<Instant | undefined> {
  const now = ports.now()
  const card = await ports.cards.claim(id, { now, until: now + claimMs, by: ports.job })
  if (card === undefined) return now + 1_000
  const message = await messageFor(card, request, ports)
  const digest = createHash('sha256').update(JSON.stringify(message)).digest('hex')
  if (card.activityId !== undefined && card.shownDigest === digest) {
    await ports.cards.shown(id, card.activityId, request.version, digest)
    return undefined
  }
  const slot = await ports.slots.take(card.conversation.key, ports.now())
  if (!slot.ok) {
    await ports.cards.giveBack(id)
    return slot.freeAt
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
  ports: SendPorts,
): Promise<OutgoingMessage> {
  const { change, state } = request
  const named = collectionOf(change)
  const collection = named === undefined ? undefined : ports.library.collection(named)?.name
  const everybodys = () => labelsOf(audienceOf(card.conversation), ports.tongues)
  switch (card.role) {
    case 'news': {
      const reader = card.reader ?? request.requester
      const answer = state.is === 'done' ? state.answer : undefined
      const labels = await labelsOf(audienceOfPerson(reader), ports.tongues, reader.locale)
      return { kind: 'text', ...newsOf(request, answer, collection, labels, reader) }
    }
    case 'reminder': {
      const policy = policyOn(ports.policy(), request)
      const counted = countedApprovals(request, policy)
      const silent = policy.approvers.filter(
        each => !samePerson(each, request.requester) && !counted.some(({ by }) => samePerson(by, each)),
      )
      const mentions = silent.map(({ objectId, name }) => ({ id: objectId, name }))
      return { kind: 'text', ...reminderOf(request, collection, mentions, await everybodys()) }
    }
    case 'status':
    case 'approval': {
      const data = await requestView(request, card.role, 'everybody', ports)
      const mention = card.topic === '' ? data.mention : []
      return { kind: 'card', ...requestCard({ ...data, mention }, await everybodys()) }
    }
  }
}

async function notSent(
  card: PostedCard,
  outcome: Exclude<SendOutcome, { is: 'sent' }>,
  request: ApprovalRequest,
  ports: SendPorts,
): Promise<Instant | undefined> {
  const rule = retryAfter(outcome, card.attempts, card.activityId !== undefined)
  if (rule.is === 'never') return giveUp(card, rule.why, request, ports)
  const at = ports.now() + rule.ms
  await ports.cards.release(card.id, at)
  return at
}

async function giveUp(
  card: PostedCard,
  why: string,
  request: ApprovalRequest,
  ports: SendPorts,
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
  await ports.cards.want(request.id, { role: 'approval', conversation: request.thread })
  return now
}
