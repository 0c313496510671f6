import type { ConversationReference } from '../conversation/messenger.ts'
import { isKnown, type KnownPerson, type Person, samePerson } from '../conversation/person.ts'
import { approverNames, isApprover, isKeptOut, type Policy, quorumOf } from './policy.ts'
import type { Refusal } from './refusal.ts'
import type { Approval, ApprovalRequest, Decision, Instant, RequestState } from './request.ts'
import { noApprovers } from './requestable.ts'
import { deniedAmong, policyOn, withExpiry } from './terms.ts'

/** What a press on an approval card says. Only who, where and which button are taken from it. */
export interface Press {
  readonly verdict: Decision['verdict']
  readonly by: Person
  readonly conversation: ConversationReference
  readonly comment?: string
}

export type Decided =
  | { readonly ok: true; readonly decision: Decision; readonly state: RequestState }
  | { readonly ok: false; readonly refusal: Refusal }

const refuse = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
})

/**
 * What a press comes to, by the policy of now and the request as it stands. Pure: the store still has the last word,
 * since another press may be a moment earlier. `postedIn`: the conversations in which we posted this request's approval card.
 */
export function decide(
  asked: ApprovalRequest,
  press: Press,
  given: Policy,
  postedIn: readonly string[],
  now: Instant,
): Decided {
  const policy = policyOn(given, asked)
  const request = withExpiry(asked, policy)
  const { by } = press
  if (!isKnown(by)) return refuse({ is: 'identity-unknown' })
  if (by.tenantId !== request.requester.tenantId) return refuse({ is: 'no-such-request' })
  if (isKeptOut(policy, by)) return refuse({ is: 'guest', known: by.guest === 'yes' })
  if (policy.approvers.length === 0) return refuse(noApprovers(policy))
  if (samePerson(by, request.requester)) return refuse({ is: 'own-request' })
  if (watches(request, by)) return refuse({ is: 'watches-it' })
  if (!isApprover(policy, by)) return refuse({ is: 'not-an-approver', approvers: approverNames(policy) })
  if (!postedIn.some(key => sameConversation(key, press.conversation.key)))
    return refuse({ is: 'other-conversation' })
  const closed = closedTo(request, now)
  if (closed !== undefined) return refuse(closed)
  if (press.verdict === 'reject' && press.comment === undefined) return refuse({ is: 'comment-missing' })
  if (press.verdict === 'approve') {
    const denied = deniedAmong(policy, request.plan.effect.hosts)
    if (denied.length > 0) return refuse({ is: 'hosts-denied', hosts: denied })
    if (policy.managedBy !== undefined) return refuse({ is: 'managed-as-code', by: policy.managedBy })
  }
  const before = countedApprovals(request, policy)
  if (press.verdict === 'approve' && before.some(approval => samePerson(approval.by, by)))
    return refuse({ is: 'counted-already', counted: before.length, of: quorumOf(policy) })
  return { ok: true, ...verdictBy(request, press, by, before, quorumOf(policy), now) }
}

/** Whether somebody asked to be told of the end: they wanted the same, so that they decide it as little. */
export function watches(
  { watchers = [] }: Pick<ApprovalRequest, 'watchers'>,
  person: Pick<Person, 'tenantId' | 'objectId'>,
): boolean {
  return watchers.some(each => samePerson(each.person, person))
}

/** The approvals that count now: of those who are approvers still. */
export function countedApprovals(
  request: Pick<ApprovalRequest, 'state' | 'plan' | 'terms'>,
  given: Policy,
): readonly Approval[] {
  const { state } = request
  const policy = policyOn(given, request)
  const approvals = state.is === 'awaiting-approval' ? (state.approvals ?? []) : []
  return approvals.filter(({ by }) => isApprover(policy, by))
}

function verdictBy(
  { state }: ApprovalRequest,
  press: Press,
  by: KnownPerson,
  before: readonly Approval[],
  quorum: number,
  at: Instant,
): { decision: Decision; state: RequestState } {
  const approval: Approval = {
    verdict: press.verdict,
    by,
    at,
    ...(press.comment === undefined ? {} : { comment: press.comment }),
  }
  const decision: Decision = before.length === 0 ? approval : { ...approval, after: before }
  if (press.verdict === 'reject') return { decision, state: { is: 'rejected', decision, at } }
  if (before.length + 1 >= quorum) return { decision, state: { is: 'approved', decision } }
  const reminded = state.is === 'awaiting-approval' ? state.reminded : undefined
  return {
    decision,
    state: {
      is: 'awaiting-approval',
      approvals: [...before, approval],
      ...(reminded === undefined ? {} : { reminded }),
    },
  }
}

export type Withdrawn =
  | { readonly ok: true; readonly state: RequestState }
  | { readonly ok: false; readonly refusal: Refusal }

/** A request may be taken back by whoever made it, until it is decided. */
export function withdraw(request: ApprovalRequest, by: Person, now: Instant): Withdrawn {
  if (!isKnown(by)) return refuse({ is: 'identity-unknown' })
  if (!samePerson(by, request.requester)) return refuse({ is: 'not-the-requester' })
  const closed = closedTo(request, now)
  return closed === undefined ? { ok: true, state: { is: 'withdrawn', at: now } } : refuse(closed)
}

/** Why a request can no longer be decided, if so. Accepted until a millisecond before the expiry, refused from then on. */
export function closedTo(request: ApprovalRequest, now: Instant): Refusal | undefined {
  const { state } = request
  if (state.is === 'awaiting-approval') return now < request.expiresAt ? undefined : { is: 'expired' }
  if (state.is === 'expired') return { is: 'expired' }
  return 'decision' in state
    ? { is: 'already-decided', state: state.is, by: state.decision.by.name }
    : { is: 'already-decided', state: state.is }
}

/** A card pressed in a channel's thread and one posted to it may differ in how they name the thread; the channel is the same. */
function sameConversation(a: string, b: string): boolean {
  return a.split(';')[0] === b.split(';')[0]
}
