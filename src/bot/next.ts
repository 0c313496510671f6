import type { Landed } from '../changes/actions/landing.ts'
import type { AuditRecord } from '../changes/audit.ts'
import type { PlannedStep } from '../changes/change.ts'
import type { ApprovalRequest, Failure, Instant, Phase, Progress, RequestState } from '../changes/request.ts'
import type { Pace } from './pace.ts'

/** A request whose plan is being carried out. */
export type Applying = ApprovalRequest & { readonly state: Extract<RequestState, { is: 'applying' }> }

/** What a tick came to: the next state, and when to look again. */
export interface Next {
  readonly state: RequestState
  readonly look?: Instant
  readonly action: string
  readonly detail?: Readonly<Record<string, unknown>>
}

export function goOn(
  request: Applying,
  phase: Phase,
  look: Instant,
  action: string,
  more: Partial<Progress> = {},
): Next {
  const { obstacle: _past, ...progress } = request.state.progress
  return { state: { ...request.state, progress: { ...progress, ...more, phase } }, look, action }
}

export function fail(request: Applying, failure: Failure, at: Instant): Next {
  return {
    state: { is: 'failed', decision: request.state.decision, at, failure },
    action: 'request.failed',
    detail: { failure: failure.is },
  }
}

export function finishStep(request: Applying, now: Instant): Next {
  const step = request.state.progress.step + 1
  const phase: Phase =
    step < request.plan.steps.length ? { is: 'waiting' } : { is: 'reading-back', since: now }
  return goOn(request, phase, now, 'request.step-finished', { step })
}

export function isInPlace(standing: Landed): boolean {
  return standing.is === 'effective' || standing.is === 'configured'
}

export function failureOf(standing: Landed, step: PlannedStep): Failure {
  if (standing.is === 'failed') return { is: 'rule-failed', rule: standing.rule, error: standing.error }
  return { is: 'not-there-afterwards', hosts: step.do === 'put-rule' ? step.hosts : [] }
}

/** How long to wait, in milliseconds: as Azure asks, at least a second. */
export function waitMs(retryAfterSeconds: number | undefined, pace: Pace): number {
  return retryAfterSeconds === undefined ? pace.pollMs : Math.max(retryAfterSeconds * 1000, 1000)
}

/** What the audit keeps of a move that time brought about. */
export function recordOf(request: ApprovalRequest, next: Next, at: Instant): AuditRecord {
  return {
    at,
    actor: 'gatehouse',
    action: next.action,
    subject: request.id,
    from: request.state.is,
    to: next.state.is,
    detail: { number: request.number, digest: request.digest, ...next.detail },
  }
}
