import type { WorkspaceId } from '../workspace/workspace-id.ts'
import type { WaitingEnd } from './subscriptions.ts'

/** What somebody is told beside the end of a request; put into words in its reader's language when it is sent. */
export type NoticeMatter =
  | {
      readonly is: 'waiting-ended'
      readonly how: WaitingEnd
      /** Its name. */
      readonly workspace: string
    }
  /** What a finished request opened does not stand as it left it, and nothing was done here. */
  | {
      readonly is: 'drift'
      readonly request: string
      readonly number: number
      readonly workspace: string
      readonly workspaceId: WorkspaceId
      readonly collection?: string
      readonly vanished: readonly string[]
      readonly widened: readonly string[]
    }
  /** Hosts that a finished request opened for a time are about to be taken out again. */
  | {
      readonly is: 'limit-ends'
      /** Its id. */
      readonly request: string
      readonly number: number
      readonly workspace: string
      readonly hosts: readonly string[]
      readonly until: number
    }
