import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findingsOf, findingsText } from '../../src/knowledge/check.ts'
import { knowledgePage } from '../../src/knowledge/knowledge-page.ts'
import { loadLibrary, ourRecords } from '../../src/knowledge/library.ts'
import curated from '../../src/knowledge/records/curated.json' with { type: 'json' }
import seeds from '../fixtures/seeds/facts.json' with { type: 'json' }

const loaded = loadLibrary()
if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
const { library } = loaded

describe('docs/knowledge.md', () => {
  const page = readFileSync(new URL('../../docs/knowledge.md', import.meta.url), 'utf8')

  it('is what the records say now (else: npm run --silent knowledge -- doc)', () => {
    expect(page).toBe(knowledgePage(library))
  })

  it.each(Object.entries(seeds.sections))('has a row with facts for every section of %s', (id, sections) => {
    const source = library.sources.find(each => each.id === id)
    const [, own = ''] = page.split(`### ${source?.title}\n`)
    const [table = ''] = own.split('\n### ')
    for (const section of sections)
      expect(
        table.split('\n').some(row => row.startsWith(`| ${section} | `) && !row.endsWith('|  |')),
        section,
      ).toBe(true)
  })

  it('has a row for every host, model and area', () => {
    for (const host of library.hosts().keys()) expect(page).toContain(`| \`${host}\` | `)
    for (const { name } of library.models) expect(page).toContain(`| ${name} | `)
    for (const { title } of library.topics) expect(page).toContain(`| ${title.en} | `)
  })

  it('changes with a record', () => {
    const other = loadLibrary({ ...ourRecords, 'curated.json': { ...curated, name: 'Renamed' } })
    if (!other.ok) throw new Error(other.problems.join('\n'))
    expect(knowledgePage(other.library)).not.toBe(page)
  })
})

describe('the check of the records', () => {
  const found = findingsOf(library, '2026-11-22')

  it('names the sources that are more than a year old, and no others', () => {
    const old = (today: string) => findingsOf(library, today).old.map(({ id }) => id)
    expect(old('2026-11-22')).toContain('managed-network-2025-05')
    expect(old('2026-11-22')).not.toContain('hub-managed-network-2026-02')
    expect(old('2024-12-12')).not.toContain('model-catalog-2024-05')
    expect(old('2024-12-12')).not.toContain('model-catalog-2023-12')
    expect(old('2024-12-13')).toContain('model-catalog-2023-12')
  })

  it('names the hosts on which lists disagree, and who leaves them out', () => {
    expect(found.disagreements).toContainEqual({
      collection: 'huggingface',
      host: 'huggingface.co',
      namedBy: ['catalog-isolation-2023-12', 'hub-managed-network-2026-02', 'docs-pull-748'],
      omittedBy: [{ source: 'managed-network-2025-05' }],
    })
    expect(found.disagreements.map(({ host }) => host)).not.toContain('docker.io')
    expect(found.disagreements.map(({ collection }) => collection)).not.toContain('curated')
  })

  it('says where a wildcard of the other list covers the host all the same', () => {
    const [first, ...others] = curated.hosts
    const read = loadLibrary({
      'curated.json': {
        ...curated,
        facts: [],
        hosts: [
          { ...first, lists: ['hub-managed-network-2026-02'] },
          { ...first, host: 'conda.anaconda.org', lists: ['catalog-isolation-2023-12'] },
          ...others,
        ],
      },
    })
    if (!read.ok) throw new Error(read.problems.join('\n'))
    const disagreement = findingsOf(read.library, '2026-11-22').disagreements.find(
      ({ host }) => host === 'conda.anaconda.org',
    )
    expect(disagreement?.omittedBy).toEqual([
      { source: 'hub-managed-network-2026-02', coveredBy: '*.anaconda.org' },
    ])
  })

  it('names the hosts that only a publisher or a fact names', () => {
    expect(found.unlisted).toContainEqual({ host: 'us.aws.cdn.hf.co', namedBy: 'huggingface-meta' })
    expect(found.unlisted).toContainEqual({ host: '*.tensorflow.org', namedBy: 'fact packages-python' })
    expect(found.unlisted.map(({ host }) => host)).not.toContain('pypi.org')
  })

  it('finds no fact without a section and no section without a fact in ours, and would say so', () => {
    expect([found.withoutSection, found.untoldSections]).toEqual([[], []])
    const bare = loadLibrary({
      'topic-cost.json': {
        id: 'cost',
        title: { en: 'Cost', fr: 'Coût' },
        facts: [{ id: 'bare', en: 'A.', fr: 'B.', from: [{ source: 'model-catalog-2023-12' }] }],
      },
    })
    if (!bare.ok) throw new Error(bare.problems.join('\n'))
    const missing = findingsOf(bare.library, '2026-11-22')
    expect(missing.withoutSection).toEqual(['bare'])
    expect(missing.untoldSections).toContainEqual({ source: 'model-catalog-2023-12', section: 'Collections' })
  })

  it('reads as lines for a terminal', () => {
    const text = findingsText(library, found)
    expect(text).toMatch(/^The records are valid: 10 collections, 43 models in 7 families, \d+ facts/)
    expect(text).toContain('left out by managed-network-2025-05')
    expect(text).toContain('Sections without a fact: none')
    expect(text).not.toMatch(/undefined|\[object/)
  })
})
