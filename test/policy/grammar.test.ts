import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/adapters/policy/policy-file.ts'
import { policyFor } from '../../src/changes/policy-for.ts'
import { parseWorkspaceId } from '../../src/workspace/workspace-id.ts'

const tenantId = '0f0f0f0f-1111-4222-8333-444444444444'
const ada = 'a0000000-0000-4000-8000-00000000000a'
const group = 'bbbbbbbb-0000-4000-8000-00000000000b'
const id = parseWorkspaceId(
  '/subscriptions/s-1/resourceGroups/rg-a/providers/Microsoft.MachineLearningServices/workspaces/ws-a',
)
if (id === undefined) throw new Error('ws-a has an id')
const place = { id, tags: { Env: 'Dev' } }
const named = { objectId: ada, name: 'Ada', tenantId }

interface Line {
  /** Where it may stand. */
  readonly in: 'file' | 'rule' | 'both'
  /** What is written, and what then holds. */
  readonly right: readonly (readonly [value: string, holds: object])[]
  /** What is written, and part of why it is refused. */
  readonly wrong: readonly (readonly [value: string, why: string])[]
  /** What the line needs beside it. */
  readonly beside?: string
}

const people = (key: 'approvers' | 'askers', none: string): Line => ({
  in: 'both',
  beside: `people: { ada: { objectId: ${ada}, name: Ada } }`,
  right: [
    ['[ada]', { [key]: [named] }],
    [`[{ objectId: ${ada.toUpperCase()}, name: Ada }]`, { [key]: [named] }],
    [`[{ objectId: ${ada}, name: Ada, tenantId: ${group} }]`, { [key]: [{ ...named, tenantId: group }] }],
    [
      `[ada, { group: ${group}, name: G }]`,
      { [key]: [named, { objectId: group, name: '', groups: [group] }] },
    ],
    [none, { [key]: [] }],
  ],
  wrong: [
    ['[bob]', 'nobody is named "bob"'],
    ['[ada@contoso.example]', 'nobody is named'],
    ['[{ objectId: ada, name: Ada }]', key],
    [`[{ group: approvers, name: G }]`, key],
    [`[{ group: ${group} }]`, key],
    ['nobody', key],
  ],
})
const hours = (holds: string): Line => ({
  in: 'both',
  right: [
    ['0.5', { [holds]: 1_800_000 }],
    ['720', { [holds]: 720 * 3_600_000 }],
  ],
  wrong: [
    ['0', 'Hours'],
    ['721', 'Hours'],
    ['soon', 'Hours'],
  ],
})
const flag = (in_: Line['in'], key: string, holds: readonly [yes: object, no: object]): Line => ({
  in: in_,
  right: [
    ['true', holds[0]],
    ['false', holds[1]],
  ],
  wrong: [['perhaps', key]],
})

/** Every key of the grammar, in the order of the table in docs/policy.md. */
const grammar: Readonly<Record<string, Line>> = {
  people: {
    in: 'file',
    beside: 'approvers: [ada]',
    right: [[`{ ada: { objectId: ${ada}, name: Ada } }`, { approvers: [named] }]],
    wrong: [
      ['{ ada: { objectId: ada@contoso.example, name: Ada } }', 'never a name or an e-mail address'],
      [`{ ada: { objectId: ${ada} } }`, 'people.ada.name'],
      [`{ ada: { objectId: ${ada}, name: Ada, mail: a@b.example } }`, 'people.ada'],
    ],
  },
  askers: { ...people('askers', '[]'), beside: `people: { ada: { objectId: ${ada}, name: Ada } }` },
  guests: flag('file', 'guests', [{ guests: true }, { approvers: [] }]),
  approvers: people('approvers', '[]'),
  quorum: {
    in: 'both',
    right: [
      ['1', { quorum: 1 }],
      ['20', { quorum: 20 }],
    ],
    wrong: [
      ['0', 'quorum'],
      ['21', 'quorum'],
      ['1.5', 'quorum'],
      ['two', 'quorum'],
    ],
  },
  approvalExpiryHours: hours('approvalExpiryMs'),
  executionExpiryHours: hours('executionExpiryMs'),
  approvalsConversation: {
    in: 'both',
    right: [['19:a@thread.v2', { approvalsConversation: '19:a@thread.v2' }]],
    wrong: [
      ["''", 'approvalsConversation'],
      ['[19:a]', 'approvalsConversation'],
    ],
  },
  usualDeniedHosts: flag('file', 'usualDeniedHosts', [
    { deniedHosts: expect.arrayContaining([{ pattern: '*.pastebin.com' }]) },
    { approvers: [] },
  ]),
  deniedHosts: {
    in: 'both',
    beside: 'usualDeniedHosts: false',
    right: [
      [
        "['*.Drop.example', drop.example.]",
        { deniedHosts: [{ pattern: '*.drop.example' }, { pattern: 'drop.example' }] },
      ],
    ],
    wrong: [
      ['[https://drop.example]', 'must be a host such as'],
      ["['*']", 'must be a host such as'],
      ['drop.example', 'deniedHosts'],
    ],
  },
  moreApprovers: {
    in: 'both',
    right: [
      ['[{ hosts: wildcards, quorum: 2 }]', { moreApprovers: [{ hosts: 'wildcards', quorum: 2 }] }],
      ['[{ hosts: writable, quorum: 3 }]', { moreApprovers: [{ hosts: 'writable', quorum: 3 }] }],
      ['[{ hosts: [hf.co], quorum: 2 }]', { moreApprovers: [{ hosts: ['hf.co'], quorum: 2 }] }],
    ],
    wrong: [
      ['[{ hosts: all, quorum: 2 }]', 'must be wildcards, writable or a list of hosts'],
      ['[{ hosts: [], quorum: 2 }]', 'moreApprovers.0.hosts'],
      ['[{ hosts: wildcards, quorum: 1 }]', 'moreApprovers.0.quorum'],
      ['[{ hosts: wildcards }]', 'moreApprovers.0.quorum'],
    ],
  },
  conversations: {
    in: 'both',
    right: [["['19:a']", { conversations: ['19:a'] }]],
    wrong: [
      ['[]', 'conversations'],
      ['19:a', 'conversations'],
    ],
  },
  managedBy: {
    in: 'both',
    right: [
      ['terraform', { managedBy: 'terraform' }],
      ['bicep', { managedBy: 'bicep' }],
    ],
    wrong: [['ansible', 'managedBy']],
  },
  production: flag('rule', 'production', [{ production: true }, { production: false }]),
  approvesItself: {
    in: 'rule',
    beside: 'production: false',
    right: [['[documented, current]', { approvesItself: ['documented', 'current'], production: false }]],
    wrong: [
      ['[]', 'approvesItself'],
      ['[all]', 'approvesItself.0'],
      ['documented', 'approvesItself'],
    ],
  },
}

const read = (text: string) => readPolicy(text, tenantId, each => [{ objectId: each }])
/** A file with this line, and which line of it that is. */
function written(key: string, value: string, where: 'file' | 'rule') {
  const { beside = '' } = grammar[key] ?? {}
  const isOfFile = (line: string) => /^(people|usualDeniedHosts)/.test(line)
  const head = `version: 2${beside !== '' && (where === 'file' || isOfFile(beside)) ? `\n${beside}` : ''}`
  const rest = beside !== '' && where === 'rule' && !isOfFile(beside) ? `\n    ${beside}` : ''
  const text =
    where === 'file'
      ? `${head}\n${key}: ${value}`
      : `${head}\nrules:\n  - name: r\n    where: { workspaces: [ws-a] }\n    ${key}: ${value}${rest}`
  return { text, line: text.split('\n').findIndex(each => each.trim().startsWith(`${key}:`)) + 1 }
}
const placesOf = ({ in: in_ }: Line) => (in_ === 'both' ? (['file', 'rule'] as const) : [in_])

const [, table = ''] =
  /## The grammar\n\n([\s\S]*?)\n\n/.exec(
    readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8'),
  ) ?? []

it('the table of the documentation has the keys that are tried here, and where they may stand', () => {
  const rows = table
    .split('\n')
    .slice(2)
    .map(row => row.split(/(?<!\\)\|/).map(cell => cell.trim()))
  const keys = rows.flatMap(([, keys = '', everywhere = '', rule = '']) =>
    [...keys.matchAll(/`(\w+)`/g)].map(
      ([, key = '']) => [key, everywhere === '' ? 'rule' : rule === '' ? 'file' : 'both'] as const,
    ),
  )
  const tried = Object.entries(grammar).map(([key, { in: in_ }]) => [key, in_] as const)
  expect(new Map(keys)).toEqual(new Map([['version', 'file'], ['where', 'rule'], ...tried]))
})

describe.each(Object.entries(grammar))('%s', (key, line) => {
  it('holds as it is written', () => {
    for (const [value, holds] of line.right)
      for (const where of placesOf(line)) {
        const answer = read(written(key, value, where).text)
        if (!answer.ok) throw new Error(answer.problems.join('\n'))
        expect(policyFor(answer.policy, place)).toMatchObject(holds)
      }
  })

  it('is refused with its line and the reason', () => {
    for (const [value, why] of line.wrong)
      for (const where of placesOf(line)) {
        const { text, line: at } = written(key, value, where)
        const answer = read(text)
        const problems = answer.ok ? [] : answer.problems
        expect(
          problems.filter(each => each.includes(why) && each.includes(`line ${at})`)),
          text,
        ).not.toEqual([])
      }
  })

  it('stands nowhere else', () => {
    if (line.in === 'both') return
    const [value = ''] = line.right[0] ?? []
    const { text, line: at } = written(key, value, line.in === 'file' ? 'rule' : 'file')
    const answer = read(text)
    expect(answer.ok ? [] : answer.problems, text).toContainEqual(
      expect.stringMatching(new RegExp(`${key}.*line ${at}\\)`)),
    )
  })
})

describe('where', () => {
  const fits = (where: string) => {
    const answer = read(`version: 2\nrules:\n  - name: r\n    where: ${where}\n    quorum: 7`)
    if (!answer.ok) throw new Error(answer.problems.join('\n'))
    return policyFor(answer.policy, place).quorum === 7
  }
  it.each([
    ['{ workspaces: [WS-A] }', true],
    ["{ workspaces: [x, 'w*a'] }", true],
    ["{ workspaces: ['ws-a*b'] }", false],
    ["{ resourceGroups: ['RG-*'] }", true],
    ['{ resourceGroups: [rg] }', false],
    ['{ subscriptions: [s-1] }', true],
    ['{ subscriptions: [s-2] }', false],
    ['{ tags: { env: dev } }', true],
    ["{ tags: { env: 'd*' } }", true],
    ['{ tags: { env: dev, owner: a } }', false],
    ['{ workspaces: [ws-a], tags: { env: prod } }', false],
  ])('%s: %s', (where, whether) => {
    expect(fits(where)).toBe(whether)
  })

  it.each([
    ['{}', 'must name workspaces, resourceGroups, subscriptions or tags'],
    ['{ workspaces: [] }', 'rules.0.where.workspaces'],
    ['{ regions: [westeurope] }', 'rules.0.where'],
    ['{ tags: { env: 7 } }', 'rules.0.where.tags.env'],
    ['ws-a', 'rules.0.where'],
  ])('is refused with %s', (where, why) => {
    const answer = read(`version: 2\nrules:\n  - name: r\n    where: ${where}`)
    const problems = answer.ok ? [] : answer.problems
    expect(problems.filter(each => each.includes(why) && each.includes('line 4)'))).not.toEqual([])
  })
})

it.each(['3', 'two', "'2'"])('version %s is refused', version => {
  const answer = read(`version: ${version}`)
  expect(answer.ok ? [] : answer.problems).toContain('version: must be 1 or 2 (line 1)')
})
