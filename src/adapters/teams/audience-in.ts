import { audienceOfPerson } from '../../conversation/audience.ts'
import type { ConversationReference } from '../../conversation/messenger.ts'
import { isKnown, type Person } from '../../conversation/person.ts'

/** Who reads in a conversation, where its id does not say it: the person of a personal chat, the channel around a thread. */
export function audienceIn(
  kind: ConversationReference['kind'],
  id: string,
  person: Person,
): string | undefined {
  if (kind === 'personal') return isKnown(person) ? audienceOfPerson(person).key : undefined
  const thread = id.indexOf(';messageid=')
  return thread === -1 ? undefined : id.slice(0, thread)
}
