import type { OperationHandle } from '../workspace/gateway.ts'
import type { PlannedStep } from './change.ts'
import type { Policy } from './policy.ts'
import { dueReminder, nextLook } from './remind.ts'
import { type ApprovalRequest, type Instant, type Reminder, stepsOf } from './request.ts'
import { policyOn, startDeadline, withExpiry } from './terms.ts'

/** What time asks of a request. */
export type Step =
  | { readonly do: 'nothing' }
  | { readonly do: 'wait'; readonly until: Instant }
  | { readonly do: 'expire' }
  /** Nobody has decided yet: the approvers are told so. */
  | { readonly do: 'remind'; readonly reminder: Reminder }
  | { readonly do: 'give-up' }
  /** Approved: see that the effect is still the approved one, take the workspace, write the first step. */
  | { readonly do: 'begin' }
  /** The next step of a plan that is under way. */
  | { readonly do: 'write'; readonly step: PlannedStep }
  /** We may have written this step and do not know: look before anything is written again. */
  | { readonly do: 'recover'; readonly step: PlannedStep }
  | { readonly do: 'poll'; readonly operation: OperationHandle }
  /** No operation to ask for: the result itself tells. */
  | { readonly do: 'watch'; readonly step: PlannedStep }
  | { readonly do: 'read-back' }

/** Who asks. `alone`: no other worker exists, so that whoever held a lease before us is gone. */
export interface Worker {
  readonly id: string
  readonly alone: boolean
}

export function stepOf(asked: ApprovalRequest, given: Policy, worker: Worker, now: Instant): Step {
  const policy = policyOn(given, asked)
  const request = withExpiry(asked, policy)
  const { state } = request
  switch (state.is) {
    case 'awaiting-approval': {
      if (now >= request.expiresAt) return { do: 'expire' }
      const reminder = dueReminder(request, state.reminded, now)
      return reminder === undefined
        ? { do: 'wait', until: nextLook(request, now) }
        : { do: 'remind', reminder }
    }
    case 'approved':
      return now < startDeadline(policy, request, state.decision.at) ? { do: 'begin' } : { do: 'give-up' }
    case 'applying': {
      const { phase, step: index } = state.progress
      const step = stepsOf(request)[index]
      if (step === undefined) return { do: 'read-back' }
      switch (phase.is) {
        case 'waiting':
          if (now >= startDeadline(policy, request, state.decision.at)) return { do: 'give-up' }
          return { do: 'write', step }
        case 'starting':
          if (now < phase.until && phase.worker !== worker.id && !worker.alone)
            return { do: 'wait', until: phase.until }
          return { do: 'recover', step }
        case 'running':
          return phase.operation === undefined
            ? { do: 'watch', step }
            : { do: 'poll', operation: phase.operation }
        case 'reading-back':
        case 'settling':
          return { do: 'read-back' }
      }
      break
    }
    case 'done':
    case 'failed':
    case 'rejected':
    case 'expired':
    case 'withdrawn':
      return { do: 'nothing' }
  }
}
