import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { landed } from '../../src/changes/actions/landed.ts'
import type { Change, PlannedStep } from '../../src/changes/change.ts'
import { digestOf, withinApproval } from '../../src/changes/effect.ts'
import { type Planned, type PlanOptions, plan } from '../../src/changes/plan.ts'
import { effectNow } from '../../src/changes/verify.ts'
import { coverageOf } from '../../src/workspace/host-coverage.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import type { FqdnRule, OutboundRule } from '../../src/workspace/outbound-rule.ts'
import { requestFor } from '../cards/sample-requests.ts'
import { fqdn, privateEndpoint, workspaceNamed } from '../cards/sample-tenant.ts'

const combined: PlanOptions = { ruleShape: 'combined', isWritable: () => false }
const perHost: PlanOptions = { ...combined, ruleShape: 'per-host' }
const remove = (workspace: Workspace, ...hosts: readonly string[]): Change => ({
  kind: 'remove-hosts',
  workspaceId: workspace.id,
  hosts,
})
const planned = (answer: Planned) => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.plan
}
const refusal = (answer: Planned) => (answer.ok ? 'a plan' : answer.refusal)
const system = (name: string, hosts: readonly string[]): FqdnRule => ({
  ...fqdn(name, hosts),
  category: 'Required',
})

/** What Azure has after these steps, each as it was meant. */
function made(workspace: Workspace, steps: readonly PlannedStep[]): Workspace {
  const rules = steps.reduce<readonly OutboundRule[]>((before, step) => {
    if (step.do === 'provision') return before
    const others = before.filter(({ name }) => name !== step.ruleName)
    return step.do === 'delete-rule' ? others : [...others, fqdn(step.ruleName, step.hosts)]
  }, workspace.network.rules)
  return { ...workspace, network: { ...workspace.network, rules } }
}

describe('a removal', () => {
  it('deletes the rule that lists nothing else, and writes the others anew with the rest', () => {
    const workspace = workspaceNamed('ws', {
      rules: [fqdn('a', ['hf.co']), fqdn('b', ['HF.co', 'docker.io', 'pypi.org']), privateEndpoint('pe')],
    })
    const { steps, effect, warnings, effort } = planned(plan(remove(workspace, 'hf.co'), workspace, combined))
    expect(steps).toEqual([
      {
        do: 'put-rule',
        ruleName: 'b',
        hosts: ['docker.io', 'pypi.org'],
        replaces: ['hf.co', 'docker.io', 'pypi.org'],
      },
      { do: 'delete-rule', ruleName: 'a', hosts: ['hf.co'] },
    ])
    expect(effect).toMatchObject({ hosts: [], removed: ['hf.co'], createsFirewall: false, provisions: false })
    expect(warnings).toEqual([{ is: 'removal-breaks', hosts: ['hf.co'] }])
    expect(effort.minutes).toEqual([10, 15])
  })

  it('gives each of the rest a rule of its own where rules may not list several, before the list goes', () => {
    const workspace = workspaceNamed('ws', { rules: [fqdn('b', ['hf.co', 'docker.io', 'pypi.org'])] })
    const { steps } = planned(plan(remove(workspace, 'hf.co'), workspace, perHost))
    expect(steps.map(step => step.do)).toEqual(['put-rule', 'put-rule', 'delete-rule'])
    expect(made(workspace, steps).network.rules).toMatchObject([
      { destinations: ['docker.io'] },
      { destinations: ['pypi.org'] },
    ])
  })

  it('warns that the last rule for a host goes, and of a wildcard that lets the host through all the same', () => {
    const last = workspaceNamed('ws', { rules: [fqdn('a', ['hf.co']), privateEndpoint('pe')] })
    expect(planned(plan(remove(last, 'hf.co'), last, combined)).warnings).toContainEqual({
      is: 'last-fqdn-rule',
    })
    const wild = workspaceNamed('ws', { rules: [fqdn('a', ['cdn.hf.co']), fqdn('all', ['*.hf.co'])] })
    expect(planned(plan(remove(wild, 'cdn.hf.co'), wild, combined)).warnings).toContainEqual({
      is: 'still-let-through',
      hosts: ['cdn.hf.co'],
      rules: ['all'],
    })
  })

  it('says of each host that it cannot take out why', () => {
    const workspace = workspaceNamed('ws', {
      rules: [
        system('__SYS_FQDN', ['mcr.microsoft.com']),
        fqdn('all', ['*.hf.co']),
        fqdn('off', ['docker.io', 'pypi.org'], 'Inactive'),
      ],
    })
    const asked = remove(workspace, 'mcr.microsoft.com', 'cdn.hf.co', 'docker.io', 'quay.io')
    expect(refusal(plan(asked, workspace, combined))).toEqual({
      is: 'nothing-removable',
      notRemoved: [
        { host: 'mcr.microsoft.com', why: 'not-ours', rule: '__SYS_FQDN', category: 'Required' },
        { host: 'cdn.hf.co', why: 'by-wildcard', rule: 'all', destination: '*.hf.co' },
        { host: 'docker.io', why: 'rule-at-rest', rule: 'off', status: 'Inactive' },
        { host: 'quay.io', why: 'in-no-rule' },
      ],
    })
    // As a whole it may go: nothing is switched on by that.
    expect(
      planned(plan(remove(workspace, 'docker.io', 'pypi.org'), workspace, combined)).steps,
    ).toMatchObject([{ do: 'delete-rule', ruleName: 'off' }])
  })

  it('takes out exactly what was asked, whatever the rules and their shape, and twice nothing more', () => {
    const names = ['docker.io', 'hf.co', 'pypi.org', '*.hf.co', 'cdn.hf.co', 'quay.io']
    const rules = fc
      .array(fc.tuple(fc.subarray(names, { minLength: 1 }), fc.boolean()), { maxLength: 5 })
      .map(all => all.map(([hosts, own], at) => (own ? fqdn : system)(`rule-${at}`, hosts)))
    const asked = fc.subarray(names, { minLength: 1 })
    fc.assert(
      fc.property(rules, asked, fc.constantFrom(combined, perHost), (all, hosts, options) => {
        const workspace = workspaceNamed('ws', { rules: [...all, privateEndpoint('pe')] })
        const answer = plan(remove(workspace, ...hosts), workspace, options)
        if (!answer.ok) {
          expect(
            all.some(
              rule => rule.category === 'UserDefined' && rule.destinations.some(d => hosts.includes(d)),
            ),
          ).toBe(false)
          return
        }
        const { steps, effect } = answer.plan
        const left = made(workspace, steps)
        const listedBy = (of: Workspace, category: string) =>
          new Set(
            of.network.rules.flatMap(rule =>
              rule.type === 'FQDN' && rule.category === category ? rule.destinations : [],
            ),
          )
        const before = listedBy(workspace, 'UserDefined')
        const stays = [...before].filter(host => !hosts.includes(host))
        expect([...listedBy(left, 'UserDefined')].toSorted()).toEqual(stays.toSorted())
        expect(listedBy(left, 'Required')).toEqual(listedBy(workspace, 'Required'))
        expect(left.network.rules.some(rule => rule.type === 'PrivateEndpoint')).toBe(true)
        expect(effect.removed).toEqual(hosts.filter(host => before.has(host)).toSorted())
        for (const step of steps) expect(landed(step, left).is).toBe('effective')
        expect(plan(remove(left, ...hosts), left, options).ok).toBe(false)
      }),
    )
  })

  it('and an opening are one plan: first what is let through, then what is taken out', () => {
    const workspace = workspaceNamed('ws', { rules: [fqdn('old', ['quay.io'])] })
    const change: Change = {
      kind: 'allow-hosts',
      workspaceId: workspace.id,
      hosts: ['hf.co'],
      remove: ['quay.io'],
    }
    const { steps, effect, warnings } = planned(plan(change, workspace, combined))
    expect(steps.map(step => step.do)).toEqual(['put-rule', 'delete-rule'])
    expect(effect).toMatchObject({ hosts: ['hf.co'], removed: ['quay.io'] })
    expect(warnings.map(({ is }) => is)).toEqual(['removal-breaks'])
    expect(coverageOf('hf.co', made(workspace, steps).network).by?.standing).toBe('effective')
    expect(refusal(plan({ ...change, remove: ['HF.co'] }, workspace, combined))).toEqual({
      is: 'both-ways',
      hosts: ['hf.co'],
    })
  })
})

describe('the approval of a removal', () => {
  const before = workspaceNamed('ws', { rules: [fqdn('b', ['hf.co', 'docker.io']), fqdn('c', ['pypi.org'])] })
  const change = remove(before, 'hf.co', 'pypi.org')
  const request = requestFor(planned(plan(change, before, combined)), change, { is: 'awaiting-approval' }, 0)
  const withRules = (...rules: readonly OutboundRule[]): Workspace => ({
    ...before,
    network: { ...before.network, rules },
  })
  const stillGood = (now: Workspace) => withinApproval(request.plan.effect, effectNow(request, now))
  const [rewrite, deletion] = request.plan.steps
  if (rewrite === undefined || deletion === undefined) throw new Error('two steps were planned')

  it('is good for what was approved and for less, and never for more', () => {
    expect(effectNow(request, before)).toEqual(request.plan.effect)
    expect(stillGood(withRules(fqdn('b', ['docker.io']), fqdn('c', ['pypi.org'])))).toBe(true)
    const { effect } = request.plan
    expect(withinApproval(effect, { ...effect, removed: ['docker.io'] })).toBe(false)
    expect(withinApproval(effect, { ...effect, hosts: ['evil.example'] })).toBe(false)
    const { removed: _, ...opening } = effect
    expect(withinApproval(opening, effect)).toBe(false)
    expect(digestOf(effect)).not.toBe(digestOf(opening))
  })

  it('is written as long as the rules hold nothing new', () => {
    expect(landed(rewrite, before).is).toBe('absent')
    expect(landed(deletion, before).is).toBe('absent')
    expect(landed(deletion, withRules(fqdn('c', ['pypi.org'], 'Deleting'))).is).toBe('under-way')
    expect(landed(deletion, withRules()).is).toBe('effective')
    expect(landed(rewrite, withRules(fqdn('b', ['docker.io'], 'Provisioning'))).is).toBe('under-way')
  })

  it('does not touch a rule that somebody has changed, filled or switched off since', () => {
    expect(landed(rewrite, withRules(fqdn('b', ['hf.co', 'docker.io', 'new.example']))).is).toBe('name-taken')
    expect(landed(rewrite, withRules(fqdn('b', ['hf.co']))).is).toBe('name-taken')
    expect(landed(rewrite, withRules(fqdn('b', ['hf.co', 'docker.io'], 'Inactive'))).is).toBe('name-taken')
    expect(landed(deletion, withRules(fqdn('c', ['pypi.org', 'new.example']))).is).toBe('name-taken')
    expect(landed(deletion, withRules(system('c', ['pypi.org']))).is).toBe('name-taken')
  })
})

describe('serverless Spark', () => {
  const inactive = workspaceNamed('ws', { status: 'Inactive' })
  const spark: Change = { kind: 'provision-network', workspaceId: inactive.id, includeSpark: true }

  it('comes with the provisioning that asks for it, and is named', () => {
    const { steps, effect, warnings, preflight } = planned(plan(spark, inactive, combined))
    expect(steps).toEqual([{ do: 'provision', includeSpark: true }])
    expect(effect).toMatchObject({ provisions: true, includesSpark: true })
    expect(warnings).toContainEqual({ is: 'includes-spark' })
    expect(preflight).toContainEqual({ check: 'public-access-for-spark', standing: 'attention' })
    expect(preflight?.filter(({ standing }) => standing === 'unseen').map(({ check }) => check)).toEqual([
      'locks',
      'provider-registration',
      'policy',
      'identity-role',
    ])
    const { includesSpark: _, ...without } = effect
    expect(withinApproval(without, effect)).toBe(false)
    expect(withinApproval(effect, without)).toBe(true)
  })

  it('is there only once Azure says so', () => {
    const [step] = planned(plan(spark, inactive, combined)).steps
    if (step === undefined) throw new Error('a step was planned')
    const active = workspaceNamed('ws', {})
    expect(landed(step, active).is).toBe('absent')
    expect(landed(step, { ...active, network: { ...active.network, sparkReady: true } }).is).toBe('effective')
    expect(planned(plan(spark, active, combined)).effect).toMatchObject({
      provisions: false,
      includesSpark: true,
    })
  })
})
