import type { KnownPerson } from '../conversation/person.ts'
import type { Effort } from '../knowledge/effort.ts'
import type { ApprovalRequest } from './request.ts'

/** What is asked of requests beside carrying them out. Reads only. */
export interface RequestLookup {
  /** The request that people call #12, if it is this tenant's. */
  byNumber(tenantId: string, number: number): Promise<ApprovalRequest | undefined>
  /** The newest request that this person made. */
  latestOf(person: Pick<KnownPerson, 'tenantId' | 'objectId'>): Promise<ApprovalRequest | undefined>
  /**
   * How long the latest changes of this kind took in this workspace, in milliseconds, newest first: from Azure's taking the
   * first write until the result was there. `workspace`: a workspace key.
   */
  durations(
    workspace: string,
    kind: Pick<Effort, 'createsFirewall' | 'provisions'>,
  ): Promise<readonly number[]>
}
