import type { Fleet, GatewayAnswer, GatewayTrouble, WorkspaceGateway } from './gateway.ts'
import type { Workspace } from './managed-network.ts'
import { type WorkspaceId, workspaceKey } from './workspace-id.ts'

/** How old the state of Azure is that an answer rests on. Instants in epoch milliseconds. */
export type Freshness =
  | { readonly is: 'live'; readonly at: number }
  /** Azure could not be read just now, and why; this is what it said before. */
  | { readonly is: 'cached'; readonly at: number; readonly now: number; readonly because: GatewayTrouble }

export type Seen =
  | { readonly ok: true; readonly workspace: Workspace; readonly freshness: Freshness }
  | { readonly ok: false; readonly trouble: GatewayTrouble }

export type FleetSeen =
  | { readonly ok: true; readonly fleet: Fleet; readonly freshness: Freshness }
  | { readonly ok: false; readonly trouble: GatewayTrouble }

/** Reads live, and remembers: what cannot be read just now is answered from before, with its age. */
export interface WorkspaceReader {
  read(id: WorkspaceId): Promise<Seen>
  /** All workspaces, read live. */
  fleet(): Promise<FleetSeen>
  /** Workspaces of that name in any resource group: names are unique only within one. */
  named(name: string): Promise<FleetSeen>
  /** All workspaces, as of at most a minute ago: for recognising names. */
  recent(): Promise<FleetSeen>
  /** What was remembered of this workspace no longer holds. */
  forget(id: WorkspaceId): void
}

const recentMs = 60_000
const rememberedAtMost = 10_000

/** Trouble that passes, so that an older state is better than none. The others are answers in themselves. */
function isPassing(trouble: GatewayTrouble): boolean {
  return trouble.is === 'timed-out' || trouble.is === 'unavailable' || trouble.is === 'throttled'
}

/**
 * `patient` bounds how long somebody waits for a list: it gives undefined when that takes too long. The list itself goes on
 * meanwhile, and serves the next question.
 */
export function workspaceReader(
  gateway: Pick<WorkspaceGateway, 'list' | 'read'>,
  now: () => number,
  patient: (list: Promise<FleetSeen>) => Promise<FleetSeen | undefined> = list => list,
): WorkspaceReader {
  const states = new Map<string, { readonly workspace: Workspace; readonly at: number }>()
  let listed: { readonly fleet: Fleet; readonly at: number } | undefined
  let listing: Promise<FleetSeen> | undefined

  const list = async (): Promise<FleetSeen> => {
    const answer: GatewayAnswer<Fleet> = await gateway.list()
    if (answer.ok) {
      listed = { fleet: answer.value, at: now() }
      return { ok: true, fleet: answer.value, freshness: { is: 'live', at: listed.at } }
    }
    return listedBefore(answer.trouble)
  }

  const listedBefore = (because: GatewayTrouble): FleetSeen => {
    if (listed === undefined || !isPassing(because)) return { ok: false, trouble: because }
    return { ok: true, fleet: listed.fleet, freshness: { is: 'cached', at: listed.at, now: now(), because } }
  }

  /** Questions that come at the same moment share one list. */
  const fleet = async (): Promise<FleetSeen> => {
    listing ??= list().finally(() => {
      listing = undefined
    })
    return (await patient(listing)) ?? listedBefore({ is: 'timed-out' })
  }

  const recent = async (): Promise<FleetSeen> =>
    listed !== undefined && now() - listed.at < recentMs
      ? { ok: true, fleet: listed.fleet, freshness: { is: 'live', at: listed.at } }
      : fleet()

  const only = (seen: FleetSeen, name: string): FleetSeen => {
    if (!seen.ok) return seen
    const wanted = name.toLowerCase()
    const workspaces = seen.fleet.workspaces.filter(each => each.name.toLowerCase() === wanted)
    return { ...seen, fleet: { ...seen.fleet, workspaces } }
  }

  return {
    fleet,
    recent,
    read: async id => {
      const key = workspaceKey(id)
      const answer = await gateway.read(id)
      if (answer.ok) {
        if (states.size >= rememberedAtMost) states.clear()
        states.set(key, { workspace: answer.value, at: now() })
        return { ok: true, workspace: answer.value, freshness: { is: 'live', at: now() } }
      }
      const known = states.get(key)
      if (known === undefined || !isPassing(answer.trouble)) return { ok: false, trouble: answer.trouble }
      const freshness = { is: 'cached', at: known.at, now: now(), because: answer.trouble } as const
      return { ok: true, workspace: known.workspace, freshness }
    },
    named: async name => {
      const first = only(await recent(), name)
      // A workspace made a moment ago is not in the list of a minute ago.
      return first.ok && first.fleet.workspaces.length === 0 ? only(await fleet(), name) : first
    },
    forget: id => {
      states.delete(workspaceKey(id))
      listed = undefined
    },
  }
}
