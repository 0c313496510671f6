import type { Effort } from '../knowledge/effort.ts'
import type { ManagedNetwork, Workspace } from '../workspace/managed-network.ts'
import { workspaceKey } from '../workspace/workspace-id.ts'
import type { PlannedStep } from './change.ts'
import type { Effect } from './effect.ts'
import { freeRuleName, type RuleShape } from './rule-name.ts'

/** What a plan says of the workspace as it was found. */
export function basics(workspace: Workspace) {
  const { network } = workspace
  return {
    workspaceId: workspace.id,
    workspaceName: workspace.name,
    location: workspace.location,
    ...(workspace.tags === undefined ? {} : { tags: workspace.tags }),
    isolationMode: network.isolationMode,
    networkStatus: network.status,
    ...(network.firewallSku === undefined ? {} : { firewallSku: network.firewallSku }),
  }
}

/** The rules that let these hosts through, none where there are none. */
export function ruleSteps(
  hosts: readonly string[],
  purpose: string,
  { rules }: ManagedNetwork,
  shape: RuleShape,
): readonly PlannedStep[] {
  if (hosts.length === 0) return []
  const groups = shape === 'combined' ? [hosts] : hosts.map(host => [host])
  return groups.map(group => ({
    do: 'put-rule',
    ruleName: freeRuleName(purpose, group, rules),
    hosts: group,
  }))
}

export function effectOf(
  workspace: Workspace,
  added: readonly string[],
  removed: readonly string[],
  effort: Effort,
  includesSpark: boolean,
  until?: number,
): Effect {
  return {
    workspace: workspaceKey(workspace.id),
    isolationMode: workspace.network.isolationMode,
    hosts: added.toSorted(),
    ...(removed.length === 0 ? {} : { removed: removed.toSorted() }),
    createsFirewall: effort.createsFirewall,
    ...firewallOf(workspace.network, effort),
    provisions: effort.provisions,
    ...(includesSpark ? { includesSpark } : {}),
    ...(until === undefined || added.length === 0 ? {} : { until }),
  }
}

/** The firewall that the change brings about; Standard where Azure names none (how-to-managed-network). */
export function firewallOf(
  { firewallSku = 'Standard' }: ManagedNetwork,
  effort: Effort | undefined,
): { readonly firewallSku?: string } {
  return effort?.createsFirewall === true ? { firewallSku } : {}
}
