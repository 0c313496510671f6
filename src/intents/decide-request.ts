import type { RequestData } from '../cards/card-data.ts'
import { closedTo, decide, withdraw } from '../changes/decide.ts'
import type { Refusal } from '../changes/refusal.ts'
import type { ApprovalRequest, Decision } from '../changes/request.ts'
import type { ConversationReference } from '../conversation/messenger.ts'
import type { Person } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { IntentPorts } from './intent-ports.ts'
import { refuse } from './refuse.ts'
import { requestReply } from './request-reply.ts'
import { requestView, viewOf } from './request-view.ts'

export interface DecisionPorts extends IntentPorts {
  /** The conversations in which this request's approval card was posted. */
  readonly approvalPostedIn: (request: string) => Promise<readonly string[]>
}

export interface DecisionPress {
  readonly request: string
  readonly verdict: Decision['verdict']
  readonly comment?: string
}

/** Approve or Reject was pressed. Only records: no call to Azure, one conditional update. */
export async function pressDecision(
  press: DecisionPress,
  by: Person,
  conversation: ConversationReference,
  ports: DecisionPorts,
): Promise<Reply> {
  const { requests, policy, now } = ports
  const request = await requests.find(press.request)
  if (request === undefined || request.requester.tenantId !== by.tenantId)
    return refuse({ is: 'no-such-request' }, ports)
  const comment = press.comment?.trim().slice(0, 500) ?? ''
  const decided = decide(
    request,
    { verdict: press.verdict, by, conversation, ...(comment === '' ? {} : { comment }) },
    policy(),
    await ports.approvalPostedIn(request.id),
    now(),
  )
  if (!decided.ok) return notDecided(request, decided.refusal, by, ports)
  const { decision, state } = decided
  const moved = await requests.decide(request, state, decision, decision.at, {
    at: decision.at,
    actor: decision.by,
    action: state.is === 'awaiting-approval' ? 'request.approval-counted' : `request.${state.is}`,
    subject: request.id,
    from: 'awaiting-approval',
    to: state.is,
    detail: {
      number: request.number,
      digest: request.digest,
      comment: decision.comment ?? null,
      ...(decision.after === undefined ? {} : { after: decision.after.map(each => each.by.objectId) }),
    },
  })
  if (moved.is === 'moved') return cardFor(moved.request, 'approval', by, ports)
  // Somebody was a moment earlier: tell what became of it, or count on, where it still waits.
  const current = (await requests.find(request.id)) ?? request
  const closed = closedTo(current, now())
  if (closed === undefined && current.version > request.version)
    return pressDecision(press, by, conversation, ports)
  return notDecided(current, closed ?? { is: 'expired' }, by, ports)
}

/** The requester takes the request back. */
export async function pressWithdraw(id: string, by: Person, ports: IntentPorts): Promise<Reply> {
  const { requests, now } = ports
  const request = await requests.find(id)
  if (request === undefined || request.requester.tenantId !== by.tenantId)
    return refuse({ is: 'no-such-request' }, ports)
  const at = now()
  const withdrawn = withdraw(request, by, at)
  if (!withdrawn.ok) return notDecided(request, withdrawn.refusal, by, ports)
  const moved = await requests.decide(request, withdrawn.state, undefined, at, {
    at,
    actor: by,
    action: 'request.withdrawn',
    subject: request.id,
    from: 'awaiting-approval',
    to: 'withdrawn',
    detail: { number: request.number },
  })
  if (moved.is === 'moved') return cardFor(moved.request, 'status', by, ports)
  const current = (await requests.find(request.id)) ?? request
  const closed = closedTo(current, at)
  if (closed === undefined && current.version > request.version) return pressWithdraw(id, by, ports)
  return notDecided(current, closed ?? { is: 'expired' }, by, ports)
}

/** A card shown or refreshed: a pure read. */
export async function showRequest(
  id: string,
  role: RequestData['role'],
  by: Person,
  ports: IntentPorts,
): Promise<Reply> {
  const request = await ports.requests.find(id)
  if (request === undefined || request.requester.tenantId !== by.tenantId)
    return refuse({ is: 'no-such-request' }, ports)
  return cardFor(request, role, by, ports)
}

/** Where the card is merely out of date, or lacks something, the answer is the card as it is now; the refusal is written down. */
async function notDecided(
  request: ApprovalRequest,
  refusal: Refusal,
  by: Person,
  ports: IntentPorts,
): Promise<Reply> {
  const onTheCard: readonly Refusal['is'][] = ['already-decided', 'comment-missing', 'counted-already']
  if (!onTheCard.includes(refusal.is)) return refuse(refusal, ports)
  await ports.requests.record({
    at: ports.now(),
    actor: by,
    action: 'press.refused',
    subject: request.id,
    detail: { refusal: refusal.is },
  })
  return cardFor(request, 'approval', by, ports, refusal)
}

async function cardFor(
  request: ApprovalRequest,
  role: RequestData['role'],
  by: Person,
  ports: IntentPorts,
  problem?: Refusal,
): Promise<Reply> {
  const data = await requestView(request, role, viewOf(request, by, ports.policy()), ports)
  return requestReply({ ...data, ...(problem === undefined ? {} : { problem }) }, ports)
}
