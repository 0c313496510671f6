import { troubleMeans } from '../changes/outcome.ts'
import type { ApprovalRequest, Instant, Obstacle } from '../changes/request.ts'
import type { GatewayTrouble } from '../workspace/gateway.ts'
import { endIn, type Next } from './next.ts'
import type { Pace } from './pace.ts'

/**
 * What becomes of an approved request when Azure could not be *read*: it ends where trying again cannot help, and waits
 * otherwise. What holds it up stands on its card.
 */
export function heldUp(request: ApprovalRequest, trouble: GatewayTrouble, pace: Pace, now: Instant): Next {
  const { state } = request
  if (state.is !== 'approved' && state.is !== 'applying')
    throw new Error(`request ${request.id} is ${state.is} and cannot be held up`)
  const means = troubleMeans(trouble)
  if (means.is === 'failure') return endIn(request, means.failure, now)
  const obstacle: Obstacle =
    means.is === 'obstacle' ? means.obstacle : { is: 'azure-unreachable', detail: trouble.is }
  const wait = means.is === 'obstacle' ? (means.retryAfterSeconds ?? 0) * 1000 : 0
  return {
    state:
      state.is === 'approved'
        ? { ...state, obstacle }
        : { ...state, progress: { ...state.progress, obstacle } },
    look: now + Math.max(wait, pace.obstacleMs),
    action: 'request.held-up',
    detail: { trouble: trouble.is },
  }
}
