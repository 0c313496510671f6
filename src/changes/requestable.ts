import { type KnownPerson, samePerson } from '../conversation/person.ts'
import { isKeptOut, mayAsk, type Policy, quorumOf, unreadGroups } from './policy.ts'
import type { Refusal } from './refusal.ts'
import type { ApprovalRequest } from './request.ts'
import { approvesItself, deniedAmong, policyOn } from './terms.ts'

/** Why nobody approves, where nobody does. */
export function noApprovers(policy: Policy): Refusal {
  const groups = unreadGroups(policy)
  return groups.length === 0 ? { is: 'no-approver-configured' } : { is: 'approvers-unread', groups }
}

/** Why this person may not request this here, by the policy of now, if so. */
export function notRequestable(
  wanted: Pick<ApprovalRequest, 'change' | 'plan'>,
  person: KnownPerson,
  given: Policy,
): Refusal | undefined {
  const policy = policyOn(given, wanted)
  if (isKeptOut(policy, person)) return { is: 'guest', known: person.guest === 'yes' }
  if (!mayAsk(policy, person)) return { is: 'may-not-ask' }
  const denied = deniedAmong(policy, wanted.plan.effect.hosts)
  if (denied.length > 0) return { is: 'hosts-denied', hosts: denied }
  if (approvesItself(policy, wanted)) return undefined
  if (policy.approvers.length === 0) return noApprovers(policy)
  const there = policy.approvers.filter(each => !samePerson(each, person)).length
  const of = quorumOf(policy)
  return there < of ? { is: 'too-few-approvers', there, of } : undefined
}
