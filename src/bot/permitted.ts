import { counting, isAtLimit, isByPolicy } from '../changes/clearance.ts'
import type { Directory } from '../changes/directory.ts'
import { actionsOf, isGranted } from '../changes/permissions.ts'
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
import { type KnownPerson, samePerson } from '../conversation/person.ts'
import type { GatewayTrouble } from '../workspace/gateway.ts'
import type { Next } from './next.ts'
import type { TickPorts } from './tick-ports.ts'

type Troubled = { readonly is: 'trouble'; readonly trouble: GatewayTrouble }

export type Permitted =
  | { readonly is: 'yes' }
  | Troubled
  /** Too few of those who approved are still in their group, and may make the change in Azure. */
  | { readonly is: 'no'; readonly setAside: readonly SetAside[] }

/**
 * Whether enough of those whose approval counts are in their groups of approvers and may themselves make this change in Azure,
 * read live and never from memory. Where
 * the policy approved, the requester must be allowed to. What cannot be read is no permission.
 */
export async function permittedNow(
  request: ApprovalRequest,
  decision: Decision,
  policy: Policy,
  { permissions, directory }: Pick<TickPorts, 'permissions' | 'directory'>,
): Promise<Permitted> {
  // Who opens for a time may also close: that was seen to when it was opened.
  if (isAtLimit(request, decision)) return { is: 'yes' }
  const itself = isByPolicy(decision)
  const here = policyOn(policy, request)
  const voices = itself ? [request.requester] : counting(request, decision, here)
  const { workspaceId } = request.plan
  const needed = actionsOf(stepsOf(request))
  const setAside: SetAside[] = []
  for (const by of voices) {
    const groups = itself ? undefined : groupsOf(by, here)
    const standing = groups && (await membershipOf(by, groups, here, directory))
    if (standing?.is === 'trouble') return standing
    if (standing?.is === 'no') {
      setAside.push({ by, lacks: [], notIn: standing.groups })
      continue
    }
    if (permissions === 'policy-only') continue
    const grants = await permissions.onWorkspace(by, workspaceId)
    if (!grants.ok) return { is: 'trouble', trouble: grants.trouble }
    const lacks = needed.filter(action => !isGranted(grants.value, workspaceId, action))
    if (lacks.length > 0) setAside.push({ by, lacks })
  }
  const enough = voices.length - setAside.length >= (itself ? 1 : quorumOf(here))
  return enough ? { is: 'yes' } : { is: 'no', setAside }
}

/** The groups through which alone somebody approves; undefined where the policy names them themselves. */
function groupsOf(by: KnownPerson, { approvers }: Policy): readonly string[] | undefined {
  return approvers.find(each => samePerson(each, by))?.groups
}

/** Whether somebody is in one of the groups at this moment. Without a directory to ask nobody is. */
async function membershipOf(
  by: KnownPerson,
  groups: readonly string[],
  { approverGroups = [], guests = false }: Policy,
  directory: Directory | undefined,
): Promise<{ readonly is: 'yes' } | { readonly is: 'no'; readonly groups: readonly string[] } | Troubled> {
  for (const group of directory === undefined ? [] : groups) {
    const members = await directory?.members(group)
    if (members?.ok === false) return { is: 'trouble', trouble: members.trouble }
    const found = members?.value.find(({ objectId }) => objectId === by.objectId)
    if (found !== undefined && (guests || found.guest !== true)) return { is: 'yes' }
  }
  return { is: 'no', groups: groups.map(id => approverGroups.find(each => each.id === id)?.name ?? id) }
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
    detail: { setAside: setAside.map(({ by, ...why }) => ({ objectId: by.objectId, ...why })) },
  }
}

export function noPermission(setAside: readonly SetAside[]): Failure {
  if (setAside.every(({ notIn }) => notIn !== undefined))
    return { is: 'against-policy', because: 'approvals', hosts: [] }
  return {
    is: 'no-permission',
    who: setAside.map(({ by }) => by.name),
    actions: [...new Set(setAside.flatMap(({ lacks }) => lacks))],
  }
}
