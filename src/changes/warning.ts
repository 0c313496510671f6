import { isWildcard } from '../workspace/host.ts'
import { hasFqdnRule, type ManagedNetwork } from '../workspace/managed-network.ts'
import type { Effect } from './effect.ts'
import type { Removal } from './removal.ts'

/** A consequence that the approver must see named. */
export type Warning =
  | { readonly is: 'creates-firewall'; readonly sku: string }
  | { readonly is: 'provisions-network' }
  | { readonly is: 'cannot-be-undone' }
  | { readonly is: 'includes-spark' }
  | { readonly is: 'writable-hosts'; readonly hosts: readonly string[] }
  | { readonly is: 'wildcards'; readonly hosts: readonly string[] }
  /** What uses these hosts fails from then on. */
  | {
      readonly is: 'removal-breaks'
      readonly hosts: readonly string[]
      /** Names of collections that can be used until then. */
      readonly collections?: readonly string[]
    }
  /** Taken out of their rules, and let through by a wildcard of another one all the same. */
  | { readonly is: 'still-let-through'; readonly hosts: readonly string[]; readonly rules: readonly string[] }
  /** Whether the firewall goes with the last rule that needs it is written nowhere. */
  | { readonly is: 'last-fqdn-rule' }

export function warningsOf(
  effect: Effect,
  removal: Removal | undefined,
  network: ManagedNetwork,
  isWritable: (host: string) => boolean,
): readonly Warning[] {
  const { hosts, removed = [] } = effect
  const writable = hosts.filter(isWritable)
  const wildcards = hosts.filter(isWildcard)
  const still = removal?.stillLetThrough ?? []
  const warnings: (Warning | false)[] = [
    effect.provisions && { is: 'provisions-network' },
    effect.provisions && { is: 'cannot-be-undone' },
    effect.createsFirewall && { is: 'creates-firewall', sku: network.firewallSku ?? 'Standard' },
    effect.includesSpark === true && { is: 'includes-spark' },
    writable.length > 0 && { is: 'writable-hosts', hosts: writable },
    wildcards.length > 0 && { is: 'wildcards', hosts: wildcards },
    removed.length > 0 && { is: 'removal-breaks', hosts: removed },
    still.length > 0 && {
      is: 'still-let-through',
      hosts: still.map(({ host }) => host),
      rules: [...new Set(still.map(({ rule }) => rule))],
    },
    removed.length > 0 &&
      hosts.length === 0 &&
      hasFqdnRule(network) &&
      removal?.leavesNoFqdnRule === true && { is: 'last-fqdn-rule' },
  ]
  return warnings.filter(warning => warning !== false)
}
