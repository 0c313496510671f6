import { type FleetCache, type ListedFleet, noCache } from './fleet-cache.ts'
import type { Fleet, GatewayTrouble, Urgency, WorkspaceGateway } from './gateway.ts'
import { carriedOn, merged, type ReadApart, wantingRules } from './merged-fleet.ts'
import type { FleetSeen } from './seen.ts'
import { type WorkspaceId, workspaceKey } from './workspace-id.ts'

export interface KnownFleetOptions {
  readonly gateway: Pick<WorkspaceGateway, 'list' | 'read'>
  readonly now: () => number
  /** How long somebody waits for a list; undefined when that takes too long. The list itself goes on. */
  readonly patient: (list: Promise<FleetSeen>) => Promise<FleetSeen | undefined>
  /** Workspaces that were read by themselves, by `workspaceKey`; what is read here is added. */
  readonly apart: Map<string, ReadApart>
  readonly cache?: FleetCache
}

export interface KnownFleet {
  /** All workspaces, as of now. */
  live(): Promise<FleetSeen>
  /** As of at most a minute ago; or, where a list takes long, as they were when last listed while they are listed again. */
  recent(): Promise<FleetSeen>
  /** This workspace was changed: it is read again before it is shown. */
  forget(id: WorkspaceId): void
}

const recentMs = 60_000
/** A list that takes longer is not waited for where there is an older one. */
const slowMs = 1_000
/** A list that takes long is not made anew for each name that nobody knows. */
const justListedMs = 15_000
/** An older list than this is waited for all the same. */
const staleMs = 3_600_000
/** As old as this may rules be that are read apart, because the list leaves them out. */
const rulesMs = 15 * 60_000
const readsAtOnce = 8
/** More forgotten workspaces than this are listed rather than read one by one. */
const readAgainAtMost = 5
const claimMs = 120_000

/** Trouble that passes, so that an older state is better than none. The others are answers in themselves. */
export function isPassing(trouble: GatewayTrouble): boolean {
  return trouble.is === 'timed-out' || trouble.is === 'unavailable' || trouble.is === 'throttled'
}

/** Keeps the list of workspaces: read once for all who ask, here and in other replicas, and completed where it says too little. */
export function knownFleet(options: KnownFleetOptions): KnownFleet {
  const { gateway, now, patient, apart, cache = noCache } = options
  const forgotten = new Map<string, WorkspaceId>()
  let listed: ListedFleet | undefined
  let listing: Promise<FleetSeen> | undefined
  let tookMs = 0
  /** Why the latest list did not come. */
  let failed: GatewayTrouble | undefined
  let last: { readonly of: ListedFleet; readonly fleet: Fleet } | undefined

  function fleetOf(of: ListedFleet): Fleet {
    const fleet = merged(of, apart)
    // The same list is the same object for whoever builds something on it.
    if (last?.of === of && same(last.fleet, fleet)) return last.fleet
    last = { of, fleet }
    return fleet
  }

  const seenNow = (of: ListedFleet): FleetSeen => ({
    ok: true,
    fleet: fleetOf(of),
    freshness: { is: 'live', at: of.at },
  })

  function seenBefore(because: GatewayTrouble): FleetSeen {
    if (listed === undefined || !isPassing(because)) return { ok: false, trouble: because }
    const freshness = { is: 'cached', at: listed.at, now: now(), because } as const
    return { ok: true, fleet: fleetOf(listed), freshness }
  }

  /** What another replica listed since, taken over. Without the cache each replica is alone. */
  async function others(): Promise<void> {
    const theirs = await cache.newerThan(listed?.at ?? 0).catch(() => undefined)
    if (theirs !== undefined && theirs.at > (listed?.at ?? 0)) listed = theirs
  }

  /** `insist`: a list of another replica's, made before it was asked for, does not do. */
  async function list(urgency: Urgency, notBefore: number, insist: boolean): Promise<FleetSeen> {
    await others()
    if (listed !== undefined && listed.at > notBefore) return seenNow(listed)
    const mine = await cache.claim(now(), claimMs).catch(() => true)
    // Another one is at it: what it finds is here when somebody asks next.
    if (!mine && !insist && listed !== undefined && now() - listed.at < staleMs) return seenNow(listed)
    const began = now()
    const answer = await gateway.list(urgency)
    tookMs = now() - began
    failed = answer.ok ? undefined : answer.trouble
    if (!answer.ok) return seenBefore(answer.trouble)
    forgotten.clear()
    listed = { fleet: carriedOn(answer.value, listed && fleetOf(listed)), at: now() }
    void share(listed)
    return seenNow(listed)
  }

  /** Never rejects. */
  async function share(of: ListedFleet): Promise<void> {
    const wanting = wantingRules(of.fleet, now() - rulesMs)
    await cache.keep(of).catch(() => {})
    if (wanting.length === 0) return
    const left = wanting.values()
    const read = async () => {
      for (const { id } of left) {
        const answer = await gateway.read(id, 'background')
        if (answer.ok) apart.set(workspaceKey(id), { workspace: answer.value, at: now() })
      }
    }
    await Promise.all(Array.from({ length: Math.min(readsAtOnce, wanting.length) }, read))
    await cache.keep({ fleet: merged(of, apart), at: of.at }).catch(() => {})
  }

  function listOnce(urgency: Urgency, notBefore: number, insist = false): Promise<FleetSeen> {
    listing ??= list(urgency, notBefore, insist).finally(() => {
      listing = undefined
    })
    return listing
  }

  const waited = async (notBefore: number, insist = false) =>
    (await patient(listOnce('person', notBefore, insist))) ?? seenBefore({ is: 'timed-out' })

  /** Whether all that was forgotten could be read again. */
  async function readAgain(): Promise<boolean> {
    if (forgotten.size > readAgainAtMost) return false
    const reads = [...forgotten].map(async ([key, id]) => {
      const answer = await gateway.read(id)
      if (!answer.ok) return false
      apart.set(key, { workspace: answer.value, at: now() })
      return forgotten.delete(key)
    })
    return (await Promise.all(reads)).every(done => done)
  }

  return {
    live: async () =>
      listed !== undefined && tookMs > slowMs && now() - listed.at < justListedMs
        ? seenNow(listed)
        : waited(now(), true),
    recent: async () => {
      if (listed === undefined) await others()
      if (listed === undefined || !(await readAgain())) return waited(now() - recentMs)
      const age = now() - listed.at
      if (age < recentMs) return seenNow(listed)
      if (tookMs <= slowMs || age >= staleMs) return waited(now() - recentMs)
      void listOnce('background', now() - recentMs)
      return failed === undefined ? seenNow(listed) : seenBefore(failed)
    },
    forget: id => {
      apart.delete(workspaceKey(id))
      forgotten.set(workspaceKey(id), id)
    },
  }
}

function same(a: Fleet, b: Fleet): boolean {
  return (
    a === b ||
    (a.unread === b.unread &&
      a.workspaces.length === b.workspaces.length &&
      a.workspaces.every((each, index) => each === b.workspaces[index]))
  )
}
