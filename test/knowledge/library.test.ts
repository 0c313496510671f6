import { describe, expect, it } from 'vitest'
import { hostsOfTier } from '../../src/knowledge/collection.ts'
import { loadLibrary, ourRecords } from '../../src/knowledge/library.ts'
import huggingFace from '../../src/knowledge/records/huggingface.json' with { type: 'json' }
import { hostProblem } from '../../src/workspace/host.ts'

const loaded = loadLibrary()
if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
const { library } = loaded

const hosts = (id: string, tier: 'documented' | 'current') => {
  const collection = library.collection(id)
  return collection === undefined ? [] : hostsOfTier(collection, tier).map(({ host }) => host)
}

describe('what Gatehouse knows', () => {
  it('is ten collections', () => {
    expect(library.collections.map(({ id }) => id).toSorted()).toEqual([
      'azure-openai',
      'cohere',
      'curated',
      'huggingface',
      'jais',
      'meta',
      'microsoft',
      'mistral',
      'nixtla',
      'nvidia',
    ])
    expect(library.collection('nobody')).toBeUndefined()
  })

  it('of Hugging Face are five documented hosts and six later ones', () => {
    const documented = [
      'docker.io',
      'huggingface.co',
      'production.cloudflare.docker.com',
      'cdn-lfs.huggingface.co',
      'cdn.auth0.com',
    ]
    expect(hosts('huggingface', 'documented').toSorted()).toEqual(documented.toSorted())
    expect(hosts('huggingface', 'current').toSorted()).toEqual(
      [
        ...documented,
        '*.docker.io',
        '*.docker.com',
        '*.huggingface.co',
        'cas-bridge.xethub.hf.co',
        'xethub.hf.co',
        '*.xethub.hf.co',
      ].toSorted(),
    )
  })

  it('of the curated language models are seven hosts in both lists', () => {
    const seven = [
      '*.anaconda.org',
      '*.anaconda.com',
      'anaconda.com',
      'pypi.org',
      '*.pythonhosted.org',
      '*.pytorch.org',
      'pytorch.org',
    ]
    for (const tier of ['documented', 'current'] as const)
      expect(hosts('curated', tier).toSorted()).toEqual(seven.toSorted())
  })

  it('of the others are no hosts', () => {
    for (const id of ['meta', 'azure-openai', 'mistral', 'nvidia', 'cohere'])
      expect(hosts(id, 'current')).toEqual([])
  })

  it('names only hosts that may be requested, and no two alike', () => {
    for (const { hosts } of library.collections) {
      expect(hosts.map(({ host }) => [host, hostProblem(host)])).toEqual(
        hosts.map(({ host }) => [host, undefined]),
      )
      expect(new Set(hosts.map(({ host }) => host)).size).toBe(hosts.length)
    }
  })

  it('has a source with date and address for every host', () => {
    for (const { hosts, sources } of library.collections) {
      expect(sources.length).toBeGreaterThan(0)
      for (const { sources: lists } of hosts)
        for (const source of lists) {
          expect(source.date).toMatch(/^20\d\d-\d\d-\d\d$/)
          expect(source.url).toMatch(/^https:/)
        }
    }
  })

  it('has no name that two collections answer to', () => {
    const owner = new Map<string, string>()
    for (const { id, name, aliases } of library.collections)
      for (const alias of new Set([name, ...aliases].map(each => each.toLowerCase()))) {
        expect(`${alias}: ${owner.get(alias) ?? id}`).toBe(`${alias}: ${id}`)
        owner.set(alias, id)
      }
  })
})

describe('a wrong record', () => {
  const problems = (record: unknown, sources?: unknown) => {
    const read = loadLibrary(
      { ...ourRecords, 'huggingface.json': record },
      ...(sources === undefined ? [] : [sources]),
    )
    return read.ok ? [] : read.problems
  }
  const [first, ...others] = huggingFace.hosts

  it.each<[string, unknown, string]>([
    ['a field that is missing', { ...huggingFace, needs: undefined }, 'huggingface.json, needs'],
    ['a word that is not known', { ...huggingFace, needs: 'magic' }, 'huggingface.json, needs'],
    ['an option that is not known', { ...huggingFace, options: ['cloud'] }, 'huggingface.json, options.0'],
    ['an id with blanks', { ...huggingFace, id: 'Hugging Face' }, 'huggingface.json, id'],
    ['a host without a list', { ...huggingFace, hosts: [{ ...first, lists: [] }] }, 'hosts.0.lists'],
    ['a host without a reason', { ...huggingFace, hosts: [{ ...first, why: {} }] }, 'hosts.0.why.en'],
    [
      'a host that is not spelt plainly',
      { ...huggingFace, hosts: [...others, { ...first, host: 'Docker.io' }] },
      'hosts.10.host',
    ],
    ['a field that nobody knows', { ...huggingFace, colour: 'yellow' }, 'colour'],
    ['no record at all', 'Hugging Face', 'huggingface.json'],
  ])('is named by its file and field: %s', (_, record, named) => {
    const found = problems(record)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('huggingface.json')
    expect(found[0]).toContain(named)
  })

  it('is refused where it names a source that does not exist', () => {
    expect(problems({ ...huggingFace, sources: ['hearsay'] })).toEqual([
      'huggingface.json, sources: no source has the id "hearsay"',
    ])
    expect(problems({ ...huggingFace, hosts: [{ ...first, lists: ['hearsay'] }, ...others] })).toEqual([
      'huggingface.json, hosts.0.lists: no source has the id "hearsay"',
    ])
  })

  it('is refused where another file has the same id', () => {
    const read = loadLibrary({ ...ourRecords, 'hf-of-ours.json': huggingFace })
    expect(read).toEqual({
      ok: false,
      problems: ['hf-of-ours.json, id: "huggingface" is the id of another record too'],
    })
  })

  it('does not hide the next one', () => {
    const read = loadLibrary({
      'one.json': { ...huggingFace, id: 1 },
      'two.json': { ...huggingFace, name: '' },
    })
    expect(read.ok ? [] : read.problems.map(problem => problem.split(':')[0])).toEqual([
      'one.json, id',
      'two.json, name',
    ])
  })

  it('may be a source', () => {
    const source = { id: 'a', title: 'A', date: '2023-13-01', url: 'https://example.org', tier: 'documented' }
    const read = loadLibrary(ourRecords, [source])
    expect(read.ok ? [] : read.problems.map(problem => problem.split(':')[0])).toEqual([
      'sources.json, 0.date',
    ])
  })
})
