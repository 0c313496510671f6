import { hasFqdnRule, type Workspace } from '../workspace/managed-network.ts'
import { isBusy } from './actions/provision.ts'

/** Something that a provisioning may fail on (how-to-managed-network, Prerequisites; Provision serverless Spark). */
export type Check =
  | 'other-operation'
  | 'public-access-for-spark'
  | 'rules-waiting'
  | 'locks'
  | 'provider-registration'
  | 'policy'
  | 'identity-role'

/** `unseen`: Gatehouse does not read it, so somebody has to look. */
export interface Preflight {
  readonly check: Check
  readonly standing: 'fine' | 'attention' | 'unseen'
}

/** What can be seen of a workspace before its network is provisioned, and what cannot. */
export function preflightOf(workspace: Workspace, includeSpark: boolean): readonly Preflight[] {
  const { provisioningState, publicNetworkAccess, network } = workspace
  const seen: readonly (Preflight | false)[] = [
    { check: 'other-operation', standing: isBusy(provisioningState) ? 'attention' : 'fine' },
    includeSpark && {
      check: 'public-access-for-spark',
      standing: publicNetworkAccess === 'Disabled' ? 'fine' : 'attention',
    },
    hasFqdnRule(network) && { check: 'rules-waiting', standing: 'fine' },
  ]
  const unseen = ['locks', 'provider-registration', 'policy', 'identity-role'] as const
  return [
    ...seen.filter(each => each !== false),
    ...unseen.map(check => ({ check, standing: 'unseen' as const })),
  ]
}
