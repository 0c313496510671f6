import type { Effort } from '../knowledge/effort.ts'
import type { HostProblem } from '../workspace/host.ts'
import type { IsolationMode } from '../workspace/managed-network.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import type { PlannedStep } from './change.ts'
import type { Effect } from './effect.ts'
import type { Preflight } from './preflight.ts'
import type { NotRemoved } from './removal.ts'
import type { RuleShape } from './rule-name.ts'
import type { Warning } from './warning.ts'

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
