import type { ConversationReference } from '../conversation/messenger.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Verdict } from '../knowledge/verdict.ts'
import type { OperationHandle } from '../workspace/gateway.ts'
import type { Change, PlannedStep } from './change.ts'
import type { Plan } from './plan.ts'
import type { Terms } from './policy.ts'
import type { NotRemoved } from './removal.ts'

/** An instant, in epoch milliseconds, on the server's clock. */
export type Instant = number

/** One approver's word. */
export interface Approval {
  readonly verdict: 'approve' | 'reject'
  readonly by: KnownPerson
  readonly at: Instant
  readonly comment?: string
}

/** A decision by those who may decide. Counted once, by whoever's word completes it. */
export interface Decision extends Approval {
  /** The approvals that came before it, where the policy asks for more than one. */
  readonly after?: readonly Approval[]
}

/** Why a change did not come about. Each has a sentence in `language/` that says what to do next. */
export type Failure =
  /** `replacedBy`: the number of the request that asks for what it would do now. */
  | { readonly is: 'effect-grew'; readonly replacedBy?: number }
  | { readonly is: 'workspace-gone' }
  /** The policy has changed since it was approved: `hosts` are those that it denies by now. */
  | {
      readonly is: 'against-policy'
      readonly because: 'approvals' | 'hosts' | 'managed-as-code'
      readonly hosts: readonly string[]
    }
  /** Of an approver, or, where the policy approves itself, of the requester: Azure does not let them make the change. */
  | { readonly is: 'no-permission'; readonly who: readonly string[]; readonly actions: readonly string[] }
  | { readonly is: 'forbidden'; readonly message: string }
  | { readonly is: 'disallowed'; readonly code: string; readonly message: string }
  | { readonly is: 'refused'; readonly code: string; readonly message: string }
  | { readonly is: 'operation-failed'; readonly code: string; readonly message: string }
  /** Azure said that it succeeded, and the rule is not there, or not as it was written. */
  | { readonly is: 'not-there-afterwards'; readonly hosts: readonly string[] }
  | { readonly is: 'rule-failed'; readonly rule: string; readonly error: string }
  /** A rule of that name exists with other hosts: it is not overwritten. */
  | { readonly is: 'rule-name-taken'; readonly rule: string }
  /** It lists hosts that it did not list when this was approved, or lost some: it is somebody else's by now. */
  | { readonly is: 'rule-changed'; readonly rule: string }
  /** Azure said that it succeeded, and the rule is still there. */
  | { readonly is: 'still-there-afterwards'; readonly rule: string }
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
  /**
   * We are about to write to Azure, or did and do not know it. `worker` may go on; another only after `until`. `fence`: the
   * version that this announcement made; whoever holds an older one has lost the workspace.
   */
  | { readonly is: 'starting'; readonly worker: string; readonly until: Instant; readonly fence?: number }
  /** Azure took the change. Without an operation address the result itself is watched. */
  | { readonly is: 'running'; readonly operation?: OperationHandle; readonly since: Instant }
  | { readonly is: 'reading-back'; readonly since: Instant }
  /** Read back and there; it is looked at once more before anybody calls it done. */
  | { readonly is: 'settling'; readonly since: Instant }

export interface Progress {
  readonly startedAt: Instant
  /** Index into the steps. */
  readonly step: number
  /** What is done instead of the plan's steps: the same hosts, a rule for each, since Azure refused their list. */
  readonly steps?: readonly PlannedStep[]
  /** Hosts that were to be removed and are left in place, since others came to count on them while this waited. */
  readonly kept?: readonly Extract<NotRemoved, { why: 'claimed' }>[]
  /** When Azure took the first write. */
  readonly writtenAt?: Instant
  /** Names of the rules that were there before. */
  readonly before?: readonly string[]
  /** Rules that were there and then were not, and were put back. That is done once. */
  readonly restored?: readonly string[]
  readonly phase: Phase
  readonly obstacle?: Obstacle
  /** ARM's correlation ids of the calls made so far, for the audit and for support. */
  readonly correlationIds: readonly string[]
}

/** How far a request that waits for its approval has come when the approvers are reminded. */
export type Reminder = 'half' | 'nine-tenths'

/** An approval that does not count: its giver lacks actions in Azure, or is not in the groups of approvers any more. */
export interface SetAside {
  readonly by: KnownPerson
  readonly lacks: readonly string[]
  readonly notIn?: readonly string[]
}

export type RequestState =
  | {
      readonly is: 'awaiting-approval'
      /** Of distinct approvers, while the policy asks for more. */
      readonly approvals?: readonly Approval[]
      readonly reminded?: Reminder
      /** It was approved, and these approvals did not count: it waits for another one. */
      readonly setAside?: readonly SetAside[]
    }
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
      /** Milliseconds from Azure's taking the first write until the result was there. */
      readonly tookMs?: number
      readonly steps?: readonly PlannedStep[]
      readonly restored?: readonly string[]
      readonly kept?: NonNullable<Progress['kept']>
      /** Rules of others that were there before and are not any more; nothing of ours removed them. */
      readonly othersGone?: readonly string[]
    }
  | {
      readonly is: 'failed'
      readonly decision: Decision
      readonly at: Instant
      readonly failure: Failure
      /** How many of the steps stand in Azure all the same. */
      readonly applied?: { readonly done: number; readonly of: number }
    }
  | { readonly is: 'rejected'; readonly decision: Decision; readonly at: Instant }
  | { readonly is: 'expired'; readonly at: Instant }
  | { readonly is: 'withdrawn'; readonly at: Instant }

/** Somebody who asked for what was requested already: hears the end like the requester, and decides it as little. */
export interface Watcher {
  readonly person: KnownPerson
  readonly thread: ConversationReference
}

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
  readonly watchers?: readonly Watcher[]
  /** What the policy asked when it was made. Absent on requests that are older than such terms. */
  readonly terms?: Terms
  readonly requestedAt: Instant
  readonly expiresAt: Instant
  readonly state: RequestState
}

export type StateName = RequestState['is']

/** The moves that exist. Whatever is not here cannot happen. */
export const moves: Readonly<Record<StateName, readonly StateName[]>> = {
  // To itself: one approval of several, or a reminder.
  'awaiting-approval': ['awaiting-approval', 'approved', 'rejected', 'expired', 'withdrawn'],
  // Back to waiting: the worker found that Azure does not let the approver make the change.
  approved: ['awaiting-approval', 'approved', 'applying', 'done', 'failed'],
  applying: ['applying', 'done', 'failed'],
  done: [],
  failed: [],
  rejected: [],
  expired: [],
  withdrawn: [],
}

/** What is, or was, done in Azure for this request: the plan's steps, unless Azure refused them as they were. */
export function stepsOf({ plan, state }: Pick<ApprovalRequest, 'plan' | 'state'>): readonly PlannedStep[] {
  const instead =
    state.is === 'applying' ? state.progress.steps : state.is === 'done' ? state.steps : undefined
  return instead ?? plan.steps
}

export function isOpen({ state }: Pick<ApprovalRequest, 'state'>): boolean {
  return moves[state.is].length > 0
}
