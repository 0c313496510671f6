import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLibrary } from '../../src/knowledge/library.ts'
import { keptIndex } from '../../src/understanding/kept-index.ts'
import { nameIndex } from '../../src/understanding/name-index.ts'
import { parseLine } from '../../src/understanding/parse-line.ts'
import type { Entities } from '../../src/understanding/parsed.ts'
import { read } from '../../src/understanding/read.ts'

const loaded = loadLibrary()
if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
const { library } = loaded
const workspaces = [
  ...[
    'ws-prod',
    'ws-prod-eu',
    'ws-dev',
    'ws-test',
    'mlw-weu-fraud-01',
    'mlw-weu-fraud-02',
    'mlw-neu-fraud-01',
  ],
  ...[
    'genai-hub',
    'genai-hub-dev',
    'rag-demo',
    'research_ws',
    'research_ws_2',
    'DataScience-Shared',
    'amlws7f3k2',
  ],
  ...['finance-ml-prd', 'claims-ai-prod', 'claims-ai-uat', 'meta-learning-ws', 'mistral-eval', 'paris-ml-01'],
  ...['data', 'billing', 'ml.prod.io', 'azureml-secure-01'],
]
const index = nameIndex(workspaces, library.collections, library.models)

interface Expected extends Partial<Entities> {
  readonly ambiguous?: readonly string[]
  readonly unknown?: readonly string[]
}
type Rows = readonly (readonly [string, Expected])[]

function check(text: string, expected: Expected): void {
  const { ambiguous = [], unknown = [], ...entities } = expected
  const reading = read(text, index)
  expect(reading.entities).toEqual({ collections: [], workspaces: [], models: [], fqdns: [], ...entities })
  expect(Object.values(reading.ambiguous).flat()).toEqual(ambiguous)
  expect(reading.unknown).toEqual(unknown)
}

describe('a workspace', () => {
  const rows: Rows = [
    ['mlw weu fraud 02 and MLW_WEU_FRAUD_01', { workspaces: ['mlw-weu-fraud-02', 'mlw-weu-fraud-01'] }],
    ['ws-prod-eu, then ws-prod', { workspaces: ['ws-prod-eu', 'ws-prod'] }],
    ['research ws 2', { workspaces: ['research_ws_2'] }],
    ['diff of claims-ai-prod’s rules', { workspaces: ['claims-ai-prod'] }],
    ['ws-dev/ws-test', { workspaces: ['ws-dev', 'ws-test'] }],
    ['ws‑dev is “ws-test”', { workspaces: ['ws-dev', 'ws-test'] }],
    ['näytä ws-prodin säännöt ja ws-devistä', { workspaces: ['ws-prod', 'ws-dev'] }],
    ['l’espace de travail ws-dev', { workspaces: ['ws-dev'] }],
    ['what does ml.prod.io allow', { workspaces: ['ml.prod.io'] }],
    ['can I use meta in meta-learning-ws', { collections: ['meta'], workspaces: ['meta-learning-ws'] }],
    ['run mistral eval in ws-dev', { collections: ['mistral'], workspaces: ['ws-dev'] }],
    ['is mistral ok in mistral eval', { collections: ['mistral'], workspaces: ['mistral-eval'] }],
    ['we have a rag demo tomorrow', {}],
    ['show rag-demo', { workspaces: ['rag-demo'] }],
    ['move data to ws-prod', { workspaces: ['ws-prod'] }],
    ['can I use hf in data', { collections: ['huggingface'], workspaces: ['data'] }],
    ['is the building of the network done', {}],
    ['weather in Paris', {}],
    ['supprime la machine virtuelle vm-test-3', {}],
    ['delete the online endpoint ep-llama in ws-dev', { workspaces: ['ws-dev'] }],
  ]
  it.each(rows)('is read in "%s"', check)
})

describe('a workspace that is not said exactly', () => {
  const rows: Rows = [
    ['allow pypi.org in ws-prd', { fqdns: ['pypi.org'], unknown: ['ws-prd'] }],
    ['is mlw-weu-fraud-03 open', { unknown: ['mlw-weu-fraud-03'] }],
    ['hf in ws-prod-asia', { collections: ['huggingface'], unknown: ['ws-prod-asia'] }],
    ['finance-ml-prod please', { unknown: ['finance-ml-prod'] }],
    ['is the workspace foobar isolated', {}],
    ['can I use hf in workspace foobar', { collections: ['huggingface'], unknown: ['foobar'] }],
    ['hf for pay-as-you-go in real-time', { collections: ['huggingface'], option: 'serverless' }],
    [
      'hf in mlw-weu-fruad-01?',
      { collections: ['huggingface'], workspaces: ['mlw-weu-fraud-01'], ambiguous: ['mlw-weu-fraud-01'] },
    ],
    [
      'hf in fraud?',
      {
        collections: ['huggingface'],
        ambiguous: ['mlw-weu-fraud-01', 'mlw-weu-fraud-02', 'mlw-neu-fraud-01'],
      },
    ],
    ['hf in claims ai', { collections: ['huggingface'], ambiguous: ['claims-ai-prod', 'claims-ai-uat'] }],
    [
      'hf in mlw-weu-fraud',
      { collections: ['huggingface'], ambiguous: ['mlw-weu-fraud-01', 'mlw-weu-fraud-02'] },
    ],
  ]
  it.each(rows)('is never guessed: "%s"', check)

  it('is ambiguous where two are equally near', () => {
    const twins = nameIndex(['team-alpine-ml', 'team-alping-ml'], library.collections)
    expect(read('show team-alpinx-ml', twins)).toMatchObject({
      entities: { workspaces: [] },
      ambiguous: { workspace: ['team-alpine-ml', 'team-alping-ml'] },
    })
  })
})

describe('a host', () => {
  const rows: Rows = [
    [
      'Open docker.io, *.pypi.org; and https://GHCR.io/v2/.',
      { fqdns: ['docker.io', '*.pypi.org', 'ghcr.io'] },
    ],
    ['docker.io:443 (pypi.org)', { fqdns: ['docker.io', 'pypi.org'] }],
    ['train model.py with config.yaml, version 3.5', {}],
    ['write to bob@contoso.com', {}],
    ['done.it works.in asp.net', {}],
    ['it needs docker.io.thanks', { fqdns: ['docker.io'] }],
    ['add minio.corp.local', { fqdns: ['minio.corp.local'] }],
    ['huggingface.co is blocked', { fqdns: ['huggingface.co'] }],
    ['huggíngface.co', { fqdns: ['xn--huggngface-n8a.co'] }],
    ['voisitko avata huggingface.co:n', { fqdns: ['huggingface.co'] }],
    ["fails with 'could not resolve host: cdn-lfs.huggingface.co'", { fqdns: ['cdn-lfs.huggingface.co'] }],
    ['10.0.0.4 on v1.2.3', {}],
  ]
  it.each(rows)('is read in "%s"', check)
})

describe('a collection or a model', () => {
  const rows: Rows = [
    ['hugingface, nvida and mistarl', { collections: ['huggingface', 'nvidia', 'mistral'] }],
    ['the meat of the building was created and rated', {}],
    ['Curated by Azure AI or open ai', { collections: ['curated', 'azure-openai'] }],
    ['voiko Meta-malleja ajaa', { collections: ['meta'] }],
    ['a meta-analysis of metadata', {}],
    ['phi 3.5 moe', { models: ['Phi-3.5-MoE-Instruct'] }],
    ['Llama-3-70B-Instuct', { models: ['Llama-3-70B-Instruct'] }],
    ['llama 3.1 405b', { collections: ['meta'] }],
    ['phi-3 mini', { ambiguous: ['Phi-3-mini-4k-Instruct', 'Phi-3-mini-128k-Instruct'] }],
    ['BAAI/bge-m3', { collections: ['huggingface'], models: ['BAAI/bge-m3'] }],
    ['https://huggingface.co/BAAI/bge-m3?x=1', { collections: ['huggingface'], models: ['BAAI/bge-m3'] }],
    ['https://huggingface.co/models', { fqdns: ['huggingface.co'] }],
    [
      'azureml://registries/azureml-meta/models/llama-2-7b/versions/1',
      { collections: ['meta'], models: ['Llama-2-7b'] },
    ],
    ['azureml://registries/azureml/models/x1', { collections: ['curated'], models: ['x1'] }],
    ['TCP/IP and/or dev/test 24/7', {}],
  ]
  it.each(rows)('is read in "%s"', check)
})

describe('a request or a mode', () => {
  const rows: Rows = [
    ['approve expense report 310', {}],
    ['approve 2 hosts', {}],
    ['PR #12, ticket #13', {}],
    ['LGTM, approve 204', { requestId: 204 }],
    ['approuve la demande n° 12', { requestId: 12 }],
    ["turn down #48 - we don't allow wildcards", { requestId: 48 }],
    ['aprove reqest 31', { requestId: 31 }],
    ['was 88 approved?', { requestId: 88 }],
    ['any workspace with no isolation', { isolationMode: 'Disabled' }],
    ['lesquels ont accès à Internet', { isolationMode: 'AllowInternetOutbound' }],
    ['uniquement le trafic sortant approuvé', { isolationMode: 'AllowOnlyApprovedOutbound' }],
  ]
  it.each(rows)('is read in "%s"', check)

  it('is one token each in a list', () => {
    const tokens = read('reject #12, 13 and approve #14', index).tokens.filter(
      ({ names }) => names === 'request',
    )
    expect(tokens.map(({ value }) => value)).toEqual(['12', '13', '14'])
  })
})

describe('what is quoted', () => {
  it.each([
    ['Bob said "approve #12"', 'approve #12'],
    ['<blockquote>approve #12</blockquote>what?', 'approve #12'],
    ['> approve #12\nwhat?', 'approve #12'],
    ['```\napprove #12\n``` what?', 'approve #12'],
    ['he wrote « approve #12 »', 'approve #12'],
    ['FYI\n-----Original Message-----\napprove #12', '-----Original Message----- approve #12'],
  ])('is no word of the text, and still names things: %s', (text, quotation) => {
    const { quoted, tokens, entities } = read(text, index)
    expect(quoted).toEqual([quotation])
    expect(tokens.map(({ text: word }) => word)).not.toContain('approve')
    expect(entities.requestId).toBe(12)
  })

  it('stays where it is but a name: mark-up, mentions and code ticks go', () => {
    const { quoted, tokens } = read(
      '<p><at id="0">Bot</at> add <code>docker.io</code> to `ws-dev` &amp; go</p>',
      index,
    )
    expect(quoted).toEqual([])
    expect(tokens.map(({ text }) => text)).toEqual(['add', 'docker.io', 'to', 'ws-dev', 'go'])
  })

  it('falls into clauses', () => {
    const { tokens } = read("Don't open ws-prod; wait, at 10:30, and l'équipe? Yes", index)
    expect(
      tokens.map(({ text, clause, ends, comma }) => [text, clause, ends ?? (comma ? 'comma' : '')]),
    ).toEqual([
      ["don't", 0, ''],
      ['open', 0, ''],
      ['ws-prod', 0, ';'],
      ['wait', 1, 'comma'],
      ['at', 1, ''],
      ['10', 1, ''],
      ['30', 1, ','],
      ['and', 2, ''],
      ['l', 2, ''],
      ['equipe', 2, '?'],
      ['yes', 3, ''],
    ])
  })
})

describe('any name', () => {
  it('that is listed is read as itself, in any case and with any separators', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...workspaces.filter(name => /[-_.]/.test(name))),
        fc.constantFrom('-', '_', ' '),
        fc.boolean(),
        (name, joint, loud) => {
          const written = name.replaceAll(/[-_.]/g, joint)
          const { entities } = read(`can I use it in ${loud ? written.toUpperCase() : written}?`, index)
          expect(entities.workspaces).toEqual([name])
        },
      ),
    )
    for (const { name } of library.models)
      expect(read(`is ${name} ok`, index).entities.models).toEqual([name])
  })

  it('with other digits or another stage is never taken for one that exists', () => {
    const other = fc.oneof(
      fc.integer({ min: 0, max: 99 }).map(number => `mlw-weu-fraud-${String(number).padStart(2, '0')}`),
      fc
        .constantFrom('prod', 'dev', 'test', 'uat', 'stg', 'prd', 'preprod', 'qa')
        .map(stage => `claims-ai-${stage}`),
    )
    fc.assert(
      fc.property(other, fc.constantFrom('in', 'show', 'for', 'dans'), (name, before) => {
        const { entities, unknown } = read(`${before} ${name}`, index)
        const exists = workspaces.includes(name)
        expect(entities.workspaces).toEqual(exists ? [name] : [])
        expect(unknown).toEqual(exists ? [] : [name])
      }),
    )
  })
})

describe('hostile texts', () => {
  const names = Array.from(
    { length: 5_000 },
    (_, at) => `machine${at.toString(36).replaceAll(/\d/g, 'x')}learning`,
  )
  const large = nameIndex(names, library.collections, library.models)

  it.each([
    Array.from({ length: 400 }, (_, at) => `in machin${at.toString(36).replaceAll(/\d/g, 'y')}lerning`).join(
      ' ',
    ),
    'mlw-weu-fruad-01 '.repeat(300),
    '`a'.repeat(2_500),
    '#1,'.repeat(1_700),
    'a-'.repeat(2_500),
    '<p '.repeat(1_700),
    '\ufdfa'.repeat(5_000),
  ])('cost a bounded amount of work: %.20s…', text => {
    const work = { compared: 0 }
    const { tokens, quoted, raw } = read(text, large, work)
    expect(work.compared).toBeLessThanOrEqual(2_000)
    expect(tokens.length).toBeLessThanOrEqual(1_000)
    expect(quoted.length).toBeLessThanOrEqual(20)
    expect(raw).toBe(text.slice(0, 1_000))
  })

  it('and any others are read without trouble, the same way each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
        const reading = read(text, index)
        expect(reading).toEqual(read(text, index))
        expect(reading.entities.workspaces.every(name => workspaces.includes(name))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('around the reading', () => {
  it('the index is built anew only when the list names other workspaces', async () => {
    const kept = keptIndex({ collections: library.collections, models: library.models })
    const first = await kept.of([{ name: 'ws-a' }])
    expect(await kept.of([{ name: 'ws-a' }])).toBe(first)
    const second = await kept.of([{ name: 'ws-b' }])
    expect(second).not.toBe(first)
    expect(first.workspaces.has('ws-a')).toBe(true)
    expect(keptIndex(library)).toBe(keptIndex(library))
  })

  it('the index of many names is built in slices, once for all who wait, and others go between', async () => {
    const listing = Array.from({ length: 2_000 }, (_, at) => ({ name: `ws-${at}` }))
    const kept = keptIndex({ collections: library.collections, models: library.models })
    let pauses = 0
    const pause = async () => {
      pauses += 1
    }
    const [one, other] = await Promise.all([kept.of(listing, pause), kept.of([...listing], pause)])
    expect(one).toBe(other)
    expect(one.workspaces.size).toBe(2_000)
    expect(pauses).toBe(9)
  })

  it('a line is answered with its id, and a bad one with what is wrong', () => {
    expect(parseLine('{"id":7,"text":"show ws-prod"}', index)).toMatchObject({
      id: 7,
      intent: 'show_network',
      entities: { workspaces: ['ws-prod'], collections: [], models: [], fqdns: [] },
    })
    expect(parseLine('nonsense', index)).toEqual({ error: 'The line is not JSON.' })
    for (const line of ['{"id":"x"}', '{"id":"x","text":5}'])
      expect(parseLine(line, index)).toMatchObject({ id: 'x', error: expect.stringContaining('text') })
    for (const line of ['null', '[1]', '5']) expect(parseLine(line, index)).toHaveProperty('error')
  })
})
