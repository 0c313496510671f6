import type { AuditRecord } from './audit.ts'
import type { ApprovalRequest, Decision, Instant, RequestState, Watcher } from './request.ts'

export type NewRequest = Omit<ApprovalRequest, 'number' | 'version' | 'state'> & {
  /** The card whose button was pressed: it becomes the request's status card. */
  readonly pressedCard?: string
}

export type Submitted =
  | { readonly is: 'created'; readonly request: ApprovalRequest }
  /** The same form was sent before: one request, the same answer. */
  | { readonly is: 'repeated'; readonly request: ApprovalRequest }
  /** The same effect is already asked for by an open request. */
  | { readonly is: 'already-requested'; readonly request: ApprovalRequest }

export type Moved =
  | { readonly is: 'moved'; readonly request: ApprovalRequest }
  /** Somebody else was earlier. */
  | { readonly is: 'stale' }
  /** Another request is being applied to this workspace. */
  | { readonly is: 'blocked'; readonly by: number }

/** `ended`: there is nothing left to watch. `not-allowed`: whoever asked whether it may be said no. */
export type Watched = 'watches' | 'watched-already' | 'ended' | 'not-allowed'

/**
 * Where requests live. Each method is one transaction: audit record, then state, then the jobs that follow from it (the next
 * look at the request, and the news for the chat), all or nothing.
 */
export interface RequestStore {
  submit(request: NewRequest, record: AuditRecord): Promise<Submitted>
  find(id: string): Promise<ApprovalRequest | undefined>
  /** Requests on this workspace that have not ended, oldest first. `workspace` is a workspace key. */
  openIn(workspace: string): Promise<readonly ApprovalRequest[]>
  /**
   * Records a decision, one approval of several, or a withdrawal, once: only while the request awaits approval, is at this
   * version, has not expired at `now`, and, for a decision, was made by somebody else. Otherwise `stale`.
   */
  decide(
    from: Pick<ApprovalRequest, 'id' | 'version'>,
    state: RequestState,
    decision: Decision | undefined,
    now: Instant,
    record: AuditRecord,
  ): Promise<Moved>
  /**
   * Moves a request on from exactly this version. `look`: when time is to be asked again. Without a record the state is the
   * same as before, and there is nothing to tell.
   */
  move(
    from: ApprovalRequest,
    to: RequestState,
    look: Instant | undefined,
    record: AuditRecord | undefined,
  ): Promise<Moved>
  /**
   * Ends a request whose effect has changed and asks for the new one in its place: both or neither. An open request with the
   * same effect is taken as the successor. `ended` is the old one's end, given the successor's number.
   */
  replace(
    from: ApprovalRequest,
    ended: (successor: number) => RequestState,
    successor: NewRequest,
    records: { readonly ended: AuditRecord; readonly submitted: AuditRecord },
  ): Promise<Moved>
  /** Requests on this workspace that are done, oldest first. `workspace` is a workspace key. */
  doneIn(workspace: string): Promise<readonly ApprovalRequest[]>
  /**
   * Has somebody told of the end of a request that has not ended, once. The record is written only where it is new. `mayWatch`
   * is asked of the request as it is then, while nobody else can begin to watch it.
   */
  watch(
    id: string,
    watcher: Watcher,
    record: AuditRecord,
    mayWatch: (request: ApprovalRequest) => boolean,
  ): Promise<Watched>
  /** Writes down a refusal. */
  record(record: AuditRecord): Promise<void>
}
