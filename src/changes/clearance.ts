import { type KnownPerson, samePerson } from '../conversation/person.ts'
import { watches } from './decide.ts'
import { isApprover, type Policy, quorumOf } from './policy.ts'
import type { ApprovalRequest, Decision, Failure } from './request.ts'
import { approvesItself, deniedAmong, policyOn } from './terms.ts'

/** The object id under which the policy itself approves; no person has one like it. */
const policyItself = 'policy'

/** The decision of a policy that approves such requests itself. `rule`: the rule that says so. */
export function decisionByPolicy(tenantId: string, rule: string, at: number): Decision {
  const by: KnownPerson = { tenantId, objectId: policyItself, userId: '', name: rule }
  return { verdict: 'approve', by, at }
}

/** Under this object id a removal is approved that was approved together with its opening. */
const withTheOpening = 'time-limit'

/** The decision on what ends a request's time: that of the request itself, by whoever made it. */
export function decisionWith({ requester, state, number }: ApprovalRequest, at: number): Decision {
  const decision = 'decision' in state ? state.decision : undefined
  const names = decision === undefined ? [] : [...(decision.after ?? []), decision].map(({ by }) => by.name)
  const name = `${names.join(', ')} (#${number})`
  const by: KnownPerson = { tenantId: requester.tenantId, objectId: withTheOpening, userId: '', name }
  return { verdict: 'approve', by, at }
}

/** Whether this is nothing but the end of a time limit, approved together with its beginning. */
export function isAtLimit({ change, plan }: ApprovalRequest, { by }: Pick<Decision, 'by'>): boolean {
  return (
    by.objectId === withTheOpening &&
    change.kind === 'remove-hosts' &&
    change.undoes?.atLimit === true &&
    plan.effect.hosts.length === 0
  )
}

export function isByPolicy({ by }: Pick<Decision, 'by'>): boolean {
  return by.objectId === policyItself
}

/**
 * Why an approved request may not be carried out by the policy of now, if so. Asked right before anything is written: between
 * an approval and its effect somebody may have ceased to be an approver.
 */
export function notCleared(
  request: ApprovalRequest,
  decision: Decision,
  given: Policy,
): Extract<Failure, { is: 'against-policy' }> | undefined {
  const policy = policyOn(given, request)
  const against = (
    because: Extract<Failure, { is: 'against-policy' }>['because'],
    hosts: readonly string[],
  ) => ({ is: 'against-policy', because, hosts }) as const
  if (policy.managedBy !== undefined) return against('managed-as-code', [])
  const denied = deniedAmong(policy, request.plan.effect.hosts)
  if (denied.length > 0) return against('hosts', denied)
  if (isAtLimit(request, decision)) return undefined
  if (isByPolicy(decision)) return approvesItself(policy, request) ? undefined : against('approvals', [])
  return counting(request, decision, policy).length >= quorumOf(policy) ? undefined : against('approvals', [])
}

/** The people whose word the decision rests on, each once: approvers, and not those who want the change themselves. */
export function counting(
  request: ApprovalRequest,
  { verdict, by, after = [] }: Decision,
  policy: Policy,
): readonly KnownPerson[] {
  if (verdict !== 'approve') return []
  const voices = [...after.map(each => each.by), by]
  return voices.filter(
    (voice, at) =>
      isApprover(policy, voice) &&
      !samePerson(voice, request.requester) &&
      !watches(request, voice) &&
      voices.findIndex(each => samePerson(each, voice)) === at,
  )
}
