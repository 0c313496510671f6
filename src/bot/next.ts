import type { Landed } from '../changes/actions/landing.ts'
import { notAsPlanned } from '../changes/actions/not-as-planned.ts'
import type { AuditRecord } from '../changes/audit.ts'
import type { PlannedStep } from '../changes/change.ts'
import {
  type ApprovalRequest,
  type Failure,
  type Instant,
  type Phase,
  type Progress,
  type RequestState,
  stepsOf,
} from '../changes/request.ts'
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

/** Ends an approved request, wherever it stands. */
export function endIn(request: ApprovalRequest, failure: Failure, at: Instant): Next {
  const { state } = request
  if (state.is === 'applying') return fail({ ...request, state }, failure, at)
  if (state.is !== 'approved') throw new Error(`request ${request.id} is ${state.is} and cannot fail`)
  return {
    state: { is: 'failed', decision: state.decision, at, failure },
    action: 'request.failed',
    detail: { failure: failure.is },
  }
}

/** Ends it; of several steps it says how many stand in Azure all the same. */
export function fail(request: Applying, failure: Failure, at: Instant): Next {
  const { decision, progress } = request.state
  const of = stepsOf(request).length
  const applied = of > 1 && progress.step > 0 ? { applied: { done: Math.min(progress.step, of), of } } : {}
  return {
    state: { is: 'failed', decision, at, failure, ...applied },
    action: 'request.failed',
    detail: { failure: failure.is, ...applied, correlationIds: progress.correlationIds },
  }
}

export function finishStep(request: Applying, now: Instant): Next {
  const step = request.state.progress.step + 1
  const phase: Phase = step < stepsOf(request).length ? { is: 'waiting' } : { is: 'reading-back', since: now }
  return goOn(request, phase, now, 'request.step-finished', { step })
}

export function isInPlace(standing: Landed): boolean {
  return standing.is === 'effective' || standing.is === 'configured'
}

export function failureOf(standing: Landed, step: PlannedStep): Failure {
  if (standing.is === 'failed') return { is: 'rule-failed', rule: standing.rule, error: standing.error }
  return notAsPlanned(standing, step)
}

/**
 * How long to wait until the next poll, in milliseconds: as Azure asks, at least a second; else an eighth of the time that the
 * operation has run, so that what takes half an hour is not asked for a hundred times.
 */
export function waitMs(retryAfterSeconds: number | undefined, ranMs: number, pace: Pace): number {
  if (retryAfterSeconds !== undefined) return Math.max(retryAfterSeconds * 1000, 1000)
  return Math.min(Math.max(pace.pollMs, Math.round(ranMs / 8)), pace.slowestPollMs)
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
    detail: { number: request.number, digest: request.digest, ...correlated(request, next), ...next.detail },
  }
}

/** ARM's correlation ids of the calls that were made for it so far: what support asks for first. */
function correlated({ state }: ApprovalRequest, next: Next) {
  const applying = next.state.is === 'applying' ? next.state : state.is === 'applying' ? state : undefined
  const correlationIds = applying?.progress.correlationIds ?? []
  return correlationIds.length === 0 ? {} : { correlationIds }
}
