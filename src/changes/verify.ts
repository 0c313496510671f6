import { effortOfHosts, effortOfProvisioning } from '../knowledge/effort.ts'
import { normaliseHost } from '../workspace/host.ts'
import { coverageOf } from '../workspace/host-coverage.ts'
import type { ManagedNetwork, Workspace } from '../workspace/managed-network.ts'
import { isFqdn } from '../workspace/outbound-rule.ts'
import { workspaceKey } from '../workspace/workspace-id.ts'
import type { Effect } from './effect.ts'
import { firewallOf } from './plan-parts.ts'
import type { ApprovalRequest } from './request.ts'

/** What the approved change would bring about in the workspace as it is now, to be held against what was approved. */
export function effectNow({ change, plan }: ApprovalRequest, workspace: Workspace): Effect {
  const { network } = workspace
  const hosts = plan.effect.hosts.filter(host => {
    const standing = coverageOf(host, network).by?.standing
    return standing === undefined || standing === 'failed'
  })
  const removed = (plan.effect.removed ?? []).filter(host => isListed(host, network))
  const spark = !network.sparkReady && plan.steps.some(step => step.do === 'provision' && step.includeSpark)
  const provisioning = plan.steps.some(step => step.do === 'provision') && network.status === 'Inactive'
  const effort =
    hosts.length > 0 ? effortOfHosts(network) : provisioning ? effortOfProvisioning(network) : undefined
  return {
    workspace: workspaceKey(change.workspaceId),
    isolationMode: network.isolationMode,
    hosts,
    ...(removed.length === 0 ? {} : { removed }),
    createsFirewall: effort?.createsFirewall ?? false,
    ...firewallOf(network, effort),
    provisions: effort?.provisions ?? false,
    ...(spark ? { includesSpark: true } : {}),
    ...(plan.effect.until === undefined ? {} : { until: plan.effect.until }),
  }
}

/** Whether a rule that people made still names this host itself. */
function isListed(host: string, { rules }: ManagedNetwork): boolean {
  return rules
    .filter(isFqdn)
    .some(
      ({ category, status, destinations }) =>
        category === 'UserDefined' &&
        status !== 'Deleting' &&
        destinations.some(each => normaliseHost(each) === host),
    )
}
