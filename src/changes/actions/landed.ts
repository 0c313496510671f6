import type { Workspace } from '../../workspace/managed-network.ts'
import type { PlannedStep } from '../change.ts'
import { provisioningLanded } from './provision.ts'
import { ruleLanded } from './put-rule.ts'

/** How a planned step stands in Azure. */
export type Landed =
  | { readonly is: 'effective' }
  /** Stored, on a network that is not provisioned. */
  | { readonly is: 'configured' }
  | { readonly is: 'under-way' }
  | { readonly is: 'absent' }
  | { readonly is: 'failed'; readonly rule: string; readonly error: string }
  /** A rule of that name exists and is not ours. */
  | { readonly is: 'name-taken' }

export function landed(step: PlannedStep, workspace: Workspace): Landed {
  switch (step.do) {
    case 'put-rule':
      return ruleLanded(step, workspace)
    case 'provision':
      return provisioningLanded(workspace)
  }
}
