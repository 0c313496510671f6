import type { Register } from '../changes/register.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import type { ConversationReference } from '../conversation/messenger.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { IntentPorts } from './intent-ports.ts'

/** Where an approver opened a request to decide it. */
export interface OpenedHere {
  readonly conversation: ConversationReference
  readonly by: KnownPerson
  /** Tells one opening from the next in the same conversation. */
  readonly topic: string
  /** `message`: a card of its own is posted and kept true. `answer`: the card is in the answer to a press already. */
  readonly as: 'message' | 'answer'
}

export interface RegisterPorts extends IntentPorts {
  readonly register: Register
  /** Lets this request be decided in one more conversation. It is written down who opened it there. */
  readonly openDecision: (request: ApprovalRequest, opened: OpenedHere) => Promise<void>
}
