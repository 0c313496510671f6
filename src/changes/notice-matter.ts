import type { WaitingEnd } from './subscriptions.ts'

/** What somebody is told that is about no request; put into words in its reader's language when it is sent. */
export interface NoticeMatter {
  readonly is: 'waiting-ended'
  readonly how: WaitingEnd
  /** Its name. */
  readonly workspace: string
}
