import { describe, expect, it } from 'vitest'
import { loadLibrary, ourRecords } from '../../src/knowledge/library.ts'
import huggingFace from '../../src/knowledge/records/huggingface.json' with { type: 'json' }
import llama from '../../src/knowledge/records/models-llama.json' with { type: 'json' }
import published from '../../src/knowledge/records/published-huggingface.json' with { type: 'json' }
import sources from '../../src/knowledge/records/sources.json' with { type: 'json' }
import cost from '../../src/knowledge/records/topic-cost.json' with { type: 'json' }
import { topicIds } from '../../src/knowledge/topic-id.ts'
import { normaliseHost } from '../../src/workspace/host.ts'

const loaded = loadLibrary()
if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
const { library } = loaded
const facts = library.topics.flatMap(topic => topic.facts)

function problems(file: string, record: unknown): readonly string[] {
  const read = loadLibrary({ ...ourRecords, [file]: record })
  return read.ok ? [] : read.problems
}

describe('facts', () => {
  it('cover every area', () => {
    expect(library.topics.map(({ id }) => id)).toEqual(topicIds)
    for (const { id, title, facts: own } of library.topics) {
      expect(own.length, id).toBeGreaterThan(0)
      expect(title.en, id).not.toBe(id)
    }
  })

  it('have ids of their own', () => {
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
  })

  it('are sentences in English and in French', () => {
    for (const { id, text } of facts) {
      expect(text.en, id).toMatch(/^\S.*\.$/)
      expect(text.fr, id).toMatch(/^\S.*\.$/)
      expect(text.fr, id).not.toBe(text.en)
    }
  })

  it('have French spacing before high punctuation, and no straight apostrophe', () => {
    for (const { id, text } of facts) {
      const prose = text.fr.replaceAll(/`[^`]*`|https?:\S+/g, '')
      expect(prose, id).not.toMatch(/ [:;!?»]|« /)
      expect(prose, id).not.toContain("'")
    }
  })

  it('name a document with its date and address', () => {
    for (const { id, sources: from, places } of facts) {
      expect(from.length, id).toBeGreaterThan(0)
      expect(places.map(({ source }) => source)).toEqual(expect.arrayContaining([...from]))
    }
  })

  it('name hosts in their plain spelling, and in their text', () => {
    for (const { id, hosts, text } of facts)
      for (const host of hosts) {
        expect(normaliseHost(host), id).toBe(host)
        if (id.startsWith('packages-')) expect(text.en).toContain(host)
      }
  })

  it('of one collection are those that bear its name', () => {
    for (const { id } of library.collections) {
      const own = library.facts(id)
      expect(own.length, id).toBeGreaterThan(0)
      expect(own.every(({ collection }) => collection === id)).toBe(true)
    }
    expect(library.facts('nobody')).toEqual([])
    expect(library.topic('licences').facts.map(({ collection }) => collection)).toContain('curated')
  })

  it('name a model that there is, where they name one', () => {
    for (const { model } of facts) if (model !== undefined) expect(library.model(model)?.name).toBe(model)
  })
})

describe('what a publisher names', () => {
  it('is in neither tier that can be requested', () => {
    const [own] = library.published
    expect([own?.collection, own?.source.tier, own?.hosts.length]).toEqual(['huggingface', 'published', 21])
    const requested = library.collection('huggingface')?.hosts.map(({ host }) => host) ?? []
    expect(requested).not.toContain('us.aws.cdn.hf.co')
    for (const { sources: lists } of library.collections.flatMap(({ hosts }) => hosts))
      expect(lists.every(({ tier }) => tier === 'documented' || tier === 'current')).toBe(true)
  })
})

describe('a wrong record of facts', () => {
  const [first, ...others] = cost.facts
  it.each<[string, string, unknown, string]>([
    ['an area that nobody knows', 'topic-cost.json', { ...cost, id: 'weather' }, 'id'],
    ['no French title', 'topic-cost.json', { ...cost, title: { en: 'Cost' } }, 'title.fr'],
    ['no French', 'topic-cost.json', { ...cost, facts: [{ ...first, fr: undefined }] }, 'facts.0.fr'],
    ['an id with blanks', 'topic-cost.json', { ...cost, facts: [{ ...first, id: 'A B' }] }, 'facts.0.id'],
    ['a field that nobody knows', 'topic-cost.json', { ...cost, facts: [{ ...first, x: 1 }] }, 'facts.0'],
    [
      'a source that does not exist',
      'topic-cost.json',
      { ...cost, facts: [{ ...first, from: [{ source: 'hearsay' }] }, ...others] },
      'facts.0.from.0.source',
    ],
    [
      'a section that its document does not have',
      'topic-cost.json',
      {
        ...cost,
        facts: [{ ...first, from: [{ source: 'catalog-isolation-2023-12', section: 'Weather' }] }, ...others],
      },
      'facts.0.from.0.section',
    ],
    [
      'the id of another fact',
      'topic-cost.json',
      { ...cost, facts: [...cost.facts, first] },
      `facts.${cost.facts.length}.id`,
    ],
    [
      'a collection that does not exist',
      'topic-cost.json',
      { ...cost, facts: [{ ...first, collection: 'nobody' }, ...others] },
      'facts.0.collection',
    ],
    [
      'a fact of a collection without an area',
      'huggingface.json',
      { ...huggingFace, facts: [{ ...huggingFace.facts[0], topic: undefined }] },
      'facts.0.topic',
    ],
    ['a family of no collection', 'models-llama.json', { ...llama, collection: 'nobody' }, 'collection'],
    ['an option that is not known', 'models-llama.json', { ...llama, options: ['cloud'] }, 'options.0'],
    [
      'hosts of no collection',
      'published-huggingface.json',
      { ...published, collection: 'nobody' },
      'collection',
    ],
  ])('is named by its file and field: %s', (_, file, record, field) => {
    const found = problems(file, record)
    expect(found).toHaveLength(1)
    expect(found[0]?.startsWith(`${file}, ${field}:`), found[0]).toBe(true)
  })

  it('is refused where two models answer to one name', () => {
    const [model] = llama.models
    const read = problems('models-llama.json', {
      ...llama,
      models: [...llama.models, { ...model, name: 'Twin', aliases: [model?.name] }],
    })
    expect(read).toHaveLength(1)
    expect(read[0]).toContain('Twin')
  })

  it('may be a translation with other headings than its original', () => {
    const read = loadLibrary(
      ourRecords,
      sources.map(source =>
        source.id === 'catalog-isolation-fr' ? { ...source, sections: ['Une'] } : source,
      ),
    )
    expect(read.ok ? [] : read.problems).toEqual([expect.stringContaining('catalog-isolation-fr')])
  })
})
