import type { NoticeMatter } from './notice-matter.ts'
import type { ApprovalRequest, Instant } from './request.ts'

/** Which workspaces are looked at, and what was told of their requests. */
export interface Drifts {
  /** `workspace`: a key. */
  lookAgain(workspace: string, at: Instant): Promise<void>
  /** What was told last of each of these requests, by id. */
  told(requests: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Has the requester told, unless the very same was told already. */
  tell(request: ApprovalRequest, same: string, what: NoticeMatter): Promise<void>
  /** It stands again as it was left: what happens from now on is news. */
  settled(request: ApprovalRequest): Promise<void>
}
