import { audienceOf, audienceOfPerson } from '../conversation/audience.ts'
import type { ConversationReference } from '../conversation/messenger.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { Tongues } from '../conversation/tongues.ts'
import type { Labels } from '../language/labels.ts'

/** "Speak French": for whoever says it, and where others read along for the place too. Answered in that language. */
export async function speakLanguage(
  language: string,
  person: KnownPerson,
  conversation: ConversationReference,
  { tongues, labels }: { readonly tongues: Tongues; readonly labels: Labels },
): Promise<Reply> {
  const shared = conversation.kind !== 'personal'
  const audiences = [audienceOfPerson(person), ...(shared ? [audienceOf(conversation)] : [])]
  const before = await tongues.of(audiences)
  await Promise.all(
    audiences.map((audience, at) => tongues.keep(audience, { ...before[at], chosen: language })),
  )
  return { kind: 'text', text: shared ? labels.speaking.here : labels.speaking.withYou }
}
