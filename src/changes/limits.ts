import type { AuditRecord } from './audit.ts'
import type { NoticeMatter } from './notice-matter.ts'
import type { ApprovalRequest, Decision, Instant } from './request.ts'
import type { NewRequest } from './store.ts'

/** That the hosts of a finished request are let through for a time only, and how far that is. */
export interface TimeLimit {
  readonly request: ApprovalRequest
  readonly until: Instant
  /** Its requester was told that the end is near. */
  readonly told: boolean
  /** The id of the request that takes the hosts out again, fixed from the start: it is made once. */
  readonly removal: string
}

export interface Limits {
  /** The limit of this request, while it has one. */
  of(request: string): Promise<TimeLimit | undefined>
  /** Looks again at that time. */
  lookAgain(request: string, at: Instant): Promise<void>
  /** Has the requester told that the end is near, once, and looks again at that time. */
  tell(limit: TimeLimit, what: NoticeMatter, look: Instant): Promise<void>
  /** Ends it: there is nothing left to take out. */
  end(limit: TimeLimit): Promise<void>
  /**
   * Makes the request that takes the hosts out, approved already, and ends the limit: all or nothing. `busy`: an open request does
   * the same, and nothing was made.
   */
  remove(
    limit: TimeLimit,
    removal: NewRequest,
    decision: Decision,
    records: { readonly submitted: AuditRecord; readonly approved: AuditRecord },
  ): Promise<'made' | 'busy'>
}
