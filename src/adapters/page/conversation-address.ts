import type { PageConversation } from './page-state.ts'

export interface ConversationAddress {
  readonly conversation: PageConversation
  readonly thread?: string
}

/** Reads a conversation id as Teams writes it: in a channel `<id>;messageid=<thread>`. */
export function addressOf(
  conversations: readonly PageConversation[],
  id: string,
): ConversationAddress | undefined {
  const [base = '', ...rest] = id.split(';messageid=')
  const conversation = conversations.find(candidate => candidate.id === base)
  const thread = rest[0]
  if (conversation === undefined || rest.length > 1) return undefined
  if (thread === undefined) return { conversation }
  return conversation.kind === 'channel' ? { conversation, thread } : undefined
}
