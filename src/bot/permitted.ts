import { counting, isAtLimit, isByPolicy } from '../changes/clearance.ts'
import { actionsOf, isGranted, type Permissions } from '../changes/permissions.ts'
import { type Policy, quorumOf } from '../changes/policy.ts'
import { nextLook } from '../changes/remind.ts'
import {
  type ApprovalRequest,
  type Decision,
  type Failure,
  type Instant,
  type SetAside,
  stepsOf,
} from '../changes/request.ts'
import { policyOn } from '../changes/terms.ts'
import { samePerson } from '../conversation/person.ts'
import type { GatewayTrouble } from '../workspace/gateway.ts'
import type { Next } from './next.ts'

export type Permitted =
  | { readonly is: 'yes' }
  | { readonly is: 'trouble'; readonly trouble: GatewayTrouble }
  /** Too few of those who approved may make the change in Azure. */
  | { readonly is: 'no'; readonly setAside: readonly SetAside[] }

/**
 * Whether enough of those whose approval counts may themselves make this change in Azure, read live and never from memory. Where
 * the policy approved, the requester must be allowed to. What cannot be read is no permission.
 */
export async function permittedNow(
  request: ApprovalRequest,
  decision: Decision,
  policy: Policy,
  permissions: Permissions | 'policy-only',
): Promise<Permitted> {
  // Who opens for a time may also close: that was seen to when it was opened.
  if (permissions === 'policy-only' || isAtLimit(request, decision)) return { is: 'yes' }
  const itself = isByPolicy(decision)
  const here = policyOn(policy, request)
  const voices = itself ? [request.requester] : counting(request, decision, here)
  const { workspaceId } = request.plan
  const needed = actionsOf(stepsOf(request))
  const setAside: SetAside[] = []
  for (const by of voices) {
    const grants = await permissions.onWorkspace(by, workspaceId)
    if (!grants.ok) return { is: 'trouble', trouble: grants.trouble }
    const lacks = needed.filter(action => !isGranted(grants.value, workspaceId, action))
    if (lacks.length > 0) setAside.push({ by, lacks })
  }
  const enough = voices.length - setAside.length >= (itself ? 1 : quorumOf(here))
  return enough ? { is: 'yes' } : { is: 'no', setAside }
}

/**
 * An approval that Azure does not back is no end: the request waits for another approver, or for the same one with a role that
 * was activated meanwhile, for as long as it may wait anyway. The approvals that Azure does back go on counting.
 */
export function waitForAnother(request: ApprovalRequest, setAside: readonly SetAside[], now: Instant): Next {
  const { state } = request
  if (state.is !== 'approved') throw new Error(`request ${request.id} is ${state.is} and waits for nobody`)
  const { after = [], ...last } = state.decision
  const backed = isByPolicy(state.decision)
    ? []
    : [...after, last].filter(({ by }) => !setAside.some(each => samePerson(each.by, by)))
  return {
    state: { is: 'awaiting-approval', setAside, ...(backed.length === 0 ? {} : { approvals: backed }) },
    look: nextLook(request, now),
    action: 'request.approval-set-aside',
    detail: { setAside: setAside.map(({ by, lacks }) => ({ objectId: by.objectId, lacks })) },
  }
}

export function noPermission(setAside: readonly SetAside[]): Failure {
  return {
    is: 'no-permission',
    who: setAside.map(({ by }) => by.name),
    actions: [...new Set(setAside.flatMap(({ lacks }) => lacks))],
  }
}
