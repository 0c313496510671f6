import type { Answer } from '../cards/answer-data.ts'
import type { ExplainData, LiveFact } from '../cards/card-data.ts'
import type { LookUp, LookUpIntent } from '../cards/look-up.ts'
import { effortOfHosts } from '../knowledge/effort.ts'
import type { Fact } from '../knowledge/fact.ts'
import type { TopicId } from '../knowledge/topic-id.ts'
import type { IntentPorts } from './intent-ports.ts'
import { judgedNetwork } from './judged-network.ts'
import { subjectsOf } from './subjects.ts'
import { targetsOf } from './targets.ts'

type Ports = Pick<IntentPorts, 'library' | 'labels'>

/** What a question is about that names no topic. */
const topicOf: Readonly<Partial<Record<LookUpIntent, TopicId>>> = {
  describe_collection: 'collections',
  deployment_options: 'deployment-options',
  connect_private: 'connect-private',
  cost: 'cost',
  public_access: 'public-access',
  licence_support: 'licences',
  explain_network: 'network-modes',
}

/** The topic that a text without one means, by the words that nothing else is asked with. The first that matches. */
const topicWords: readonly (readonly [RegExp, TopicId])[] = [
  [/portal|portail/i, 'portal-steps-approved-outbound'],
  [/private endpoint|points? de terminaison/i, 'private-endpoints'],
  [/provision|created|créé|build|naît/i, 'provisioning'],
  [/exfiltrat|leak|fuite/i, 'exfiltration-and-safety'],
  [/package|conda|paquet/i, 'package-hosts'],
  [/permission|\brole|rôle/i, 'permissions'],
  [/wildcard|générique|spark|\bport\b|\bpath\b|chemin/i, 'known-traps'],
  [/\bmcr\b|container registry|service endpoint/i, 'service-endpoint-policy-and-mcr'],
]

/** The topic of a question. Where it is only "networks", the words may mean a narrower one. */
function meantTopic({ topic, intent, text = '' }: LookUp): TopicId {
  const narrower = intent === 'explain_network' && (topic ?? 'network-modes') === 'network-modes'
  return (narrower ? topicIn(text) : undefined) ?? topic ?? topicOf[intent] ?? 'network-modes'
}

function topicIn(text: string): TopicId | undefined {
  return topicWords.find(([words]) => words.test(text))?.[1]
}

/** What the documents say of a topic. With a collection named, what they say of that one comes first. */
export function topicFacts(
  topic: TopicId,
  collection: string | undefined,
  { library, labels }: Ports,
): ExplainData {
  const { title, facts } = library.topic(topic)
  const own = facts.filter(fact => collection !== undefined && fact.collection === collection)
  const general = facts.filter(fact => fact.collection === undefined)
  return {
    title: title[languageOf(labels)],
    facts: [...own, ...(own.length > 0 ? general : facts.filter(fact => !own.includes(fact)))].map(
      inLanguageOf(labels),
    ),
  }
}

/** A question that the documents answer: cost, licences, how to connect. A workspace that is named adds what is so there now. */
export async function answerTopic(
  asked: LookUp,
  ports: Ports & Pick<IntentPorts, 'reader'>,
): Promise<Answer> {
  const topic = meantTopic(asked)
  const [subject] = subjectsOf({ ...asked, option: 'managed-compute' }, ports.library).subjects
  const collection = subject?.collection.id
  const said = topicFacts(topic, collection, ports)
  // Who supports a collection is asked with the same words as its licence, and is what is meant where only that is told.
  const support = topic === 'licences' ? topicFacts('support', collection, ports).facts : []
  const ofThis = new Set(collection === undefined ? [] : ports.library.facts(collection).map(({ id }) => id))
  const all = [...said.facts, ...support]
  const facts = [...all.filter(({ id }) => ofThis.has(id)), ...all.filter(({ id }) => !ofThis.has(id))]
  const live = await liveFact(topic, asked, ports)
  return {
    is: 'facts',
    data: { ...said, facts, ...(live === undefined ? {} : { live }) },
  }
}

/** "What is Hugging Face?": all that is known of a collection; without one, of collections as such. */
export async function answerDescribe(asked: LookUp, ports: Ports): Promise<Answer> {
  const { library, labels } = ports
  const [subject] = subjectsOf({ ...asked, option: 'managed-compute' }, library).subjects
  if (asked.topic !== undefined || subject === undefined) {
    const said = topicFacts(asked.topic ?? 'collections', subject?.collection.id, ports)
    return { is: 'facts', data: said }
  }
  const { collection, model } = subject
  const facts = library.facts(collection.id)
  const own = facts.filter(fact => model !== undefined && fact.model === model.name)
  return {
    is: 'facts',
    data: { title: model?.name ?? collection.name, facts: [...own, ...facts].map(inLanguageOf(labels)) },
  }
}

async function liveFact(
  topic: TopicId,
  asked: LookUp,
  { reader }: Pick<IntentPorts, 'reader'>,
): Promise<LiveFact | undefined> {
  if (topic !== 'cost' && topic !== 'public-access') return undefined
  const [target] = await targetsOf(asked, reader)
  if (target?.is !== 'found') return undefined
  const seen = await judgedNetwork(target.id, reader)
  if (!seen.ok) return undefined
  const { network } = seen.judged
  return {
    workspace: seen.judged,
    about: topic,
    ...(topic === 'cost' && network.isolationMode === 'AllowOnlyApprovedOutbound'
      ? { effort: effortOfHosts(network) }
      : {}),
    freshness: seen.freshness,
  }
}

/** The languages of the records; any other reads English. */
function languageOf({ locale }: IntentPorts['labels']): 'en' | 'fr' {
  return locale.startsWith('fr') ? 'fr' : 'en'
}

export function inLanguageOf(labels: IntentPorts['labels']) {
  const language = languageOf(labels)
  return ({ id, text, sources }: Fact) => ({ id, text: text[language], sources })
}
