import type { ConversationReference } from './messenger.ts'
import type { Person } from './person.ts'

/** Where people and conversations can be found again, after a restart too. */
export interface ReferenceStore {
  /**
   * Keeps the newest address of a conversation, and the person's id on this surface. Cheap when nothing is new. True for
   * exactly one caller: the one through whom the conversation became known.
   */
  remember(conversation: ConversationReference, person: Person): Promise<boolean>
  /** The bot was taken out: nothing more can be sent there, nor to a thread in it, and no approvals go there. */
  forget(conversation: ConversationReference): Promise<void>
  conversation(tenantId: string, key: string): Promise<ConversationReference | undefined>
  /** Teams user ids (`29:...`) of those of these people who ever spoke to the bot. */
  userIds(tenantId: string, objectIds: readonly string[]): Promise<readonly string[]>
  /** The conversation in which an approver said "send approvals here". */
  approvalsPlace(tenantId: string): Promise<ConversationReference | undefined>
  setApprovalsPlace(conversation: ConversationReference): Promise<void>
}
