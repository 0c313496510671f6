import type { ExplainData } from '../cards/card-data.ts'
import { explainCard } from '../cards/explain-card.ts'
import type { Reply } from '../conversation/reply.ts'
import type { Fact } from '../knowledge/fact.ts'
import type { TopicId } from '../knowledge/topic-id.ts'
import type { IntentPorts } from './intent-ports.ts'

type Ports = Pick<IntentPorts, 'library' | 'labels'>

/** What the documents say of a topic. With a collection named, what they say of that one comes first. */
export function topicFacts(
  topic: TopicId,
  collection: string | undefined,
  { library, labels }: Ports,
): ExplainData {
  const { title, facts } = library.topic(topic)
  const language = languageOf(labels)
  const own = facts.filter(fact => collection !== undefined && fact.collection === collection)
  const general = facts.filter(fact => fact.collection === undefined)
  return {
    title: title[language],
    facts: [...own, ...(own.length > 0 ? general : facts.filter(fact => !own.includes(fact)))].map(
      inLanguage(language),
    ),
  }
}

/** What the documents say of a collection: what it is, what can be done with it, who hosts and supports it. */
export function collectionFacts(id: string, { library, labels }: Ports): ExplainData {
  const collection = library.collection(id)
  if (collection === undefined) throw new Error(`no collection has the id ${id}`)
  return { title: collection.name, facts: library.facts(id).map(inLanguage(languageOf(labels))) }
}

export function answerTopic(topic: TopicId, collection: string | undefined, ports: Ports): Reply {
  return { kind: 'card', ...explainCard(topicFacts(topic, collection, ports), ports.labels) }
}

export function answerCollection(id: string, ports: Ports): Reply {
  return { kind: 'card', ...explainCard(collectionFacts(id, ports), ports.labels) }
}

/** The languages of the records; any other reads English. */
function languageOf({ locale }: IntentPorts['labels']): 'en' | 'fr' {
  return locale.startsWith('fr') ? 'fr' : 'en'
}

function inLanguage(language: 'en' | 'fr') {
  return ({ id, text, sources }: Fact) => ({ id, text: text[language], sources })
}
