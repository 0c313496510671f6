import { createHash } from 'node:crypto'
import type { IsolationMode } from '../workspace/managed-network.ts'

/** What an approval is for. The worker computes it again right before it writes; it may have shrunk, never grown. */
export interface Effect {
  readonly workspace: string
  readonly isolationMode: IsolationMode
  /** Hosts that become reachable, sorted. */
  readonly hosts: readonly string[]
  /** Hosts that are taken out of rules, sorted. Absent where none are. */
  readonly removed?: readonly string[]
  readonly createsFirewall: boolean
  /** Of the firewall that comes into being: what it costs depends on it. */
  readonly firewallSku?: string
  readonly provisions: boolean
  /** The network is made ready for serverless Spark. Absent where it is not. */
  readonly includesSpark?: true
  /** Until when the hosts are let through, in epoch milliseconds; absent: for good. */
  readonly until?: number
}

/** A fingerprint of what was approved, shown in the audit and used to recognise the same request asked twice. */
export function digestOf(effect: Effect): string {
  const { workspace, isolationMode, hosts, createsFirewall, firewallSku = '', provisions } = effect
  const { removed = [], includesSpark = false, until } = effect
  // What was there before these three keeps its fingerprint.
  const limit = until === undefined ? [] : [until]
  const more =
    removed.length > 0 || includesSpark || limit.length > 0 ? [removed, includesSpark, ...limit] : []
  return createHash('sha256')
    .update(
      JSON.stringify([workspace, isolationMode, hosts, createsFirewall, firewallSku, provisions, ...more]),
    )
    .digest('hex')
}

/**
 * Whether what would happen now is still what was approved: the same or less. More hosts let through or taken out, a cost that the card did not
 * name, a later end or another mode is something else, and needs an approval of its own.
 */
export function withinApproval(approved: Effect, now: Effect): boolean {
  return (
    approved.workspace === now.workspace &&
    approved.isolationMode === now.isolationMode &&
    now.hosts.every(host => approved.hosts.includes(host)) &&
    (!now.createsFirewall || (approved.createsFirewall && approved.firewallSku === now.firewallSku)) &&
    (approved.provisions || !now.provisions) &&
    (now.removed ?? []).every(host => approved.removed?.includes(host)) &&
    (approved.includesSpark === true || now.includesSpark !== true) &&
    (approved.until === undefined || (now.until !== undefined && now.until <= approved.until))
  )
}
