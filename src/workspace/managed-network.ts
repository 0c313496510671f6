import type { OutboundRule } from './outbound-rule.ts'
import type { WorkspaceId } from './workspace-id.ts'

/** ARM's own spelling. `unknown`: a mode that did not exist when this was written; nothing is concluded from it. */
export type IsolationMode = 'Disabled' | 'AllowInternetOutbound' | 'AllowOnlyApprovedOutbound' | 'unknown'

export interface ManagedNetwork {
  readonly isolationMode: IsolationMode
  /** The word as read; differs from `isolationMode` only where that is `unknown`. */
  readonly isolationModeAsRead: string
  /** The network itself is only ever Active or Inactive; being provisioned shows in the operation and the rules. */
  readonly status: 'Active' | 'Inactive'
  readonly sparkReady: boolean
  /** `Standard` or `Basic`. Named even where no firewall exists yet. */
  readonly firewallSku?: string
  readonly rules: readonly OutboundRule[]
  /** A list of workspaces left the rules out: that there are none here says nothing. */
  readonly rulesUnread?: true
  /** When the rules were read, in epoch milliseconds, where that was apart from the list and after it. */
  readonly rulesAt?: number
}

export interface Workspace {
  readonly id: WorkspaceId
  readonly name: string
  readonly location: string
  /** Absent where there are none. */
  readonly tags?: Readonly<Record<string, string>>
  /** `Default`, `Hub`, `Project` or `FeatureStore`, or a later word. */
  readonly kind: string
  /** Of a Project: the hub whose managed network it uses. */
  readonly hubId?: WorkspaceId
  /** `Enabled` or `Disabled`. ARM omits it on old workspaces, where Enabled applies. */
  readonly publicNetworkAccess: string
  /** ARM's word for the last operation on the workspace: `Succeeded`, `Updating`, `Failed`, ... */
  readonly provisioningState?: string
  readonly privateEndpointConnections: number
  readonly network: ManagedNetwork
}

/** Whether a firewall exists, or will at provisioning: Azure makes one for the first FQDN rule (how-to-managed-network, Pricing). */
export function hasFqdnRule(network: ManagedNetwork): boolean {
  return network.rules.some(rule => rule.type === 'FQDN')
}
