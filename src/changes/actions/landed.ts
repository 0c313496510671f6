import type { Workspace } from '../../workspace/managed-network.ts'
import type { PlannedStep } from '../change.ts'
import { removalLanded } from './delete-rule.ts'
import type { Landed } from './landing.ts'
import { provisioningLanded } from './provision.ts'
import { ruleLanded } from './put-rule.ts'

/** Looks how a planned step stands: reads the result, assumes nothing. */
export function landed(step: PlannedStep, workspace: Workspace): Landed {
  switch (step.do) {
    case 'put-rule':
      return ruleLanded(step, workspace)
    case 'delete-rule':
      return removalLanded(step, workspace)
    case 'provision':
      return provisioningLanded(step, workspace)
  }
}
