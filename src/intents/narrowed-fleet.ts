import { type Grant, isGranted, readAction } from '../changes/permissions.ts'
import type { Fleet, GatewayAnswer, GatewayTrouble } from '../workspace/gateway.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { partsOf } from '../workspace/workspace-id.ts'

/** What a person has in Azure, subscription by subscription. */
export type GrantsIn = (subscriptionId: string) => Promise<GatewayAnswer<readonly Grant[]>>

/** The part of a fleet that somebody may see, and all of what their permissions could not be read for. */
export interface Narrowed {
  readonly fleet: Fleet
  /** Why nothing can be shown at all, where that is so. */
  readonly trouble?: GatewayTrouble
}

interface Kept {
  readonly spoken: ReadonlyMap<string, readonly Workspace[]>
  readonly latest?: {
    readonly grants: readonly GatewayAnswer<readonly Grant[]>[]
    readonly narrowed: Narrowed
  }
}

/**
 * Narrows a fleet for one person in one place. What was found is kept for as long as the fleet, and what Azure lets the person
 * do in it, are the same objects: with thousands of workspaces each question would else look at all of them.
 */
export interface FleetNarrowing {
  narrow(fleet: Fleet, grantsIn: GrantsIn | 'policy-only'): Promise<Narrowed>
}

/** `maySpeakOf`: whether the policy lets this person hear of the workspace here. */
export function fleetNarrowing(maySpeakOf: (workspace: Workspace) => boolean): FleetNarrowing {
  // Goes with the fleet: a list of yesterday is not kept for somebody who never came back.
  const kept = new WeakMap<Fleet, Kept>()
  return {
    narrow: async (fleet, grantsIn) => {
      const here: Kept = kept.get(fleet) ?? { spoken: bySubscription(fleet, maySpeakOf) }
      kept.set(fleet, here)
      const grants = await Promise.all(
        grantsIn === 'policy-only' ? [] : [...here.spoken.keys()].map(id => grantsIn(id)),
      )
      const { latest } = here
      if (latest?.grants.length === grants.length && grants.every((each, at) => each === latest.grants[at]))
        return latest.narrowed
      const narrowed = narrowedBy(fleet, here.spoken, grantsIn === 'policy-only' ? undefined : grants)
      kept.set(fleet, { ...here, latest: { grants, narrowed } })
      return narrowed
    },
  }
}

function bySubscription(fleet: Fleet, maySpeakOf: (workspace: Workspace) => boolean) {
  const spoken = new Map<string, Workspace[]>()
  for (const workspace of fleet.workspaces) {
    if (!maySpeakOf(workspace)) continue
    const { subscriptionId } = partsOf(workspace.id)
    const others = spoken.get(subscriptionId)
    if (others === undefined) spoken.set(subscriptionId, [workspace])
    else others.push(workspace)
  }
  return spoken
}

function narrowedBy(
  fleet: Fleet,
  spoken: Kept['spoken'],
  grants: readonly GatewayAnswer<readonly Grant[]>[] | undefined,
): Narrowed {
  const visible = new Set<Workspace>()
  const known = new Set<string>()
  const unreadable: { subscriptionId: string; trouble: GatewayTrouble }[] = []
  for (const [at, [subscriptionId, workspaces]] of [...spoken].entries()) {
    const here = grants?.[at]
    if (here?.ok === false) {
      unreadable.push({ subscriptionId, trouble: here.trouble })
      continue
    }
    for (const workspace of workspaces) {
      if (here !== undefined && !isGranted(here.value, workspace.id, readAction)) continue
      visible.add(workspace)
      known.add(subscriptionId.toLowerCase())
    }
  }
  // Which subscriptions could not be listed is for those who see something there, or whose own permissions could not be read.
  const unread = [
    ...fleet.unread.filter(({ subscriptionId }) => known.has(subscriptionId.toLowerCase())),
    ...unreadable,
  ]
  const narrowed = { workspaces: fleet.workspaces.filter(each => visible.has(each)), unread }
  const [first] = unreadable
  return first !== undefined && visible.size === 0
    ? { fleet: narrowed, trouble: first.trouble }
    : { fleet: narrowed }
}
