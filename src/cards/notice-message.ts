import type { NoticeMatter } from '../changes/notice-matter.ts'
import type { OutgoingMessage } from '../conversation/messenger.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Labels } from '../language/labels.ts'
import { bareText, mentionName } from './escape.ts'
import { noticeCard } from './notice-card.ts'

/** What somebody is told once, with their mention: a sentence, or where there is something to press, a card. */
export function noticeMessage(
  { reader, what }: { readonly reader: KnownPerson; readonly what: NoticeMatter },
  labels: Labels,
): OutgoingMessage {
  if (what.is !== 'waiting-ended') return { kind: 'card', ...noticeCard(reader, what, labels) }
  const name = mentionName(reader.name)
  const text = bareText(labels.waiting.ended(what.how, what.workspace))
  if (name === '') return { kind: 'text', text, mentions: [] }
  return { kind: 'text', text: `<at>${name}</at> ${text}`, mentions: [{ id: reader.userId, name }] }
}
