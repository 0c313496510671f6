import type { KnownPerson } from '../conversation/person.ts'
import { isWildcard, normaliseHost } from '../workspace/host.ts'
import { destinationCovers, standingOf } from '../workspace/host-coverage.ts'
import type { ManagedNetwork } from '../workspace/managed-network.ts'
import { type FqdnRule, isFqdn } from '../workspace/outbound-rule.ts'
import type { PlannedStep } from './change.ts'
import type { RuleShape } from './rule-name.ts'

/** Somebody's finished request that a host be let through, which nobody has taken back since. */
export interface Claim {
  readonly request: number
  readonly by: Pick<KnownPerson, 'tenantId' | 'objectId' | 'name'>
  /** The collection that it was for, if any. */
  readonly collection?: string
  /** It ends then, in epoch milliseconds; absent: never. */
  readonly until?: number
}

/** Why a host that was to be taken out stays where it is. */
export type NotRemoved =
  | { readonly host: string; readonly why: 'in-no-rule' }
  /** No rule lists it; a wildcard lets it through, with much else. */
  | {
      readonly host: string
      readonly why: 'by-wildcard'
      readonly rule: string
      readonly destination: string
    }
  /** Of a category that is Azure's: Required, Recommended or Dependency. */
  | { readonly host: string; readonly why: 'not-ours'; readonly rule: string; readonly category: string }
  /** Only what one request wrote is taken back, and this rule is another's. */
  | { readonly host: string; readonly why: 'other-rule'; readonly rule: string }
  /** The rule lets nothing through as it stands; writing the rest of it would switch that on. */
  | { readonly host: string; readonly why: 'rule-at-rest'; readonly rule: string; readonly status: string }
  | { readonly host: string; readonly why: 'claimed'; readonly claims: readonly Claim[] }

export interface Removal {
  readonly steps: readonly PlannedStep[]
  /** Hosts that are taken out of every rule of people's own that lists them. */
  readonly removed: readonly string[]
  readonly notRemoved: readonly NotRemoved[]
  /** Of those removed: what a rule that stays lets through all the same. */
  readonly stillLetThrough: readonly { readonly host: string; readonly rule: string }[]
  readonly leavesNoFqdnRule: boolean
}

/**
 * Takes hosts out of the FQDN rules of category UserDefined: a rule that lists only them is deleted, one with more is written
 * anew with the rest, first the writing and then the deleting, so that nothing that stays is interrupted. Rules of Azure's own,
 * private endpoints and service tags are never touched. `nameFor`: of a rule with this one host, where rules may not list several.
 * `only`: the names of the rules that may be touched, where not all may.
 */
export function removalOf(
  hosts: readonly string[],
  network: ManagedNetwork,
  shape: RuleShape,
  nameFor: (host: string) => string,
  only?: readonly string[],
): Removal {
  const all = fqdnRules(network).filter(({ category }) => category === 'UserDefined')
  const own = all.filter(({ name }) => only?.includes(name) ?? true)
  const wanted = new Set(hosts)
  const atRest = own.filter(rule => isTouched(rule, wanted) && !mayBeWritten(rule, wanted, network))
  const held = new Set(atRest.flatMap(listed))
  const removed = hosts.filter(host => !held.has(host) && own.some(rule => listed(rule).includes(host)))
  const out = new Set(removed)
  const touched = own.filter(rule => isTouched(rule, out))
  const steps = touched.map(rule => stepsFor(rule, out, shape, nameFor))
  const left = (rule: FqdnRule) => listed(rule).filter(host => !out.has(host) || !own.includes(rule))
  const staying = all.filter(rule => left(rule).length > 0)
  return {
    steps: [...steps.flatMap(({ puts }) => puts), ...steps.flatMap(({ deletes }) => deletes)],
    removed,
    notRemoved: hosts.filter(host => !out.has(host)).map(host => whyNot(host, atRest, network)),
    stillLetThrough: removed.flatMap(host => {
      const rule = staying.find(each => left(each).some(other => destinationCovers(other, host)))
      return rule === undefined ? [] : [{ host, rule: rule.name }]
    }),
    leavesNoFqdnRule: staying.length === 0 && fqdnRules(network).length === all.length,
  }
}

function fqdnRules({ rules }: ManagedNetwork): readonly FqdnRule[] {
  return rules.filter(isFqdn).filter(({ status }) => status !== 'Deleting')
}

function listed({ destinations }: FqdnRule): readonly string[] {
  return destinations.map(normaliseHost)
}

function isTouched(rule: FqdnRule, hosts: ReadonlySet<string>): boolean {
  return listed(rule).some(host => hosts.has(host))
}

/** A rule that goes as a whole may be in any state; what is written anew is switched on by that. */
function mayBeWritten(rule: FqdnRule, out: ReadonlySet<string>, network: ManagedNetwork): boolean {
  const standing = standingOf(rule, network)
  return (
    listed(rule).every(host => out.has(host)) ||
    standing === 'effective' ||
    standing === 'configured' ||
    standing === 'provisioning'
  )
}

function stepsFor(
  rule: FqdnRule,
  out: ReadonlySet<string>,
  shape: RuleShape,
  nameFor: (host: string) => string,
): { readonly puts: readonly PlannedStep[]; readonly deletes: readonly PlannedStep[] } {
  const before = listed(rule)
  const rest = before.filter(host => !out.has(host))
  const gone = { do: 'delete-rule', ruleName: rule.name, hosts: before } as const
  if (rest.length === 0) return { puts: [], deletes: [gone] }
  if (shape === 'combined' || rest.length === 1)
    return { puts: [{ do: 'put-rule', ruleName: rule.name, hosts: rest, replaces: before }], deletes: [] }
  return {
    puts: rest.map(host => ({ do: 'put-rule', ruleName: nameFor(host), hosts: [host] })),
    deletes: [gone],
  }
}

function whyNot(host: string, atRest: readonly FqdnRule[], network: ManagedNetwork): NotRemoved {
  const resting = atRest.find(rule => listed(rule).includes(host))
  if (resting !== undefined) return { host, why: 'rule-at-rest', rule: resting.name, status: resting.status }
  const rules = fqdnRules(network)
  const foreign = rules.find(rule => listed(rule).includes(host))
  if (foreign?.category === 'UserDefined') return { host, why: 'other-rule', rule: foreign.name }
  if (foreign !== undefined) return { host, why: 'not-ours', rule: foreign.name, category: foreign.category }
  for (const rule of rules) {
    const destination = listed(rule).find(each => isWildcard(each) && destinationCovers(each, host))
    if (destination !== undefined) return { host, why: 'by-wildcard', rule: rule.name, destination }
  }
  return { host, why: 'in-no-rule' }
}
