import fc from 'fast-check'
import { expect, it } from 'vitest'
import { judge } from '../../src/knowledge/judge.ts'
import type { VerdictName } from '../../src/knowledge/verdict.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import type { FqdnRule } from '../../src/workspace/outbound-rule.ts'
import { collectionNamed, fqdn, workspaceNamed } from '../cards/sample-tenant.ts'

const collections = ['huggingface', 'curated', 'meta', 'azure-openai', 'nvidia', 'mistral', 'cohere']
const destinations = [
  ...['huggingface', 'curated'].flatMap(id => collectionNamed(id).hosts.map(({ host }) => host)),
  '*.hf.co',
  '*hf.co',
  '*.com',
  'example.org',
]
const known = ['Active', 'Inactive', 'Provisioning', 'Deleting', 'Failed']
const strange = ['Paused', 'active', '', 'ACTIVE', 'Updating']

const ruleOf = (statuses: readonly string[]) =>
  fc
    .tuple(
      fc.stringMatching(/^[a-z]{1,6}$/),
      fc.subarray(destinations, { minLength: 1 }),
      fc.constantFrom(...statuses),
    )
    .map(([name, hosts, status]): FqdnRule => fqdn(name, hosts, status))

const workspaceOf = (statuses: readonly string[]): fc.Arbitrary<Workspace> =>
  fc
    .record({
      isolationMode: fc.constantFrom(
        'Disabled',
        'AllowInternetOutbound',
        'AllowOnlyApprovedOutbound',
        'AllowOnlyApprovedOutbound',
        'AllowOnlyApprovedOutbound',
        'unknown',
      ),
      status: fc.constantFrom('Active', 'Inactive'),
      rules: fc.array(ruleOf(statuses), { maxLength: 4 }),
    })
    .chain(shape =>
      fc.constantFrom('Enabled', 'Disabled').map(publicNetworkAccess => ({
        ...workspaceNamed('ws', shape),
        publicNetworkAccess,
      })),
    )
const collection = fc.constantFrom(...collections).map(collectionNamed)
const question = fc
  .tuple(collection, fc.constantFrom(undefined, 'managed-compute', 'serverless'))
  .map(([asked, option]) => ({ collection: asked, ...(option === undefined ? {} : { option }) }))

const headwords: Readonly<Record<VerdictName, readonly string[]>> = {
  unknown: ['unknown'],
  'not-offered': ['no'],
  'follows-public-access': ['depends'],
  'not-isolated': ['yes', 'depends'],
  ready: ['yes'],
  'not-provisioned': ['not-yet'],
  'needs-private-endpoint': ['not-yet'],
  'not-documented': ['depends'],
  'missing-rules': ['not-yet'],
  'rule-failed': ['no'],
  'in-progress': ['not-yet'],
  'documented-minimum': ['yes'],
}

it('a verdict has the headword of its name, and offers a request only for missing rules and for the minimum', () => {
  fc.assert(
    fc.property(question, workspaceOf([...known, ...strange]), (asked, workspace) => {
      const { name, headword, offersRequest, reasons } = judge(asked, workspace)
      expect(headwords[name]).toContain(headword)
      expect(offersRequest).toBe(name === 'missing-rules' || name === 'documented-minimum')
      expect(reasons.length).toBeGreaterThan(0)
    }),
    { numRuns: 200 },
  )
})

it('every host of the collection is missing, later or covered, and only one of them', () => {
  const approved = workspaceOf([...known, ...strange]).map(workspace => ({
    ...workspace,
    network: { ...workspace.network, isolationMode: 'AllowOnlyApprovedOutbound' as const },
  }))
  const withHosts = fc.constantFrom('huggingface', 'curated').map(collectionNamed)
  fc.assert(
    fc.property(withHosts, approved, (asked, workspace) => {
      const { missing, later, covered } = judge({ collection: asked }, workspace)
      const told = [...missing, ...later, ...covered].map(({ host }) => host)
      expect(told.toSorted()).toEqual(asked.hosts.map(({ host }) => host).toSorted())
      expect(missing.every(({ tier }) => tier === 'documented')).toBe(true)
      expect(later.every(({ tier }) => tier === 'current')).toBe(true)
    }),
    { numRuns: 200 },
  )
})

it('a rule in a state that nobody knows counts for nothing', () => {
  fc.assert(
    fc.property(collection, workspaceOf([...known, ...strange]), (asked, workspace) => {
      const rules = workspace.network.rules.filter(({ status }) => known.includes(status))
      const without = { ...workspace, network: { ...workspace.network, rules } }
      const { reasons: _, ...with_ } = judge({ collection: asked }, workspace)
      expect(with_).toEqual({ ...judge({ collection: asked }, without), reasons: undefined })
    }),
    { numRuns: 200 },
  )
})

it('a rule that is being deleted or switched off counts for nothing, and is named for each host that it names', () => {
  fc.assert(
    fc.property(workspaceOf(known), ruleOf(['Deleting', 'Inactive']), (others, idle) => {
      const asked = collectionNamed('huggingface')
      const on = (rules: Workspace['network']['rules']): Workspace => ({
        ...others,
        network: { ...others.network, isolationMode: 'AllowOnlyApprovedOutbound', status: 'Active', rules },
      })
      const rule = { ...idle, name: 'idle-one' }
      const { reasons: before, ...without } = judge({ collection: asked }, on(others.network.rules))
      const { reasons, ...verdict } = judge({ collection: asked }, on([...others.network.rules, rule]))
      expect(verdict).toEqual(without)
      const named = reasons.filter(reason => reason.code === 'rule-disregarded' && reason.rule === 'idle-one')
      expect(reasons.length).toBe(before.length + named.length)
      for (const destination of idle.destinations)
        if (asked.hosts.some(({ host }) => host === destination))
          expect(named).toContainEqual({
            code: 'rule-disregarded',
            rule: 'idle-one',
            host: destination,
            status: rule.status,
          })
    }),
    { numRuns: 150 },
  )
})

it('one more active rule never makes the answer worse', () => {
  const rank: Readonly<Record<string, number>> = {
    'missing-rules': 0,
    'rule-failed': 1,
    'in-progress': 2,
    'not-provisioned': 3,
    'documented-minimum': 4,
    ready: 5,
  }
  fc.assert(
    fc.property(workspaceOf(known), ruleOf(['Active']), (workspace, rule) => {
      const asked = { collection: collectionNamed('huggingface') }
      const on = (rules: Workspace['network']['rules']): Workspace => ({
        ...workspace,
        network: { ...workspace.network, isolationMode: 'AllowOnlyApprovedOutbound', rules },
      })
      const before = judge(asked, on(workspace.network.rules))
      const after = judge(asked, on([...workspace.network.rules, rule]))
      expect(after.missing.length).toBeLessThanOrEqual(before.missing.length)
      // Rules that are stored but not covering documented hosts are told in the order of the table.
      if (before.missing.length === 0) expect(rank[after.name]).toBeGreaterThanOrEqual(rank[before.name] ?? 0)
    }),
    { numRuns: 200 },
  )
})
