import { describe, expect, it } from 'vitest'
import { plan } from '../../src/changes/plan.ts'
import { hostsOfTier } from '../../src/knowledge/collection.ts'
import { judge } from '../../src/knowledge/judge.ts'
import { library } from '../bot/road.ts'
import { collectionNamed, fqdn, workspaceNamed } from '../cards/sample-tenant.ts'

const collection = collectionNamed('huggingface')
const hosts = hostsOfTier(collection, 'current').map(({ host }) => host)
const one = fqdn('hub', ['huggingface.co'])
const every = fqdn('all', hosts)
const modes = ['Disabled', 'AllowInternetOutbound', 'AllowOnlyApprovedOutbound'] as const

const table = [
  // mode, network, rules; verdict, headword, offers a request, what a request would do
  ['Disabled', 'Inactive', [], 'not-isolated', 'yes', false, 'wrong-mode'],
  ['AllowInternetOutbound', 'Active', [], 'ready', 'yes', false, 'wrong-mode'],
  ['AllowInternetOutbound', 'Inactive', [], 'not-provisioned', 'not-yet', false, 'wrong-mode'],
  ['AllowOnlyApprovedOutbound', 'Active', [], 'missing-rules', 'not-yet', true, 'put-rule'],
  ['AllowOnlyApprovedOutbound', 'Active', [one], 'missing-rules', 'not-yet', true, 'put-rule'],
  ['AllowOnlyApprovedOutbound', 'Active', [every], 'ready', 'yes', false, 'nothing-to-do'],
  ['AllowOnlyApprovedOutbound', 'Inactive', [], 'missing-rules', 'not-yet', true, 'put-rule, provision'],
  ['AllowOnlyApprovedOutbound', 'Inactive', [one], 'missing-rules', 'not-yet', true, 'put-rule, provision'],
] as const

const workspaceOf = (
  isolationMode: (typeof modes)[number],
  status: 'Active' | 'Inactive',
  rules: readonly (typeof one)[],
) => workspaceNamed('ws', { isolationMode, status, rules })

const planned = (workspace: ReturnType<typeof workspaceOf>) =>
  plan({ kind: 'allow-hosts', workspaceId: workspace.id, hosts }, workspace, {
    ruleShape: 'combined',
    isWritable: () => false,
  })

describe('P21 the right answer and the right offer in each mode', () => {
  it.each(table.map(row => [`${row[0]}, ${row[1]}, ${row[2].length} rules: ${row[3]}`, ...row] as const))(
    '%s',
    (_, mode, status, rules, name, headword, offers, does) => {
      const workspace = workspaceOf(mode, status, rules)
      const verdict = judge({ collection }, workspace)
      expect([verdict.name, verdict.headword, verdict.offersRequest]).toEqual([name, headword, offers])
      const result = planned(workspace)
      expect(result.ok ? result.plan.steps.map(step => step.do).join(', ') : result.refusal.is).toBe(does)
      // The first FQDN rule of a network that exists brings its firewall; provisioning brings it with the network.
      if (result.ok)
        expect(result.plan.effect.createsFirewall).toBe(status === 'Inactive' || rules.length === 0)
    },
  )

  it('no FQDN rule is planned outside AllowOnlyApprovedOutbound, for any collection', () => {
    for (const mode of ['Disabled', 'AllowInternetOutbound'] as const)
      for (const status of ['Active', 'Inactive'] as const)
        for (const each of library.collections) {
          const workspace = workspaceOf(mode, status, [])
          expect(judge({ collection: each }, workspace).offersRequest).toBe(false)
          const result = planned(workspace)
          expect(result.ok ? result.plan.steps.map(step => step.do) : []).not.toContain('put-rule')
        }
  })
})
