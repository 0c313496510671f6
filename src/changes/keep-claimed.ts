import type { PlannedStep } from './change.ts'
import { claimsOf, claimsOfOthers } from './claims.ts'
import type { Plan } from './plan.ts'
import type { NotRemoved } from './removal.ts'
import { type ApprovalRequest, type Instant, stepsOf } from './request.ts'

type Kept = Extract<NotRemoved, { why: 'claimed' }>

/**
 * What is still to be written, without taking out what others have come to count on since this was planned: their requests
 * ended while it waited. `step`: index of the next one. Undefined where nobody does, or that is in the steps already. Less is
 * done than was approved, never more.
 */
export function keepClaimed(
  request: ApprovalRequest,
  step: number,
  done: readonly ApprovalRequest[],
  now: Instant,
): { readonly steps: readonly PlannedStep[]; readonly kept: readonly Kept[] } | undefined {
  const { change, plan, requester } = request
  const claims = claimsOf(done.filter(each => each.requester.tenantId === requester.tenantId))
  const known = new Set(keptOf(request).map(({ host }) => host))
  const kept = (plan.effect.removed ?? []).flatMap((host): readonly Kept[] => {
    const others = claimsOfOthers(claims, host, requester, change, now)
    return others.length === 0 || known.has(host) ? [] : [{ host, why: 'claimed', claims: others }]
  })
  if (kept.length === 0) return undefined
  const stays = new Set(kept.map(({ host }) => host))
  const steps = stepsOf(request)
  return {
    steps: [...steps.slice(0, step), ...steps.slice(step).flatMap(each => without(each, stays))],
    kept,
  }
}

/** The plan as it is carried out: less is removed than it said where others came to count on a host. */
export function planNow(request: ApprovalRequest): Plan {
  const kept = keptOf(request)
  if (kept.length === 0) return request.plan
  const { effect, notRemoved = [] } = request.plan
  const { removed = [], ...rest } = effect
  const left = removed.filter(host => !kept.some(each => each.host === host))
  return {
    ...request.plan,
    effect: left.length === 0 ? rest : { ...rest, removed: left },
    notRemoved: [...notRemoved, ...kept],
  }
}

function keptOf({ state }: Pick<ApprovalRequest, 'state'>): readonly Kept[] {
  const kept = state.is === 'applying' ? state.progress.kept : state.is === 'done' ? state.kept : undefined
  return kept ?? []
}

/** The same step with these hosts left where they are; none where nothing is left of it. */
function without(step: PlannedStep, stays: ReadonlySet<string>): readonly PlannedStep[] {
  if (step.do === 'delete-rule') {
    const hosts = step.hosts.filter(host => stays.has(host))
    if (hosts.length === 0) return [step]
    return hosts.length === step.hosts.length
      ? []
      : [{ do: 'put-rule', ruleName: step.ruleName, hosts, replaces: step.hosts }]
  }
  if (step.do !== 'put-rule' || step.replaces === undefined) return [step]
  const { replaces } = step
  const hosts = replaces.filter(host => stays.has(host) || step.hosts.includes(host))
  return hosts.length === replaces.length ? [] : [{ ...step, hosts }]
}
