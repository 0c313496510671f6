import type { NoticeMatter } from '../changes/notice-matter.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Labels } from '../language/labels.ts'
import { bareText, mentionName } from './escape.ts'
import type { News } from './news.ts'

/** What somebody is told about something else than a request, with their mention. */
export function noticeText(
  { reader, what }: { readonly reader: KnownPerson; readonly what: NoticeMatter },
  labels: Labels,
): News {
  const name = mentionName(reader.name)
  const text = bareText(labels.waiting.ended(what.how, what.workspace))
  if (name === '') return { text, mentions: [] }
  return { text: `<at>${name}</at> ${text}`, mentions: [{ id: reader.userId, name }] }
}
