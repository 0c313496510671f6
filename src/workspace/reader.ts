import { isDeepStrictEqual } from 'node:util'
import type { FleetCache } from './fleet-cache.ts'
import type { Fleet, WorkspaceGateway } from './gateway.ts'
import { isPassing, knownFleet } from './known-fleet.ts'
import type { Workspace } from './managed-network.ts'
import type { ReadApart } from './merged-fleet.ts'
import type { FleetSeen, Seen } from './seen.ts'
import { type WorkspaceId, workspaceKey } from './workspace-id.ts'

export type { FleetSeen, Freshness, Seen } from './seen.ts'

/** Reads live, and remembers: what cannot be read just now is answered from before, with its age. */
export interface WorkspaceReader {
  read(id: WorkspaceId): Promise<Seen>
  /** All workspaces, read live. Of each it says when its rules were read, where the list leaves them out, and whether at all. */
  fleet(): Promise<FleetSeen>
  /** Workspaces of that name in any resource group: names are unique only within one. */
  named(name: string): Promise<FleetSeen>
  /** All workspaces, as of at most a minute ago; where listing them takes long, as they were last listed, at once. */
  recent(): Promise<FleetSeen>
  /** What was remembered of this workspace no longer holds. */
  forget(id: WorkspaceId): void
}

const rememberedAtMost = 10_000
/** Of workspaces of one name: more than anybody is asked to choose from. */
const readAtMost = 6

export interface ReaderOptions {
  /**
   * Bounds how long somebody waits for a list: undefined when that takes too long. The list itself goes on meanwhile, and serves
   * the next question.
   */
  readonly patient?: (list: Promise<FleetSeen>) => Promise<FleetSeen | undefined>
  /** What the other replicas know. */
  readonly cache?: FleetCache
}

export function workspaceReader(
  gateway: Pick<WorkspaceGateway, 'list' | 'read' | 'find'>,
  now: () => number,
  { patient = list => list, cache }: ReaderOptions = {},
): WorkspaceReader {
  const states = new Map<string, ReadApart>()
  const known = knownFleet({
    gateway,
    now,
    patient,
    apart: states,
    ...(cache === undefined ? {} : { cache }),
  })

  const only = (seen: FleetSeen, name: string): FleetSeen => {
    if (!seen.ok) return seen
    const wanted = name.toLowerCase()
    const workspaces = seen.fleet.workspaces.filter(each => each.name.toLowerCase() === wanted)
    return { ...seen, fleet: { ...seen.fleet, workspaces } }
  }

  /** Those of this name that an index knows and that are really there. */
  const inIndex = async (name: string): Promise<readonly Workspace[]> => {
    const ids = (await gateway.find?.(name)) ?? { ok: false }
    if (!ids.ok) return []
    const reads = await Promise.all(ids.value.slice(0, readAtMost).map(id => gateway.read(id)))
    return reads.flatMap(read => (read.ok ? [read.value] : []))
  }

  const seenApart = (workspaces: readonly Workspace[], unread: Fleet['unread']): FleetSeen => {
    for (const workspace of workspaces) states.set(workspaceKey(workspace.id), { workspace, at: now() })
    return { ok: true, fleet: { workspaces, unread }, freshness: { is: 'live', at: now() } }
  }

  return {
    fleet: known.live,
    recent: known.recent,
    read: async id => {
      const key = workspaceKey(id)
      const answer = await gateway.read(id)
      if (answer.ok) {
        if (states.size >= rememberedAtMost) states.clear()
        // What did not change stays the same object: whatever was built on the list with it still holds.
        const before = states.get(key)?.workspace
        const workspace = isDeepStrictEqual(before, answer.value) && before ? before : answer.value
        states.set(key, { workspace, at: now() })
        return { ok: true, workspace, freshness: { is: 'live', at: now() } }
      }
      const before = states.get(key)
      if (before === undefined || !isPassing(answer.trouble)) return { ok: false, trouble: answer.trouble }
      const freshness = { is: 'cached', at: before.at, now: now(), because: answer.trouble } as const
      return { ok: true, workspace: before.workspace, freshness }
    },
    named: async name => {
      const first = only(await known.recent(), name)
      if (first.ok && first.fleet.workspaces.length > 0) return first
      const found = await inIndex(name)
      if (found.length > 0) return seenApart(found, first.ok ? first.fleet.unread : [])
      // A workspace made a moment ago is not in the list of a minute ago.
      return first.ok ? only(await known.live(), name) : first
    },
    forget: known.forget,
  }
}
