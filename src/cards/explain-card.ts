import type { Labels } from '../language/labels.ts'
import type { ExplainData } from './card-data.ts'
import { citations } from './cited-sources.ts'
import { markdownText } from './escape.ts'
import { button, foot, head } from './fragments.ts'
import { type Rendered, render } from './render.ts'
import { verbs } from './verbs.ts'

/** What the documents say: each sentence with the documents that it rests on, and these with their dates at the foot. */
export function explainCard({ title, facts }: ExplainData, labels: Labels): Rendered {
  const cited = citations(
    facts.flatMap(fact => fact.sources),
    [],
    false,
    labels,
  )
  return render('explain', labels.locale, `${title}. ${facts[0]?.text ?? ''}`, {
    head: head('accent', 'i', title),
    facts: facts.map(({ text, sources }) => ({
      text: markdownText(text),
      says: markdownText(`${labels.verdict.lists(cited.numbersOf(sources))}.`),
    })),
    foot: foot(cited.lines),
    actions: [button(verbs.help, labels.buttons.help, {})],
  })
}
