import type { z } from 'zod'
import type { PressIncoming } from '../conversation/incoming.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { ChatOfPress } from '../intents/approvals-here.ts'
import type { DecisionPorts } from '../intents/decide-request.ts'
import { refuse } from '../intents/refuse.ts'
import type { RegisterPorts } from '../intents/register-ports.ts'
import type { Conversations } from './conversations.ts'
import type { PostedCards } from './posted-cards.ts'

export interface PressPorts extends DecisionPorts, RegisterPorts, ChatOfPress {
  readonly conversations: Conversations
  readonly learnCopy: PostedCards['learn']
}

export type Handler = (incoming: PressIncoming, person: KnownPerson, ports: PressPorts) => Promise<Reply>

/** Reads what a button carries; a press that carries something else belongs to no card of ours. */
export function reading<T>(
  shape: z.ZodType<T>,
  handle: (data: T, incoming: PressIncoming, person: KnownPerson, ports: PressPorts) => Promise<Reply>,
): Handler {
  return async (incoming, person, ports) => {
    const data = shape.safeParse(incoming.data)
    return data.success ? handle(data.data, incoming, person, ports) : refuse({ is: 'unknown-button' }, ports)
  }
}
