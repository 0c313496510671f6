import type { Collection } from './collection.ts'
import type { Fact } from './fact.ts'
import { type Family, type Model, modelKey } from './model.ts'
import { ourRecords } from './our-records.ts'
import { type PublishedHosts, PublishedRecord } from './published.ts'
import { readCollection } from './read-collection.ts'
import { readFamily } from './read-family.ts'
import { type RecordReader, recordReader } from './record-reader.ts'
import sourceRecords from './records/sources.json' with { type: 'json' }
import type { Source } from './source.ts'
import { type Topic, TopicRecord } from './topic.ts'
import { type TopicId, topicIds } from './topic-id.ts'

export { ourRecords } from './our-records.ts'

/** Everything the bot knows, checked once. */
export interface Library {
  readonly collections: readonly Collection[]
  collection(id: string): Collection | undefined
  /** The rows of the table of deployment options. */
  readonly families: readonly Family[]
  readonly models: readonly Model[]
  /** The model of this name or alias, however it is spelt. */
  model(name: string): Model | undefined
  /** All fact areas, in the order of the documents. */
  readonly topics: readonly Topic[]
  topic(id: TopicId): Topic
  /** What is known of one collection, in the order of the topics. */
  facts(collection: string): readonly Fact[]
  readonly sources: readonly Source[]
  /** Every host of a list, with the collections that need it. */
  hosts(): ReadonlyMap<string, readonly Collection[]>
  /** What the publishers of collections say of their own hosts. */
  readonly published: readonly PublishedHosts[]
}

export type Loaded =
  | { readonly ok: true; readonly library: Library }
  | { readonly ok: false; readonly problems: readonly string[] }

interface Mention {
  readonly file: string
  readonly field: string
  /** Of a collection. */
  readonly id: string
}

/**
 * Reads records by file name: `sources*` are documents, `topic-*`, `models-*` and `published-*` what they say, all others
 * a collection. A wrong record is named by its file and field, and nothing is loaded.
 */
export function loadLibrary(
  files: Readonly<Record<string, unknown>> = ourRecords,
  sources: unknown = sourceRecords,
): Loaded {
  const contents = Object.entries(files)
  const named = (start: RegExp) => contents.filter(([file]) => start.test(file))
  const reader = recordReader({ 'sources.json': sources, ...Object.fromEntries(named(/^sources/)) })
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems }

  const collections = new Map<string, Collection>()
  const factsOfCollections: Fact[] = []
  for (const [file, content] of named(/^(?!sources|topic-|models-|published-)/)) {
    const read = readCollection(reader, file, content, id => collections.has(id))
    if (read === undefined) continue
    collections.set(read.collection.id, read.collection)
    factsOfCollections.push(...read.facts)
  }
  const mentions: Mention[] = []
  const mention = (file: string, field: string, id: string | undefined) => {
    if (id !== undefined) mentions.push({ file, field, id })
  }

  const topics = readTopics(reader, named(/^topic-/), factsOfCollections, mention)
  const topicOf = new Map(topics.map(topic => [topic.id, topic]))
  const families = named(/^models-/).flatMap(([file, content]) => {
    const family = readFamily(reader, file, content)
    mention(file, 'collection', family?.collection)
    return family ?? []
  })
  const models = families.flatMap(family => family.models)
  const modelOf = new Map<string, Model>()
  for (const model of models)
    for (const key of new Set([model.name, ...model.aliases].map(modelKey))) {
      if (modelOf.has(key)) reader.refuse('models', model.name, 'two models answer to this name or alias')
      modelOf.set(key, model)
    }
  const published = named(/^published-/).flatMap(([file, content]): PublishedHosts[] => {
    const record = reader.record(file, PublishedRecord, content)
    mention(file, 'collection', record?.collection)
    return record === undefined
      ? []
      : reader.named(file, [record.source], () => 'source').map(source => ({ ...record, source }))
  })

  // A record that is wrong is one problem, not another one for each that names it.
  if (reader.problems.length === 0)
    for (const { file, field, id } of mentions)
      if (!collections.has(id)) reader.refuse(file, field, `no collection has the id "${id}"`)
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems }
  const byHost = new Map<string, Collection[]>()
  for (const collection of collections.values())
    for (const { host } of collection.hosts) byHost.set(host, [...(byHost.get(host) ?? []), collection])
  return {
    ok: true,
    library: {
      collections: [...collections.values()],
      collection: id => collections.get(id),
      families,
      models,
      model: name => modelOf.get(modelKey(name)),
      topics,
      topic: id => topicOf.get(id) ?? untold(id),
      facts: id => topics.flatMap(({ facts }) => facts.filter(fact => fact.collection === id)),
      sources: reader.sources,
      hosts: () => byHost,
      published,
    },
  }
}

function readTopics(
  reader: RecordReader,
  files: readonly (readonly [string, unknown])[],
  ofCollections: readonly Fact[],
  mention: (file: string, field: string, collection: string | undefined) => void,
): readonly Topic[] {
  const told = new Map<TopicId, Topic>()
  for (const [file, content] of files) {
    const topic = reader.record(file, TopicRecord, content)
    if (topic === undefined) continue
    const facts = topic.facts.map((fact, index) => {
      mention(file, `facts.${index}.collection`, fact.collection)
      return reader.fact(file, `facts.${index}`, { ...fact, topic: topic.id })
    })
    told.set(topic.id, { ...topic, facts: [...(told.get(topic.id)?.facts ?? []), ...facts] })
  }
  return topicIds.map(id => {
    const topic = told.get(id) ?? untold(id)
    return { ...topic, facts: [...topic.facts, ...ofCollections.filter(fact => fact.topic === id)] }
  })
}

/** An area of which the records at hand say nothing, as happens where only a few of them are loaded. */
function untold(id: TopicId): Topic {
  return { id, title: { en: id, fr: id }, facts: [] }
}
