/** What ARM says of a rule. A word that we do not know is kept, counts as not effective, and is shown. */
export type RuleStatus =
  | 'Active'
  | 'Inactive'
  | 'Provisioning'
  | 'Deleting'
  | 'Failed'
  | (string & Record<never, never>)

interface RuleBasics {
  /** Never validated: system rules break the pattern that user rules must keep (`__SYS_ST_...`). */
  readonly name: string
  /** `UserDefined` is ours to change; `Required`, `Recommended` and `Dependency` are not. */
  readonly category: string
  readonly status: RuleStatus
  /** ARM's `errorInformation`, where the status is Failed. */
  readonly error?: string
}

export interface FqdnRule extends RuleBasics {
  readonly type: 'FQDN'
  /** One rule may list several hosts, comma-separated on the wire. Kept in the order read, trimmed. */
  readonly destinations: readonly string[]
}

export interface PrivateEndpointRule extends RuleBasics {
  readonly type: 'PrivateEndpoint'
  readonly serviceResourceId: string
  readonly subresourceTarget: string
}

export interface ServiceTagRule extends RuleBasics {
  readonly type: 'ServiceTag'
  readonly serviceTag: string
  readonly protocol: string
  readonly portRanges: string
}

/** A type that we do not know yet: shown, never judged. */
export interface OtherRule extends RuleBasics {
  readonly type: 'Other'
  readonly typeAsRead: string
}

export type OutboundRule = FqdnRule | PrivateEndpointRule | ServiceTagRule | OtherRule

export function isFqdn(rule: OutboundRule): rule is FqdnRule {
  return rule.type === 'FQDN'
}

/** Splits a destination as ARM stores it: comma-separated hosts, blanks allowed between. */
export function destinationsOf(destination: string): string[] {
  return destination
    .split(',')
    .map(host => host.trim())
    .filter(host => host !== '')
}
