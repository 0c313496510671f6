import type { GatewayTrouble } from '../workspace/gateway.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { landed } from './actions/landed.ts'
import { notAsPlanned } from './actions/not-as-planned.ts'
import type { Plan } from './plan.ts'
import type { Failure, Obstacle } from './request.ts'

/** What trouble with Azure means for an approved change: it ends it, holds it up, or leaves open whether a write landed. */
export type TroubleMeans =
  | { readonly is: 'failure'; readonly failure: Failure }
  | { readonly is: 'obstacle'; readonly obstacle: Obstacle; readonly retryAfterSeconds?: number }
  | { readonly is: 'open' }

export function troubleMeans(trouble: GatewayTrouble): TroubleMeans {
  switch (trouble.is) {
    case 'not-found':
    case 'hub-unread':
      return { is: 'failure', failure: { is: 'workspace-gone' } }
    case 'forbidden':
      return { is: 'failure', failure: { is: 'forbidden', message: trouble.message } }
    case 'disallowed':
      return { is: 'failure', failure: { is: 'disallowed', code: trouble.code, message: trouble.message } }
    case 'refused':
      return { is: 'failure', failure: { is: 'refused', code: trouble.code, message: trouble.message } }
    case 'busy':
      return { is: 'obstacle', obstacle: { is: 'workspace-busy' } }
    case 'throttled':
      return {
        is: 'obstacle',
        obstacle: { is: 'azure-throttles' },
        retryAfterSeconds: trouble.retryAfterSeconds,
      }
    case 'unauthenticated':
      // No token, no request: nothing can have landed.
      return { is: 'obstacle', obstacle: { is: 'azure-unreachable', detail: 'unauthenticated' } }
    case 'unavailable':
    case 'timed-out':
    case 'not-understood':
      return { is: 'open' }
  }
}

/** The end of a plan, as read back from Azure. */
export type ReadBack =
  | { readonly is: 'effective' }
  | { readonly is: 'configured' }
  | { readonly is: 'under-way' }
  | { readonly is: 'failed'; readonly failure: Failure }

/** Holds the whole plan against what Azure has now. Only this may call a change done. */
export function readBack({ steps }: Pick<Plan, 'steps'>, workspace: Workspace): ReadBack {
  const all = steps.map(step => ({ step, now: landed(step, workspace) }))
  const failed = all.find(({ now }) => now.is === 'failed')?.now
  if (failed?.is === 'failed')
    return { is: 'failed', failure: { is: 'rule-failed', rule: failed.rule, error: failed.error } }
  if (all.some(({ now }) => now.is === 'under-way')) return { is: 'under-way' }
  const gone = all.filter(({ now }) => now.is === 'absent' || now.is === 'name-taken')
  const [first] = gone
  if (first !== undefined) {
    const hosts = gone.flatMap(({ step }) => (step.do === 'put-rule' ? step.hosts : []))
    const failure: Failure =
      first.step.do === 'delete-rule'
        ? notAsPlanned(first.now, first.step)
        : { is: 'not-there-afterwards', hosts }
    return { is: 'failed', failure }
  }
  return { is: all.every(({ now }) => now.is === 'effective') ? 'effective' : 'configured' }
}
