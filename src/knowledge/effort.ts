import { hasFqdnRule, type ManagedNetwork } from '../workspace/managed-network.ts'

/** What a change costs and how long it takes, which depends on what stands already (how-to-managed-network, Pricing). */
export interface Effort {
  /** Minutes that Azure usually needs, from and to. */
  readonly minutes: readonly [number, number]
  /** A firewall comes into being, billed by the hour from then on. */
  readonly createsFirewall: boolean
  /** The network comes into being, and with it the bill for its private endpoints. */
  readonly provisions: boolean
}

/** The effort of adding FQDN rules to this network so that they take effect, provisioning included where it is due. */
export function effortOfHosts(network: ManagedNetwork): Effort {
  if (network.status === 'Inactive') return { minutes: [30, 40], createsFirewall: true, provisions: true }
  return hasFqdnRule(network)
    ? { minutes: [10, 15], createsFirewall: false, provisions: false }
    : { minutes: [20, 25], createsFirewall: true, provisions: false }
}

/**
 * The effort of taking hosts out of rules: an update of the firewall where there is one, and only a stored change on a network
 * that is not provisioned. No document says that a bill ends with it.
 */
export function effortOfRemoval(network: ManagedNetwork): Effort {
  return {
    minutes: network.status === 'Active' ? [10, 15] : [1, 2],
    createsFirewall: false,
    provisions: false,
  }
}

/** The effort of provisioning alone: a firewall comes with it where an FQDN rule waits for it. */
export function effortOfProvisioning(network: ManagedNetwork): Effort {
  // Only Spark is due: the network stands, and is made ready for it.
  if (network.status === 'Active') return { minutes: [10, 15], createsFirewall: false, provisions: false }
  const firewall = network.isolationMode === 'AllowOnlyApprovedOutbound' && hasFqdnRule(network)
  return { minutes: firewall ? [30, 40] : [25, 30], createsFirewall: firewall, provisions: true }
}
