import type { ConversationReference } from '../conversation/messenger.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import type { Instant } from './request.ts'

/** Somebody wants to hear when a workspace's managed network is active, however that was started. */
export interface Subscription {
  readonly reader: KnownPerson
  readonly workspaceId: WorkspaceId
  readonly workspaceName: string
  /** Where they said so, and hear it. */
  readonly conversation: ConversationReference
  readonly since: Instant
}

/** What whoever waits is told in the end. */
export type WaitingEnd = 'active' | 'gone' | 'given-up'

export interface Subscriptions {
  /** One for each person and workspace: a second one only moves it to where it was said last. */
  subscribe(subscription: Subscription): Promise<void>
  /** Ends what this person waits for; the names of the workspaces. `workspace`: a key; all of them where absent. */
  unsubscribe(
    person: Pick<KnownPerson, 'tenantId' | 'objectId'>,
    workspace?: string,
  ): Promise<readonly string[]>
  /** Who waits for this workspace, longest first. `workspace`: a key. */
  of(workspace: string): Promise<readonly Subscription[]>
  /** Looks at the workspace again at that time. */
  lookAgain(workspace: string, at: Instant): Promise<void>
  /** Ends this one, and has its reader told: both or neither. */
  end(subscription: Subscription, how: WaitingEnd): Promise<void>
}
