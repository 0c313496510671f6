import { normaliseHost } from '../../workspace/host.ts'
import { standingOf } from '../../workspace/host-coverage.ts'
import type { ManagedNetwork, Workspace } from '../../workspace/managed-network.ts'
import { type FqdnRule, isFqdn } from '../../workspace/outbound-rule.ts'
import type { PlannedStep } from '../change.ts'
import type { Landed } from './landing.ts'

type PutRule = Extract<PlannedStep, { do: 'put-rule' }>

/** What has become of a rule that we wrote, or may have written: read from the whole rule set, never assumed. */
export function ruleLanded(step: PutRule, { network }: Workspace): Landed {
  const rule = network.rules.find(each => each.name === step.ruleName)
  if (rule === undefined || !isFqdn(rule)) return rule === undefined ? { is: 'absent' } : { is: 'name-taken' }
  const listed = new Set(rule.destinations.map(normaliseHost))
  if (listed.size !== step.hosts.length || !step.hosts.every(host => listed.has(normaliseHost(host))))
    return { is: isStillBefore(step, listed) && !isAtRest(rule, network) ? 'absent' : 'name-taken' }
  switch (rule.status) {
    case 'Active':
      return { is: network.status === 'Active' ? 'effective' : 'configured' }
    case 'Inactive':
      // On an Active network somebody has switched the rule off, which is not what was approved.
      return { is: network.status === 'Inactive' ? 'configured' : 'absent' }
    case 'Failed':
      return { is: 'failed', rule: rule.name, error: rule.error ?? '' }
    default:
      return { is: 'under-way' }
  }
}

/** Of a rule that is to lose hosts: whether it lists what stays, and nothing that it did not list when this was approved. */
function isStillBefore({ hosts, replaces }: PutRule, listed: ReadonlySet<string>): boolean {
  if (replaces === undefined) return false
  const before = new Set(replaces.map(normaliseHost))
  return hosts.every(host => listed.has(normaliseHost(host))) && [...listed].every(host => before.has(host))
}

/** Somebody has switched it off, or Azure has failed it: writing the rest of it would switch that on. */
function isAtRest(rule: FqdnRule, network: ManagedNetwork): boolean {
  const standing = standingOf(rule, network)
  return standing === 'switched-off' || standing === 'failed'
}
