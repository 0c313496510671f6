import { normaliseHost } from '../../workspace/host.ts'
import type { Workspace } from '../../workspace/managed-network.ts'
import { isFqdn } from '../../workspace/outbound-rule.ts'
import type { PlannedStep } from '../change.ts'
import type { Landed } from './landing.ts'

type DeleteRule = Extract<PlannedStep, { do: 'delete-rule' }>

/**
 * What has become of a rule that we removed, or may have removed. A rule that lists a host which it did not list when this was
 * approved is somebody's new one, and stays.
 */
export function removalLanded(step: DeleteRule, { network }: Workspace): Landed {
  const rule = network.rules.find(each => each.name === step.ruleName)
  if (rule === undefined) return { is: 'effective' }
  if (!isFqdn(rule) || rule.category !== 'UserDefined') return { is: 'name-taken' }
  const approved = new Set(step.hosts.map(normaliseHost))
  if (!rule.destinations.every(host => approved.has(normaliseHost(host)))) return { is: 'name-taken' }
  return { is: rule.status === 'Deleting' ? 'under-way' : 'absent' }
}
