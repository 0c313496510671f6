import type { Directory } from '../changes/directory.ts'
import type { Permissions } from '../changes/permissions.ts'
import type { PlanOptions } from '../changes/plan.ts'
import type { Policy } from '../changes/policy.ts'
import type { ApprovalRequest, Instant } from '../changes/request.ts'
import type { Worker } from '../changes/step.ts'
import type { RequestStore } from '../changes/store.ts'
import type { Library } from '../knowledge/library.ts'
import type { WorkspaceGateway } from '../workspace/gateway.ts'
import type { Pace } from './pace.ts'

export interface TickPorts {
  readonly store: RequestStore
  readonly gateway: WorkspaceGateway
  readonly library: Library
  readonly policy: () => Policy
  /** What people may do in Azure; `policy-only`: nobody asks. */
  readonly permissions: Permissions | 'policy-only'
  /** Who is in the groups that the policy names; absent: nobody is. */
  readonly directory?: Directory
  readonly worker: Worker
  readonly pace: Pace
  readonly now: () => Instant
  /** For the request that takes the place of one whose effect grew. */
  readonly newId: () => string
  readonly planOptions: PlanOptions
  /** Called whenever Azure may have changed, so that nobody is told an old state. */
  readonly forget: (workspace: ApprovalRequest['plan']['workspaceId']) => void
}

/** A job that is due: a request as somebody saw it. Older than the request itself, it has nothing left to say. */
export interface TickJob {
  readonly request: string
  readonly version: number
}
