import { digestOf } from '../changes/effect.ts'
import { plan } from '../changes/plan.ts'
import type { ApprovalRequest, RequestState } from '../changes/request.ts'
import type { NewRequest } from '../changes/store.ts'
import { expiryOf, termsOf } from '../changes/terms.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { type Next, recordOf } from './next.ts'
import type { TickPorts } from './tick-ports.ts'

/**
 * What was approved would now do more than was approved: it is not applied. The same person's request for what it would do now
 * takes its place, for the same reason, and needs an approval of its own. Where nothing can be planned any more it just ends.
 */
export async function effectGrew(
  request: ApprovalRequest,
  workspace: Workspace,
  ports: TickPorts,
): Promise<Next | undefined> {
  const { state } = request
  if (state.is !== 'approved' && state.is !== 'applying')
    throw new Error(`request ${request.id} is ${state.is}, so nothing of it can have grown`)
  const now = ports.now()
  const ended = (replacedBy?: number): RequestState => ({
    is: 'failed',
    decision: state.decision,
    at: now,
    failure: { is: 'effect-grew', ...(replacedBy === undefined ? {} : { replacedBy }) },
  })
  const next: Next = { state: ended(), action: 'request.failed', detail: { failure: 'effect-grew' } }
  const planned = plan(request.change, workspace, ports.planOptions)
  if (!planned.ok) return next
  const digest = digestOf(planned.plan.effect)
  const { number: _number, version: _version, state: _state, ...same } = request
  const successor: NewRequest = {
    ...same,
    id: ports.newId(),
    plan: planned.plan,
    digest,
    requestedAt: now,
    terms: termsOf(ports.policy(), planned.plan),
    expiresAt: expiryOf(ports.policy(), planned.plan, now),
  }
  await ports.store.replace(request, ended, successor, {
    ended: recordOf(request, { ...next, detail: { ...next.detail, successor: successor.id } }, now),
    submitted: {
      at: now,
      actor: request.requester,
      action: 'request.submitted',
      subject: successor.id,
      to: 'awaiting-approval',
      detail: { digest, effect: planned.plan.effect, reason: request.reason, replaces: request.number },
    },
  })
  return undefined
}
