import type { Workspace } from '../../workspace/managed-network.ts'
import type { PlannedStep } from '../change.ts'
import type { Landed } from './landing.ts'

/**
 * What has become of a provisioning that we started, or may have started. The network knows no state between Inactive and
 * Active; that it is on its way shows in the workspace's own provisioning state.
 */
export function provisioningLanded(
  { includeSpark }: Extract<PlannedStep, { do: 'provision' }>,
  { network, provisioningState }: Workspace,
): Landed {
  if (network.status === 'Active' && (network.sparkReady || !includeSpark)) return { is: 'effective' }
  return { is: isBusy(provisioningState) ? 'under-way' : 'absent' }
}

export function isBusy(provisioningState: string | undefined): boolean {
  return provisioningState === 'Updating' || provisioningState === 'Creating'
}
