import type { ConversationReference } from '../conversation/messenger.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Verdict } from '../knowledge/verdict.ts'
import type { OperationHandle } from '../workspace/gateway.ts'
import type { Change } from './change.ts'
import type { Plan } from './plan.ts'

/** An instant, in epoch milliseconds, on the server's clock. */
export type Instant = number

/** A decision by somebody who may decide. Counted once, by whoever's comes first. */
export interface Decision {
  readonly verdict: 'approve' | 'reject'
  readonly by: KnownPerson
  readonly at: Instant
  readonly comment?: string
}

/** Why a change did not come about. Each has a sentence in `language/` that says what to do next. */
export type Failure =
  | { readonly is: 'effect-grew' }
  | { readonly is: 'workspace-gone' }
  | { readonly is: 'forbidden'; readonly message: string }
  | { readonly is: 'disallowed'; readonly code: string; readonly message: string }
  | { readonly is: 'refused'; readonly code: string; readonly message: string }
  | { readonly is: 'operation-failed'; readonly code: string; readonly message: string }
  /** Azure said that it succeeded, and the rule is not there, or not as it was written. */
  | { readonly is: 'not-there-afterwards'; readonly hosts: readonly string[] }
  | { readonly is: 'rule-failed'; readonly rule: string; readonly error: string }
  /** A rule of that name exists with other hosts: it is not overwritten. */
  | { readonly is: 'rule-name-taken'; readonly rule: string }
  | { readonly is: 'execution-expired' }

/** What holds an approved change up. Shown on the card; none of them ends it. */
export type Obstacle =
  | { readonly is: 'workspace-busy' }
  | { readonly is: 'queued-behind'; readonly request: number }
  | { readonly is: 'azure-unreachable'; readonly detail: string }
  | { readonly is: 'azure-throttles' }

/** How far the worker has come. What is written here is written before the next thing is done. */
export type Phase =
  /** Surely nothing of this step has reached Azure yet. */
  | { readonly is: 'waiting' }
  /** We are about to write to Azure, or did and do not know it. `worker` may go on; another only after `until`. */
  | { readonly is: 'starting'; readonly worker: string; readonly until: Instant }
  /** Azure took the change. Without an operation address the result itself is watched. */
  | { readonly is: 'running'; readonly operation?: OperationHandle; readonly since: Instant }
  | { readonly is: 'reading-back'; readonly since: Instant }

export interface Progress {
  readonly startedAt: Instant
  /** Index into the plan's steps. */
  readonly step: number
  readonly phase: Phase
  readonly obstacle?: Obstacle
  /** ARM's correlation ids of the calls made so far, for the audit and for support. */
  readonly correlationIds: readonly string[]
}

export type RequestState =
  | { readonly is: 'awaiting-approval' }
  | { readonly is: 'approved'; readonly decision: Decision; readonly obstacle?: Obstacle }
  | { readonly is: 'applying'; readonly decision: Decision; readonly progress: Progress }
  | {
      readonly is: 'done'
      readonly decision: Decision
      readonly at: Instant
      /** `configured`: stored on a network that still is not provisioned; never announced as done. */
      readonly result: 'effective' | 'configured'
      /** The question that it began with, answered anew from what was read back. */
      readonly answer?: Verdict
    }
  | { readonly is: 'failed'; readonly decision: Decision; readonly at: Instant; readonly failure: Failure }
  | { readonly is: 'rejected'; readonly decision: Decision; readonly at: Instant }
  | { readonly is: 'expired'; readonly at: Instant }
  | { readonly is: 'withdrawn'; readonly at: Instant }

export interface ApprovalRequest {
  readonly id: string
  /** What people call it: #12. */
  readonly number: number
  /** Grows with every move. The fence: whoever acts on an older version has lost. */
  readonly version: number
  readonly requester: KnownPerson
  readonly reason: string
  readonly change: Change
  readonly plan: Plan
  readonly digest: string
  /** Where it was asked for: the requester hears the end there. */
  readonly thread: ConversationReference
  readonly requestedAt: Instant
  readonly expiresAt: Instant
  readonly state: RequestState
}

export type StateName = RequestState['is']

/** The moves that exist. Whatever is not here cannot happen. */
export const moves: Readonly<Record<StateName, readonly StateName[]>> = {
  'awaiting-approval': ['approved', 'rejected', 'expired', 'withdrawn'],
  approved: ['approved', 'applying', 'done', 'failed'],
  applying: ['applying', 'done', 'failed'],
  done: [],
  failed: [],
  rejected: [],
  expired: [],
  withdrawn: [],
}

export function isOpen({ state }: Pick<ApprovalRequest, 'state'>): boolean {
  return moves[state.is].length > 0
}
