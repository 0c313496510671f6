import { isWildcard, normaliseHost } from './host.ts'
import type { ManagedNetwork } from './managed-network.ts'
import { isFqdn, type OutboundRule } from './outbound-rule.ts'

/**
 * Whether a rule's destination lets a wanted host through, exactly as Azure Firewall matches target FQDNs
 * (azure-docs, firewall-faq): `*.x` is any depth of subdomain of x but not x; `*x` is whatever ends in x.
 */
export function destinationCovers(destination: string, wanted: string): boolean {
  const pattern = normaliseHost(destination)
  const host = normaliseHost(wanted)
  if (pattern === host) return true
  if (!isWildcard(pattern)) return false
  const end = pattern.slice(1)
  if (end.includes('*')) return false
  // A wanted `*.y` stands for every `<something>.y`, so its own dot belongs to what must match.
  const tail = isWildcard(host) ? host.slice(1) : host
  // `*.x` has the end `.x`: a host equal to `.x` without its first label does not exist, and x itself does not end in `.x`.
  return tail.endsWith(end)
}

/** How much a rule is worth to the hosts that it names. */
export type Standing =
  /** Active rule on an Active network. */
  | 'effective'
  /** Stored on a network that is not provisioned yet. */
  | 'configured'
  | 'provisioning'
  | 'failed'

/** A rule that names the host and yet lets nothing through. */
export interface Disregarded {
  readonly rule: string
  readonly status: string
  readonly why: 'switched-off' | 'deleting' | 'unknown-status'
}

export interface HostCoverage {
  readonly host: string
  readonly by?: {
    readonly rule: string
    readonly destination: string
    readonly standing: Standing
    readonly error?: string
  }
  readonly disregarded: readonly Disregarded[]
}

const rank: Record<Standing, number> = { effective: 0, configured: 0, provisioning: 1, failed: 2 }

/** What a rule of any type is worth on this network, or why it is worth nothing. */
export function standingOf(rule: OutboundRule, network: ManagedNetwork): Standing | Disregarded['why'] {
  switch (rule.status) {
    case 'Active':
      return network.status === 'Active' ? 'effective' : 'configured'
    case 'Inactive':
      return network.status === 'Active' ? 'switched-off' : 'configured'
    case 'Provisioning':
      return 'provisioning'
    case 'Failed':
      return 'failed'
    case 'Deleting':
      return 'deleting'
    default:
      return 'unknown-status'
  }
}

/** Which rule lets this host through, the best one if several do. Only FQDN rules count. */
export function coverageOf(host: string, network: ManagedNetwork): HostCoverage {
  const disregarded: Disregarded[] = []
  let best: HostCoverage['by']
  for (const rule of network.rules.filter(isFqdn)) {
    const destination = rule.destinations.find(each => destinationCovers(each, host))
    if (destination === undefined) continue
    const standing = standingOf(rule, network)
    if (standing === 'switched-off' || standing === 'deleting' || standing === 'unknown-status')
      disregarded.push({ rule: rule.name, status: rule.status, why: standing })
    else if (best === undefined || rank[standing] < rank[best.standing])
      best = {
        rule: rule.name,
        destination,
        standing,
        ...(rule.error === undefined ? {} : { error: rule.error }),
      }
  }
  return { host: normaliseHost(host), ...(best === undefined ? {} : { by: best }), disregarded }
}

/** A destination that lets through more than its author may think: `*x` also matches `evilx`, and `*` everything. */
export function isDotlessWildcard(destination: string): boolean {
  return /^\*(?!\.)/.test(normaliseHost(destination))
}
