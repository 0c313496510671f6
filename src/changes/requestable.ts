import { type KnownPerson, samePerson } from '../conversation/person.ts'
import { mayAsk, type Policy, quorumOf } from './policy.ts'
import type { Refusal } from './refusal.ts'
import type { ApprovalRequest } from './request.ts'
import { approvesItself, deniedAmong, policyOn } from './terms.ts'

/** Why this person may not request this here, by the policy of now, if so. */
export function notRequestable(
  wanted: Pick<ApprovalRequest, 'change' | 'plan'>,
  person: KnownPerson,
  given: Policy,
): Refusal | undefined {
  const policy = policyOn(given, wanted)
  if (!mayAsk(policy, person)) return { is: 'may-not-ask' }
  const denied = deniedAmong(policy, wanted.plan.effect.hosts)
  if (denied.length > 0) return { is: 'hosts-denied', hosts: denied }
  if (approvesItself(policy, wanted)) return undefined
  if (policy.approvers.length === 0) return { is: 'no-approver-configured' }
  const there = policy.approvers.filter(each => !samePerson(each, person)).length
  const of = quorumOf(policy)
  return there < of ? { is: 'too-few-approvers', there, of } : undefined
}
