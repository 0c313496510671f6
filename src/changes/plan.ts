import { type Effort, effortOfProvisioning } from '../knowledge/effort.ts'
import type { HostProblem } from '../workspace/host.ts'
import type { IsolationMode, Workspace } from '../workspace/managed-network.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import type { Change, PlannedStep } from './change.ts'
import type { Effect } from './effect.ts'
import { basics, effectOf } from './plan-parts.ts'
import { planRules } from './plan-rules.ts'
import { type Preflight, preflightOf } from './preflight.ts'
import type { NotRemoved } from './removal.ts'
import type { RuleShape } from './rule-name.ts'
import { type Warning, warningsOf } from './warning.ts'

export type { Effect } from './effect.ts'
export type { Warning } from './warning.ts'

/** What the approver reads, frozen when the request is made. */
export interface Plan {
  readonly workspaceId: WorkspaceId
  readonly workspaceName: string
  readonly location: string
  /** The workspace's tags when it was planned: the policy may tell workspaces by them. */
  readonly tags?: Readonly<Record<string, string>>
  readonly isolationMode: IsolationMode
  readonly networkStatus: 'Active' | 'Inactive'
  readonly firewallSku?: string
  readonly alreadyCovered: readonly { readonly host: string; readonly rule: string }[]
  /** Hosts that were to be removed and are not, each with why. */
  readonly notRemoved?: readonly NotRemoved[]
  readonly steps: readonly PlannedStep[]
  readonly effect: Effect
  readonly effort: Effort
  readonly warnings: readonly Warning[]
  /** What provisioning may fail on, as far as we can see; absent where nothing is provisioned. */
  readonly preflight?: readonly Preflight[]
  /** Requests on this workspace that were approved before this one was made, in the order in which they are applied. */
  readonly ahead?: readonly number[]
  /** How long such changes took here: minutes of the quickest and the slowest, of so many. */
  readonly measured?: { readonly minutes: readonly [number, number]; readonly changes: number }
}

export type NoPlan =
  /** `covered`: what lets each of the hosts through already. */
  | {
      readonly is: 'nothing-to-do'
      readonly covered?: readonly { readonly host: string; readonly rule: string }[]
    }
  /** FQDN rules exist only where outbound traffic is allowed one by one; provisioning only where there is a managed network. */
  | { readonly is: 'wrong-mode'; readonly isolationMode: IsolationMode }
  /** `offer`: the host that can be requested in its place. */
  | {
      readonly is: 'bad-host'
      readonly host: string
      readonly problem: HostProblem
      readonly offer?: string
    }
  /** The same hosts are to be let through and to be taken out. */
  | { readonly is: 'both-ways'; readonly hosts: readonly string[] }
  /** None of the hosts can be taken out, each for a reason of its own. */
  | { readonly is: 'nothing-removable'; readonly notRemoved: readonly NotRemoved[] }
  /** A Project uses its hub's network and has none of its own. */
  | { readonly is: 'project-has-no-network' }

export type Planned =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly refusal: NoPlan }

export interface PlanOptions {
  readonly ruleShape: RuleShape
  /** Whether data can also be sent out through what this host or wildcard lets through, by the knowledge base. */
  readonly isWritable: (host: string) => boolean
}

/** The plan that brings this change about in the workspace as it is now. `notRemoved`: what claims of others keep. */
export function plan(
  change: Change,
  workspace: Workspace,
  options: PlanOptions,
  claimed: readonly NotRemoved[] = [],
): Planned {
  if (workspace.kind === 'Project') return refuse({ is: 'project-has-no-network' })
  switch (change.kind) {
    case 'allow-hosts':
      return planRules(
        { allow: change.hosts, remove: change.remove ?? [], claimed },
        {
          purpose: change.purpose?.collection ?? 'hosts',
          includeSpark: change.includeSpark === true,
          ...(change.undoes === undefined ? {} : { only: change.undoes.rules }),
        },
        workspace,
        options,
      )
    case 'remove-hosts':
      return planRules(
        { allow: [], remove: change.hosts, claimed },
        {
          purpose: change.collection ?? 'hosts',
          includeSpark: false,
          ...(change.undoes === undefined ? {} : { only: change.undoes.rules }),
        },
        workspace,
        options,
      )
    case 'provision-network':
      return planProvisioning(change.includeSpark, workspace, options)
  }
}

const refuse = (refusal: NoPlan): Planned => ({ ok: false, refusal })

function planProvisioning(includeSpark: boolean, workspace: Workspace, options: PlanOptions): Planned {
  const { network } = workspace
  if (network.isolationMode === 'Disabled' || network.isolationMode === 'unknown')
    return refuse({ is: 'wrong-mode', isolationMode: network.isolationMode })
  if (network.status === 'Active' && (!includeSpark || network.sparkReady))
    return refuse({ is: 'nothing-to-do' })
  const effort = effortOfProvisioning(network)
  const effect = effectOf(workspace, [], [], effort, includeSpark)
  return {
    ok: true,
    plan: {
      ...basics(workspace),
      alreadyCovered: [],
      steps: [{ do: 'provision', includeSpark }],
      effect,
      effort,
      warnings: warningsOf(effect, undefined, network, options.isWritable),
      preflight: preflightOf(workspace, includeSpark),
    },
  }
}
