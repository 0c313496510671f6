import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/changes/change.ts'
import { type PlanOptions, plan } from '../../src/changes/plan.ts'
import { freeRuleName, ruleName } from '../../src/changes/rule-name.ts'
import { loadLibrary } from '../../src/knowledge/library.ts'
import { hostProblem, normaliseHost } from '../../src/workspace/host.ts'
import { readHosts } from '../../src/workspace/host-list.ts'
import { destinationsOf } from '../../src/workspace/outbound-rule.ts'
import { fqdn, workspaceNamed } from '../cards/sample-tenant.ts'

const azuresPattern = /^[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}$/
/** What may stand in a rule, said in another way than the code says it. */
const validHost = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
const shapes: readonly PlanOptions[] = (['combined', 'per-host'] as const).map(ruleShape => ({
  ruleShape,
  isWritable: () => false,
}))

const host = fc.domain().filter(name => hostProblem(name) === undefined)
const mixedCase = (name: string) =>
  fc
    .array(fc.boolean(), { minLength: name.length, maxLength: name.length })
    .map(ups => [...name].map((letter, at) => (ups[at] === true ? letter.toUpperCase() : letter)).join(''))
/** What people type and paste beside hosts. */
const rubbish = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.ipV4(),
  fc.ipV6(),
  fc.constantFrom('*', '*.', '*hf.co', '*.github.io', '*.co.uk', '*.com', '*.*.hf.co', 'hf.*', 'localhost'),
  fc.constantFrom('a.blob.core.windows.net', '*.dfs.core.windows.net', '*.windows.net', 'hf.co:443'),
  fc.constantFrom('hf.co/models', 'someone@hf.co', 'http://hf.co', '*.azureedge.net', '*.s3.amazonaws.com'),
)

describe('P24 only valid hosts', () => {
  it('P24 lets nothing into a written rule but hosts in one spelling, whatever is typed', () => {
    const workspace = workspaceNamed('ws', {})
    const typed = fc.array(fc.oneof(rubbish, host), { minLength: 1, maxLength: 12 })
    const between = fc.constantFrom(',', ', ', ' ', '\n', ';', '\r\n')
    fc.assert(
      fc.property(typed, between, fc.constantFrom(...shapes), (entries, comma, options) => {
        const { hosts, refused } = readHosts(entries.join(comma))
        for (const each of hosts) {
          expect(each).toMatch(validHost)
          expect(normaliseHost(each)).toBe(each)
          expect(each).not.toMatch(/\.(blob|file|queue|table|dfs|web)\.core\.windows\.net$/)
        }
        for (const { host: entry, problem, offer } of refused) {
          expect(problem).toBe(hostProblem(entry))
          if (offer !== undefined) expect(hostProblem(offer)).toBeUndefined()
        }
        const change: Change = { kind: 'allow-hosts', workspaceId: workspace.id, hosts }
        const planned = plan(change, workspace, options)
        if (!planned.ok) return
        for (const step of planned.plan.steps) {
          if (step.do !== 'put-rule') continue
          expect(step.ruleName).toMatch(azuresPattern)
          // As it is written and read back: commas part hosts, and nothing else.
          expect(destinationsOf(step.hosts.join(','))).toEqual(step.hosts)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('P24 refuses a plan, typed by a form or not, as soon as one host in it is no host', () => {
    const workspace = workspaceNamed('ws', {})
    const bad = rubbish.filter(text => hostProblem(text) !== undefined)
    fc.assert(
      fc.property(fc.array(host, { maxLength: 4 }), bad, (hosts, wrong) => {
        const change: Change = { kind: 'allow-hosts', workspaceId: workspace.id, hosts: [...hosts, wrong] }
        for (const options of shapes)
          expect(plan(change, workspace, options)).toMatchObject({ ok: false, refusal: { is: 'bad-host' } })
      }),
    )
  })

  it('P24 knows a host in any case, with a dot at its end or in its own script, as one', () => {
    fc.assert(
      fc.property(
        host.chain(name => fc.tuple(fc.constant(name), mixedCase(name), fc.constantFrom('', '.'))),
        ([name, shouted, dot]) => {
          expect(readHosts(`${name}, ${shouted}${dot}`)).toEqual({
            hosts: [normaliseHost(name)],
            refused: [],
          })
        },
      ),
    )
    expect(readHosts('münchen.example,xn--mnchen-3ya.example').hosts).toEqual(['xn--mnchen-3ya.example'])
  })

  it.each([
    ['*.github.io', 'wildcard-over-suffix', undefined],
    ['*.co.uk', 'wildcard-over-suffix', undefined],
    ['*.hf.space', 'wildcard-over-suffix', undefined],
    ['*.com', 'wildcard-over-suffix', undefined],
    ['*hf.co', 'wildcard-without-dot', '*.hf.co'],
    ['*', 'is-everything', undefined],
    ['https://huggingface.co/meta-llama', 'has-scheme', 'huggingface.co'],
    ['huggingface.co/meta-llama', 'has-path', 'huggingface.co'],
    ['huggingface.co:443', 'has-port', 'huggingface.co'],
    ['10.0.0.4', 'is-address', undefined],
    ['https://10.0.0.4/x', 'has-scheme', undefined],
    ['account.blob.core.windows.net', 'azure-storage', undefined],
    ['https://account.blob.core.windows.net/c', 'has-scheme', undefined],
    ['*.blob.core.windows.net', 'azure-storage', undefined],
  ])('P24 refuses %s: %s, and offers %s', (entry, problem, offer) => {
    expect(readHosts(entry)).toEqual({
      hosts: [],
      refused: [{ host: entry, problem, ...(offer === undefined ? {} : { offer }) }],
    })
  })

  it('P24 takes every host that a document lists for a collection', () => {
    const loaded = loadLibrary()
    if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
    for (const collection of loaded.library.collections)
      for (const needed of collection.hosts) expect(hostProblem(needed.host), needed.host).toBeUndefined()
  })

  it('P24 names rules as Azure takes them: the same for the same hosts, another for others, none that is taken', () => {
    const hosts = fc.uniqueArray(host, { minLength: 1, maxLength: 8 })
    const purpose = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('hosts', 'huggingface'))
    fc.assert(
      fc.property(purpose, hosts, hosts, (slug, some, others) => {
        const name = ruleName(slug, some)
        expect(name).toMatch(azuresPattern)
        expect(ruleName(slug, some.toReversed())).toBe(name)
        if (some.toSorted().join() !== others.toSorted().join()) expect(ruleName(slug, others)).not.toBe(name)
        // A rule of that name with other hosts, in any case, is not written over; one with these hosts is the same rule.
        const taken = freeRuleName(slug, some, [fqdn(name.toUpperCase(), ['other.example'])])
        expect(taken).toMatch(azuresPattern)
        expect(taken).not.toBe(name)
        expect(freeRuleName(slug, some, [fqdn(name, some)])).toBe(name)
      }),
    )
  })
})
