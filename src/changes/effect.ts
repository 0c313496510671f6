import { createHash } from 'node:crypto'
import type { Effect } from './plan.ts'

/** A fingerprint of what was approved, shown in the audit and used to recognise the same request asked twice. */
export function digestOf(effect: Effect): string {
  const { workspace, isolationMode, hosts, createsFirewall, firewallSku = '', provisions } = effect
  return createHash('sha256')
    .update(JSON.stringify([workspace, isolationMode, hosts, createsFirewall, firewallSku, provisions]))
    .digest('hex')
}

/**
 * Whether what would happen now is still what was approved: the same or less. More hosts, a cost that the card did not
 * name or another mode is something else, and needs an approval of its own.
 */
export function withinApproval(approved: Effect, now: Effect): boolean {
  return (
    approved.workspace === now.workspace &&
    approved.isolationMode === now.isolationMode &&
    now.hosts.every(host => approved.hosts.includes(host)) &&
    (!now.createsFirewall || (approved.createsFirewall && approved.firewallSku === now.firewallSku)) &&
    (approved.provisions || !now.provisions)
  )
}
