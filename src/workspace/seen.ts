import type { Fleet, GatewayTrouble } from './gateway.ts'
import type { Workspace } from './managed-network.ts'

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
