import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/changes/change.ts'
import { type Planned, type PlanOptions, plan } from '../../src/changes/plan.ts'
import { ruleName } from '../../src/changes/rule-name.ts'
import { type HostProblem, normaliseHost } from '../../src/workspace/host.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { fqdn, privateEndpoint, workspaceNamed } from '../cards/sample-tenant.ts'

const combined: PlanOptions = { ruleShape: 'combined', isWritable: host => host === 'docker.io' }
const perHost: PlanOptions = { ...combined, ruleShape: 'per-host' }

const allow = (workspace: Workspace, ...hosts: readonly string[]): Change => ({
  kind: 'allow-hosts',
  workspaceId: workspace.id,
  hosts,
  purpose: { collection: 'huggingface', tier: 'current' },
})
const provision = (workspace: Workspace): Change => ({
  kind: 'provision-network',
  workspaceId: workspace.id,
  includeSpark: false,
})
const planned = (answer: Planned) => {
  if (!answer.ok) throw new Error(answer.refusal.is)
  return answer.plan
}
const refusal = (answer: Planned) => (answer.ok ? 'a plan' : answer.refusal)

describe('a plan for hosts', () => {
  const active = workspaceNamed('ws-prod', { rules: [fqdn('hub', ['huggingface.co'])] })

  it('on a network with an FQDN rule is one rule and nothing else', () => {
    const { steps, effect, effort, warnings, alreadyCovered } = planned(
      plan(allow(active, 'hf.co', 'docker.io'), active, combined),
    )
    expect(steps).toEqual([
      {
        do: 'put-rule',
        ruleName: ruleName('huggingface', ['hf.co', 'docker.io']),
        hosts: ['hf.co', 'docker.io'],
      },
    ])
    expect(effect).toEqual({
      workspace: active.id.toLowerCase(),
      isolationMode: 'AllowOnlyApprovedOutbound',
      hosts: ['docker.io', 'hf.co'],
      createsFirewall: false,
      provisions: false,
    })
    expect(effort.minutes).toEqual([10, 15])
    expect(warnings).toEqual([{ is: 'writable-hosts', hosts: ['docker.io'] }])
    expect(alreadyCovered).toEqual([])
  })

  it('without an FQDN rule so far names the firewall that comes into being', () => {
    const workspace = workspaceNamed('ws', { rules: [privateEndpoint('blob')] })
    const { effect, warnings } = planned(plan(allow(workspace, 'hf.co'), workspace, combined))
    expect(effect).toMatchObject({ createsFirewall: true, provisions: false })
    expect(warnings).toEqual([{ is: 'creates-firewall', sku: 'Standard' }])
  })

  it('on a network that is not provisioned puts the rule first and provisions then', () => {
    const workspace = workspaceNamed('ws', { status: 'Inactive' })
    const { steps, effect, warnings } = planned(plan(allow(workspace, '*.hf.co'), workspace, combined))
    expect(steps.map(step => step.do)).toEqual(['put-rule', 'provision'])
    expect(effect).toMatchObject({ createsFirewall: true, provisions: true })
    expect(warnings.map(({ is }) => is)).toEqual([
      'provisions-network',
      'cannot-be-undone',
      'creates-firewall',
      'wildcards',
    ])
  })

  it('leaves out what a rule covers already, and says which rule', () => {
    const workspace = workspaceNamed('ws', {
      rules: [fqdn('hub', ['*.hf.co']), fqdn('soon', ['pypi.org'], 'Provisioning')],
    })
    const { steps, alreadyCovered, effect } = planned(
      plan(allow(workspace, 'cdn.hf.co', 'pypi.org', 'hf.co'), workspace, combined),
    )
    expect(steps).toMatchObject([{ hosts: ['hf.co'] }])
    expect(effect.hosts).toEqual(['hf.co'])
    expect(alreadyCovered).toEqual([
      { host: 'cdn.hf.co', rule: 'hub' },
      { host: 'pypi.org', rule: 'soon' },
    ])
  })

  it.each(['Failed', 'Deleting', 'Inactive', 'Paused'])(
    'asks again for what only a rule that is %s names',
    status => {
      const workspace = workspaceNamed('ws', { rules: [fqdn('old', ['hf.co'], status)] })
      expect(planned(plan(allow(workspace, 'hf.co'), workspace, combined)).effect.hosts).toEqual(['hf.co'])
    },
  )

  it('takes two spellings of one host for one', () => {
    const { effect } = planned(plan(allow(active, 'HF.co', 'hf.co.', 'hf.co'), active, combined))
    expect(effect.hosts).toEqual(['hf.co'])
  })

  it('is for the same hosts whatever the shape of the rules', () => {
    const host = fc.domain().map(normaliseHost)
    fc.assert(
      fc.property(fc.uniqueArray(host, { minLength: 1, maxLength: 12 }), hosts => {
        const one = planned(plan(allow(active, ...hosts), active, combined))
        const each = planned(plan(allow(active, ...hosts), active, perHost))
        expect(each.effect).toEqual(one.effect)
        const written = each.steps.flatMap(step => (step.do === 'put-rule' ? step.hosts : []))
        expect(written.toSorted()).toEqual(one.effect.hosts)
        expect(each.steps).toHaveLength(hosts.length)
        expect(one.steps).toMatchObject([{ hosts: expect.arrayContaining(written) }])
      }),
    )
  })

  it('is the same plan each time', () => {
    const change = allow(active, 'hf.co', 'docker.io')
    expect(plan(change, active, perHost)).toEqual(plan(change, active, perHost))
  })
})

describe('there is no plan for hosts', () => {
  it.each(['Disabled', 'AllowInternetOutbound', 'unknown'] as const)(
    'in the mode %s, where FQDN rules do not exist',
    isolationMode => {
      for (const status of ['Active', 'Inactive'] as const) {
        const workspace = workspaceNamed('ws', { isolationMode, status })
        expect(refusal(plan(allow(workspace, 'hf.co'), workspace, combined))).toEqual({
          is: 'wrong-mode',
          isolationMode,
        })
      }
    },
  )

  it('where every host is covered already', () => {
    const workspace = workspaceNamed('ws', { rules: [fqdn('hub', ['hf.co', '*.hf.co'])] })
    expect(refusal(plan(allow(workspace, 'hf.co', 'a.hf.co'), workspace, combined))).toEqual({
      is: 'nothing-to-do',
      covered: [
        { host: 'hf.co', rule: 'hub' },
        { host: 'a.hf.co', rule: 'hub' },
      ],
    })
    expect(refusal(plan(allow(workspace), workspace, combined))).toEqual({ is: 'nothing-to-do', covered: [] })
  })

  it('for a Project, which has no network of its own', () => {
    const workspace = workspaceNamed('ws', { kind: 'Project' })
    for (const change of [allow(workspace, 'hf.co'), provision(workspace)])
      expect(refusal(plan(change, workspace, combined))).toEqual({ is: 'project-has-no-network' })
  })

  it.each<[string, HostProblem]>([
    ['', 'empty'],
    ['https://hf.co', 'has-scheme'],
    ['hf.co:443', 'has-port'],
    ['hf.co/models', 'has-path'],
    ['10.0.0.4', 'is-address'],
    ['*', 'is-everything'],
    ['*hf.co', 'wildcard-without-dot'],
    ['cdn.*.hf.co', 'wildcard-inside'],
    ['*.co', 'wildcard-over-suffix'],
    ['a.blob.core.windows.net', 'azure-storage'],
    ['localhost', 'not-a-host'],
  ])('with "%s" among the hosts: %s', (host, problem) => {
    const workspace = workspaceNamed('ws', {})
    expect(refusal(plan(allow(workspace, 'docker.io', host), workspace, combined))).toMatchObject({
      is: 'bad-host',
      problem,
    })
  })
})

describe('a plan for provisioning', () => {
  it('is one step, and names what cannot be undone', () => {
    const workspace = workspaceNamed('ws', { status: 'Inactive', isolationMode: 'AllowInternetOutbound' })
    const { steps, effect, warnings } = planned(plan(provision(workspace), workspace, combined))
    expect(steps).toEqual([{ do: 'provision', includeSpark: false }])
    expect(effect).toMatchObject({ hosts: [], createsFirewall: false, provisions: true })
    expect(warnings).toEqual([{ is: 'provisions-network' }, { is: 'cannot-be-undone' }])
  })

  it('names the firewall where an FQDN rule waits for it', () => {
    const workspace = workspaceNamed('ws', {
      status: 'Inactive',
      rules: [fqdn('hub', ['hf.co'], 'Inactive')],
    })
    expect(planned(plan(provision(workspace), workspace, combined)).effect.createsFirewall).toBe(true)
  })

  it('does not exist where there is nothing to provision', () => {
    const active = workspaceNamed('ws', {})
    expect(refusal(plan(provision(active), active, combined))).toEqual({ is: 'nothing-to-do' })
    for (const isolationMode of ['Disabled', 'unknown'] as const) {
      const workspace = workspaceNamed('ws', { isolationMode, status: 'Inactive' })
      expect(refusal(plan(provision(workspace), workspace, combined))).toEqual({
        is: 'wrong-mode',
        isolationMode,
      })
    }
  })
})

describe('the name of a rule', () => {
  const hosts = fc.uniqueArray(fc.oneof(fc.domain(), fc.string()), { minLength: 1, maxLength: 12 })
  const purpose = fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('huggingface', 'azure-openai', ''))

  it('is one that Azure takes, for any hosts and any purpose', () => {
    fc.assert(
      fc.property(purpose, hosts, (collection, names) => {
        expect(ruleName(collection, names)).toMatch(/^[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}$/)
      }),
      { numRuns: 500 },
    )
  })

  it('is the same for the same hosts in any order', () => {
    fc.assert(
      fc.property(
        hosts.chain(names =>
          fc.tuple(fc.constant(names), fc.shuffledSubarray(names, { minLength: names.length })),
        ),
        ([names, shuffled]) => {
          expect(ruleName('huggingface', shuffled)).toBe(ruleName('huggingface', names))
        },
      ),
    )
  })

  it('is another one for other hosts', () => {
    const domains = fc.uniqueArray(fc.domain(), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(domains, domains, (some, others) => {
        fc.pre(JSON.stringify(some.toSorted()) !== JSON.stringify(others.toSorted()))
        expect(ruleName('huggingface', some)).not.toBe(ruleName('huggingface', others))
      }),
    )
  })
})
