import { isKnown, type KnownPerson, type Person, samePerson } from '../conversation/person.ts'
import type { Instant } from './request.ts'

/** A person as the policy names them. The name is for cards; identity is the two ids. */
export interface NamedPerson {
  readonly tenantId: string
  readonly objectId: string
  readonly name: string
}

/** Who may do what, and for how long. */
export interface Policy {
  /** `tenant`: anyone of the tenants that the host lets in. */
  readonly askers: 'tenant' | readonly NamedPerson[]
  /** Nobody here means that nothing can be approved, so nothing can be requested either. */
  readonly approvers: readonly NamedPerson[]
  /** The id of the conversation where approval cards go, if the policy says so. */
  readonly approvalsConversation?: string
  /** How many distinct approvers it takes; one where nothing is said. One rejection always ends a request. */
  readonly quorum?: number
  /** How long a request waits for a decision. */
  readonly approvalExpiryMs: number
  /** How long an approved request may wait until its change is under way. */
  readonly executionExpiryMs: number
}

export function mayAsk(policy: Policy, person: Person): person is KnownPerson {
  if (!isKnown(person)) return false
  return policy.askers === 'tenant' || isApprover(policy, person) || includes(policy.askers, person)
}

export function isApprover(policy: Policy, person: Person): boolean {
  return includes(policy.approvers, person)
}

function includes(people: readonly NamedPerson[], person: Person): boolean {
  return people.some(each => samePerson(each, person))
}

/** How many approvers it takes. */
export function quorumOf({ quorum = 1 }: Policy): number {
  return Math.max(1, quorum)
}

/** Until when an approved change may be started. */
export function executionDeadline(policy: Policy, approvedAt: Instant): Instant {
  return approvedAt + policy.executionExpiryMs
}
