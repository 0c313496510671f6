import type { ListedFleet } from './fleet-cache.ts'
import type { Fleet } from './gateway.ts'
import type { Workspace } from './managed-network.ts'
import { workspaceKey } from './workspace-id.ts'

/** A workspace as it was read by itself, and when. */
export interface ReadApart {
  readonly workspace: Workspace
  readonly at: number
}

/** The list with what has been read apart since, by `workspaceKey`. The same object where nothing was. */
export function merged({ fleet, at }: ListedFleet, apart: ReadonlyMap<string, ReadApart>): Fleet {
  if (apart.size === 0) return fleet
  const places = placesIn(fleet)
  let workspaces: Workspace[] | undefined
  for (const [key, own] of apart) {
    const place = places.get(key)
    const listed = place === undefined ? undefined : fleet.workspaces[place]
    if (place === undefined || listed === undefined) continue
    const newer = own.at > at
    const fuller = leavesRulesOut(listed) && own.at > (listed.network.rulesAt ?? 0)
    if (!newer && !fuller) continue
    const state = newer ? own.workspace : listed
    workspaces ??= [...fleet.workspaces]
    workspaces[place] = fuller ? withRules(state, own.workspace.network.rules, own.at) : state
  }
  return workspaces === undefined ? fleet : { ...fleet, workspaces }
}

const placesOf = new WeakMap<Fleet, ReadonlyMap<string, number>>()

/** Where in the list each workspace stands, by `workspaceKey`; found once for a list, since every question asks. */
function placesIn(fleet: Fleet): ReadonlyMap<string, number> {
  const known = placesOf.get(fleet)
  if (known !== undefined) return known
  const places = new Map(fleet.workspaces.map(({ id }, place) => [workspaceKey(id), place]))
  placesOf.set(fleet, places)
  return places
}

/** A new list, with the rules that it leaves out as an earlier one had them. */
export function carriedOn(fleet: Fleet, before: Fleet | undefined): Fleet {
  if (before === undefined || !fleet.workspaces.some(each => each.network.rulesUnread)) return fleet
  const known = new Map(before.workspaces.map(each => [workspaceKey(each.id), each.network]))
  const workspaces = fleet.workspaces.map(listed => {
    const network = known.get(workspaceKey(listed.id))
    return !listed.network.rulesUnread || network?.rulesAt === undefined
      ? listed
      : withRules(listed, network.rules, network.rulesAt)
  })
  return { ...fleet, workspaces }
}

/** Those whose rules the list leaves out, and that were not read apart since that instant. */
export function wantingRules(fleet: Fleet, since: number): readonly Workspace[] {
  return fleet.workspaces.filter(each => leavesRulesOut(each) && (each.network.rulesAt ?? 0) < since)
}

function leavesRulesOut({ network }: Workspace): boolean {
  return network.rulesUnread === true || network.rulesAt !== undefined
}

function withRules(workspace: Workspace, rules: Workspace['network']['rules'], rulesAt: number): Workspace {
  const { rulesUnread: _, ...network } = workspace.network
  return { ...workspace, network: { ...network, rules, rulesAt } }
}
