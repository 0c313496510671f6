import { samePerson } from '../conversation/person.ts'
import { isWildcard } from '../workspace/host.ts'
import { destinationCovers } from '../workspace/host-coverage.ts'
import type { Plan } from './plan.ts'
import { executionDeadline, type MoreApprovers, type Policy, quorumOf, type Terms } from './policy.ts'
import { type Place, policyFor } from './policy-for.ts'
import type { ApprovalRequest } from './request.ts'

/** Where a plan takes effect, for the rules of a policy. */
export function placeOf({ workspaceId, tags }: Pick<Plan, 'workspaceId' | 'tags'>): Place {
  return { id: workspaceId, ...(tags === undefined ? {} : { tags }) }
}

/** What the policy asks of a request for this plan, to be frozen with it. */
export function termsOf(policy: Policy, plan: Plan): Terms {
  const here = policyFor(policy, placeOf(plan))
  return {
    approvers: here.approvers.filter(({ groups }) => groups === undefined),
    ...(here.approverGroups === undefined ? {} : { groups: here.approverGroups.map(({ id }) => id) }),
    quorum: quorumFor(here, plan),
    executionExpiryMs: here.executionExpiryMs,
    ...(policy.hash === undefined ? {} : { policy: policy.hash }),
  }
}

/**
 * The policy that a request is under: what holds in its workspace now, and where it was stricter when the request was made, that.
 * Whoever approves must be an approver under both.
 */
export function policyOn(policy: Policy, { plan, terms }: Pick<ApprovalRequest, 'plan' | 'terms'>): Policy {
  const here = policyFor(policy, placeOf(plan))
  const quorum = Math.max(quorumFor(here, plan), terms?.quorum ?? 1)
  return {
    ...here,
    ...(quorum === 1 ? {} : { quorum }),
    approvers:
      terms === undefined
        ? here.approvers
        : here.approvers.filter(
            each =>
              terms.approvers.some(then => samePerson(then, each)) ||
              each.groups?.some(group => terms.groups?.includes(group)),
          ),
    executionExpiryMs: Math.min(here.executionExpiryMs, terms?.executionExpiryMs ?? here.executionExpiryMs),
  }
}

/** A request with the time that it may wait now, where that has become shorter. */
export function withExpiry(request: ApprovalRequest, { approvalExpiryMs }: Policy): ApprovalRequest {
  const expiresAt = Math.min(request.expiresAt, request.requestedAt + approvalExpiryMs)
  return expiresAt === request.expiresAt ? request : { ...request, expiresAt }
}

/** Until when a request that is made now may be decided: as the policy says, and not after the end of what it asks for. */
export function expiryOf(policy: Policy, plan: Plan, now: number): number {
  const here = policyFor(policy, placeOf(plan))
  return Math.min(now + here.approvalExpiryMs, plan.effect.until ?? Number.POSITIVE_INFINITY)
}

/** Until when a request that was approved then may be started. `policy`: what it is under. */
export function startDeadline(
  policy: Policy,
  { plan }: Pick<ApprovalRequest, 'plan'>,
  approvedAt: number,
): number {
  return Math.min(executionDeadline(policy, approvedAt), plan.effect.until ?? Number.POSITIVE_INFINITY)
}

/** How many approvers this plan takes: hosts may ask for more than the workspace does. */
export function quorumFor(policy: Policy, plan: Pick<Plan, 'effect' | 'warnings'>): number {
  const asked = (policy.moreApprovers ?? []).filter(each => concerns(each, plan))
  return Math.max(quorumOf(policy), ...asked.map(({ quorum }) => quorum))
}

function concerns({ hosts }: MoreApprovers, { effect, warnings }: Pick<Plan, 'effect' | 'warnings'>) {
  if (hosts === 'writable') return warnings.some(({ is }) => is === 'writable-hosts')
  if (hosts === 'wildcards') return effect.hosts.some(isWildcard)
  return effect.hosts.some(host => hosts.some(pattern => overlap(pattern, host)))
}

/** The hosts of a plan that the policy denies to everybody. A wildcard that lets a denied host through is denied with it. */
export function deniedAmong({ deniedHosts = [] }: Policy, hosts: readonly string[]): readonly string[] {
  return hosts.filter(host => deniedHosts.some(({ pattern }) => overlap(pattern, host)))
}

export function overlap(pattern: string, host: string): boolean {
  return destinationCovers(pattern, host) || destinationCovers(host, pattern)
}

/** Whether a request for this change needs nobody's approval here. */
export function approvesItself(
  { production, approvesItself: tiers = [] }: Policy,
  { change, plan }: Pick<ApprovalRequest, 'change' | 'plan'>,
): boolean {
  const tier = change.kind === 'allow-hosts' ? change.purpose?.tier : undefined
  // Nothing that costs or that cannot be undone, whatever the tier.
  const { createsFirewall, provisions, removed = [] } = plan.effect
  return (
    production === false &&
    tier !== undefined &&
    tiers.includes(tier) &&
    !createsFirewall &&
    !provisions &&
    removed.length === 0
  )
}
