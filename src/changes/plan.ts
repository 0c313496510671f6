import { type Effort, effortOfHosts, effortOfProvisioning } from '../knowledge/effort.ts'
import { type HostProblem, hostProblem, isWildcard, normaliseHost } from '../workspace/host.ts'
import { coverageOf } from '../workspace/host-coverage.ts'
import type { IsolationMode, ManagedNetwork, Workspace } from '../workspace/managed-network.ts'
import { type WorkspaceId, workspaceKey } from '../workspace/workspace-id.ts'
import type { Change, PlannedStep } from './change.ts'
import { type RuleShape, ruleName } from './rule-name.ts'

/** A consequence that the approver must see named. */
export type Warning =
  | { readonly is: 'creates-firewall'; readonly sku: string }
  | { readonly is: 'provisions-network' }
  | { readonly is: 'cannot-be-undone' }
  | { readonly is: 'writable-hosts'; readonly hosts: readonly string[] }
  | { readonly is: 'wildcards'; readonly hosts: readonly string[] }

/** What an approval is for. The worker computes it again right before it writes; it may have shrunk, never grown. */
export interface Effect {
  readonly workspace: string
  readonly isolationMode: IsolationMode
  /** Hosts that become reachable, sorted. */
  readonly hosts: readonly string[]
  readonly createsFirewall: boolean
  /** Of the firewall that comes into being: what it costs depends on it. */
  readonly firewallSku?: string
  readonly provisions: boolean
}

/** What the approver reads, frozen when the request is made. */
export interface Plan {
  readonly workspaceId: WorkspaceId
  readonly workspaceName: string
  readonly location: string
  readonly isolationMode: IsolationMode
  readonly networkStatus: 'Active' | 'Inactive'
  readonly firewallSku?: string
  readonly alreadyCovered: readonly { readonly host: string; readonly rule: string }[]
  readonly steps: readonly PlannedStep[]
  readonly effect: Effect
  readonly effort: Effort
  readonly warnings: readonly Warning[]
}

export type NoPlan =
  | { readonly is: 'nothing-to-do' }
  /** FQDN rules exist only where outbound traffic is allowed one by one; provisioning only where there is a managed network. */
  | { readonly is: 'wrong-mode'; readonly isolationMode: IsolationMode }
  | { readonly is: 'bad-host'; readonly host: string; readonly problem: HostProblem }
  /** A Project uses its hub's network and has none of its own. */
  | { readonly is: 'project-has-no-network' }

export type Planned =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly refusal: NoPlan }

export interface PlanOptions {
  readonly ruleShape: RuleShape
  /** Hosts through which data can also be sent out, by the knowledge base. */
  readonly isWritable: (host: string) => boolean
}

/** The plan that brings this change about in the workspace as it is now. */
export function plan(change: Change, workspace: Workspace, options: PlanOptions): Planned {
  const refuse = (refusal: NoPlan): Planned => ({ ok: false, refusal })
  const { network } = workspace
  if (workspace.kind === 'Project') return refuse({ is: 'project-has-no-network' })
  switch (change.kind) {
    case 'allow-hosts': {
      if (network.isolationMode !== 'AllowOnlyApprovedOutbound')
        return refuse({ is: 'wrong-mode', isolationMode: network.isolationMode })
      const hosts = [...new Set(change.hosts.map(normaliseHost))]
      for (const host of hosts) {
        const problem = hostProblem(host)
        if (problem !== undefined) return refuse({ is: 'bad-host', host, problem })
      }
      const coverages = hosts.map(host => coverageOf(host, network))
      // A failed rule lets nothing through, so its hosts are asked for again.
      const added = coverages
        .filter(({ by }) => by === undefined || by.standing === 'failed')
        .map(({ host }) => host)
      if (added.length === 0) return refuse({ is: 'nothing-to-do' })
      const effort = effortOfHosts(network)
      const puts = ruleSteps(added, change.purpose.collection, options.ruleShape)
      return {
        ok: true,
        plan: {
          ...basics(workspace),
          alreadyCovered: coverages.flatMap(({ host, by }) =>
            by === undefined || added.includes(host) ? [] : [{ host, rule: by.rule }],
          ),
          steps: effort.provisions ? [...puts, { do: 'provision', includeSpark: false }] : puts,
          effect: effectOf(workspace, added, effort),
          effort,
          warnings: warningsOf(workspace, added, effort, options),
        },
      }
    }
    case 'provision-network': {
      if (network.isolationMode === 'Disabled' || network.isolationMode === 'unknown')
        return refuse({ is: 'wrong-mode', isolationMode: network.isolationMode })
      if (network.status === 'Active') return refuse({ is: 'nothing-to-do' })
      const effort = effortOfProvisioning(network)
      return {
        ok: true,
        plan: {
          ...basics(workspace),
          alreadyCovered: [],
          steps: [{ do: 'provision', includeSpark: change.includeSpark }],
          effect: effectOf(workspace, [], effort),
          effort,
          warnings: warningsOf(workspace, [], effort, options),
        },
      }
    }
  }
}

function basics(workspace: Workspace) {
  const { network } = workspace
  return {
    workspaceId: workspace.id,
    workspaceName: workspace.name,
    location: workspace.location,
    isolationMode: network.isolationMode,
    networkStatus: network.status,
    ...(network.firewallSku === undefined ? {} : { firewallSku: network.firewallSku }),
  }
}

function ruleSteps(hosts: readonly string[], collection: string, shape: RuleShape): PlannedStep[] {
  const groups = shape === 'combined' ? [hosts] : hosts.map(host => [host])
  return groups.map(group => ({ do: 'put-rule', ruleName: ruleName(collection, group), hosts: group }))
}

function effectOf(workspace: Workspace, hosts: readonly string[], effort: Effort): Effect {
  return {
    workspace: workspaceKey(workspace.id),
    isolationMode: workspace.network.isolationMode,
    hosts: [...hosts].sort(),
    createsFirewall: effort.createsFirewall,
    ...firewallOf(workspace.network, effort),
    provisions: effort.provisions,
  }
}

/** The firewall that the change brings about; Standard where Azure names none (how-to-managed-network). */
export function firewallOf(
  { firewallSku = 'Standard' }: ManagedNetwork,
  effort: Effort | undefined,
): { readonly firewallSku?: string } {
  return effort?.createsFirewall === true ? { firewallSku } : {}
}

function warningsOf(
  workspace: Workspace,
  hosts: readonly string[],
  effort: Effort,
  options: PlanOptions,
): Warning[] {
  const writable = hosts.filter(options.isWritable)
  const wildcards = hosts.filter(isWildcard)
  const warnings: (Warning | false)[] = [
    effort.provisions && { is: 'provisions-network' },
    effort.provisions && { is: 'cannot-be-undone' },
    effort.createsFirewall && { is: 'creates-firewall', sku: workspace.network.firewallSku ?? 'Standard' },
    writable.length > 0 && { is: 'writable-hosts', hosts: writable },
    wildcards.length > 0 && { is: 'wildcards', hosts: wildcards },
  ]
  return warnings.filter(warning => warning !== false)
}
