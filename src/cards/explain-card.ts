import type { Labels } from '../language/labels.ts'
import type { ByHandData, ExplainData, LiveFact } from './card-data.ts'
import { citations } from './cited-sources.ts'
import { bareText, codeText, markdownText } from './escape.ts'
import { button, foot, head, linesOf } from './fragments.ts'
import { freshnessLine } from './freshness-line.ts'
import { type Rendered, render } from './render.ts'
import { verbs } from './verbs.ts'

/** What is so in one workspace right now, in one sentence. */
export function liveSentence({ about, workspace, effort }: LiveFact, labels: Labels): string {
  const { name, publicNetworkAccess, network } = workspace
  if (about === 'public-access') return labels.answers.livePublicAccess(name, publicNetworkAccess)
  return effort === undefined
    ? labels.answers.liveNoCost(name)
    : labels.answers.liveCost(name, labels.effort.whole(effort, network.firewallSku))
}

/** Why it is not done from here, and whether anybody can do it by hand. */
export function byHandSentences(
  { change, workspace, standing }: ByHandData,
  { notFromChat }: Labels,
): readonly string[] {
  const stands =
    workspace === undefined || standing === undefined || standing === 'open'
      ? []
      : [notFromChat.standing(standing, workspace)]
  return [notFromChat.why(change), ...stands]
}

/** What the documents say: each sentence with the documents that it rests on, and these with their dates at the foot. */
export function explainCard({ title, facts, live, byHand }: ExplainData, labels: Labels): Rendered {
  const cited = citations(
    facts.flatMap(fact => fact.sources),
    [],
    false,
    labels,
  )
  return render('explain', labels.locale, `${title}. ${facts[0]?.text ?? ''}`, {
    head: head('accent', 'i', title, [
      ...(live === undefined ? [] : [liveSentence(live, labels)]),
      ...(byHand === undefined ? [] : byHandSentences(byHand, labels)),
    ]),
    byHand:
      byHand?.cli === undefined
        ? []
        : [{ title: bareText(labels.notFromChat.run), code: codeText(byHand.cli) }],
    facts: facts.map(({ text, sources }) => ({
      text: markdownText(text),
      says: markdownText(`${labels.verdict.lists(cited.numbersOf(sources))}.`),
    })),
    foot: foot([
      ...cited.lines,
      ...linesOf(live === undefined ? [] : [freshnessLine(live.freshness, labels)]),
    ]),
    actions: [button(verbs.help, labels.buttons.help, {})],
  })
}
