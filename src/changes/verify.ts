import { effortOfHosts, effortOfProvisioning } from '../knowledge/effort.ts'
import { coverageOf } from '../workspace/host-coverage.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { workspaceKey } from '../workspace/workspace-id.ts'
import { type Effect, firewallOf } from './plan.ts'
import type { ApprovalRequest } from './request.ts'

/** What the approved change would bring about in the workspace as it is now, to be held against what was approved. */
export function effectNow({ change, plan }: ApprovalRequest, workspace: Workspace): Effect {
  const { network } = workspace
  const hosts = plan.effect.hosts.filter(host => {
    const standing = coverageOf(host, network).by?.standing
    return standing === undefined || standing === 'failed'
  })
  const provisioning = plan.steps.some(step => step.do === 'provision') && network.status === 'Inactive'
  const effort =
    hosts.length > 0 ? effortOfHosts(network) : provisioning ? effortOfProvisioning(network) : undefined
  return {
    workspace: workspaceKey(change.workspaceId),
    isolationMode: network.isolationMode,
    hosts,
    createsFirewall: effort?.createsFirewall ?? false,
    ...firewallOf(network, effort),
    provisions: effort?.provisions ?? false,
  }
}
