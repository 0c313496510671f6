import type { Mention } from '../conversation/messenger.ts'
import type { Labels } from '../language/labels.ts'
import { inRow, type Markdown, markdownText, mentionName, mentionTag } from './escape.ts'
import type { Line } from './fragments.ts'

/** People mentioned on one card; a longer list is noise, and they see the card all the same. */
const mentioned = 10

/** Stands in the sentence for the tags, which are put in after the sentence has been escaped. */
const place = '\ue000'

/** The line that mentions those who may decide, or whom else the sentence is for, with the entities that Teams wants for it. */
export function mentionLine(
  people: readonly Mention[],
  labels: Labels,
  say: (names: string) => string = labels.request.pleaseDecide,
): { readonly mention: readonly Line[]; readonly entities: readonly object[] } {
  const named = people.filter(({ name }) => mentionName(name) !== '').slice(0, mentioned)
  if (named.length === 0) return { mention: [], entities: [] }
  const tags = inRow(
    named.map(({ id, name }) => (id === '' ? markdownText(name) : mentionTag(name))),
    ', ',
  )
  const sentence = markdownText(say(place))
  return {
    mention: [{ text: sentence.replace(place, () => tags) as Markdown }],
    entities: named
      .filter(({ id }) => id !== '')
      .map(({ id, name }) => ({
        type: 'mention',
        text: mentionTag(name),
        mentioned: { id, name: mentionName(name) },
      })),
  }
}
