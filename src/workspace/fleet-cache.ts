import type { Fleet } from './gateway.ts'

/** A list of workspaces, and when it was read, in epoch milliseconds. */
export interface ListedFleet {
  readonly fleet: Fleet
  readonly at: number
}

/**
 * What all replicas know of the workspaces, so that one list serves them all. It is a convenience: whoever cannot reach it lists
 * by itself.
 */
export interface FleetCache {
  /** The latest list of any replica; undefined where none is newer than that instant. */
  newerThan(at: number): Promise<ListedFleet | undefined>
  /** Whether the caller is to list now: false while another one, who said so less than `forMs` ago, does. */
  claim(now: number, forMs: number): Promise<boolean>
  /** Gives the list to the others, and the claim back. */
  keep(listed: ListedFleet): Promise<void>
}

/** For one process: nobody else lists, and nobody else is to know. */
export const noCache: FleetCache = {
  newerThan: async () => undefined,
  claim: async () => true,
  keep: async () => {},
}
