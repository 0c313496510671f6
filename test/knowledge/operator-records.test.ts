import { describe, expect, it } from 'vitest'
import { loadLibrary, ourRecords } from '../../src/knowledge/library.ts'

describe("an operator's records", () => {
  it('replace ours of the same name and add sources of their own', () => {
    const read = loadLibrary({
      ...ourRecords,
      'sources-of-ours.json': [
        {
          id: 'wiki',
          title: 'Our wiki',
          date: '2026-10-01',
          url: 'https://wiki.example.org/',
          tier: 'current',
        },
      ],
      'topic-cost.json': {
        id: 'cost',
        title: { en: 'Cost here', fr: 'Coût ici' },
        facts: [
          {
            id: 'cost-here',
            en: 'It is paid centrally.',
            fr: 'C’est payé au centre.',
            from: [{ source: 'wiki' }],
          },
        ],
      },
      'house.json': {
        id: 'house',
        name: 'House models',
        aliases: ['house models'],
        needs: 'hosts',
        hosts: [{ host: 'models.example.org', lists: ['wiki'], why: { en: 'our own models' } }],
        options: ['managed-compute'],
        capabilities: {},
        sources: ['wiki'],
      },
    })
    if (!read.ok) throw new Error(read.problems.join('\n'))
    const here = read.library.topic('cost')
    expect(here.title.fr).toBe('Coût ici')
    expect(here.facts[0]?.sources[0]?.title).toBe('Our wiki')
    expect(read.library.hosts().get('models.example.org')?.[0]?.id).toBe('house')
    expect(read.library.collection('house')?.hosts[0]?.whyIn.fr).toBe('our own models')
  })
})
