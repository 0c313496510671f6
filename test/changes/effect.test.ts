import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf, withinApproval } from '../../src/changes/effect.ts'
import { type Effect, plan } from '../../src/changes/plan.ts'
import { effectNow } from '../../src/changes/verify.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import type { OutboundRule } from '../../src/workspace/outbound-rule.ts'
import { requestFor } from '../cards/sample-requests.ts'
import { fqdn, privateEndpoint, workspaceNamed } from '../cards/sample-tenant.ts'

const names = ['docker.io', 'hf.co', 'pypi.org', '*.hf.co', 'quay.io']
const effect: fc.Arbitrary<Effect> = fc.record({
  workspace: fc.constant('/subscriptions/s/workspaces/ws'),
  isolationMode: fc.constant('AllowOnlyApprovedOutbound' as const),
  hosts: fc.subarray(names).map(hosts => hosts.toSorted()),
  createsFirewall: fc.boolean(),
  provisions: fc.boolean(),
})

describe('an approval', () => {
  it('is for the firewall that it names: another costs something else', () => {
    const approved: Effect = {
      workspace: '/subscriptions/s/workspaces/ws',
      isolationMode: 'AllowOnlyApprovedOutbound',
      hosts: ['docker.io'],
      createsFirewall: true,
      firewallSku: 'Basic',
      provisions: true,
    }
    expect(withinApproval(approved, { ...approved, firewallSku: 'Standard' })).toBe(false)
    expect(withinApproval(approved, approved)).toBe(true)
    const { firewallSku: _, ...withoutFirewall } = { ...approved, createsFirewall: false }
    expect(withinApproval(approved, withoutFirewall)).toBe(true)
    expect(digestOf(approved)).not.toBe(digestOf({ ...approved, firewallSku: 'Standard' }))
  })

  it('is good for what was approved', () => {
    fc.assert(fc.property(effect, it => withinApproval(it, it)))
  })

  it('is good for less: fewer hosts, no firewall, no provisioning, in any order', () => {
    fc.assert(
      fc.property(effect, fc.infiniteStream(fc.boolean()), (approved, coin) => {
        const flip = () => coin.next().value === true
        const less: Effect = {
          ...approved,
          hosts: approved.hosts.filter(flip).toReversed(),
          createsFirewall: approved.createsFirewall && flip(),
          provisions: approved.provisions && flip(),
        }
        expect(withinApproval(approved, less)).toBe(true)
      }),
    )
  })

  it('is good for nothing that it did not name', () => {
    const grown: readonly ((it: Effect) => Effect)[] = [
      it => ({ ...it, hosts: [...it.hosts, 'evil.example'] }),
      it => ({ ...it, hosts: ['evil.example'] }),
      it => ({ ...it, workspace: `${it.workspace}-2` }),
      it => ({ ...it, isolationMode: 'AllowInternetOutbound' }),
      it => ({ ...it, isolationMode: 'unknown' }),
    ]
    fc.assert(
      fc.property(effect, fc.constantFrom(...grown), (approved, grow) => {
        expect(withinApproval(approved, grow(approved))).toBe(false)
      }),
    )
    fc.assert(
      fc.property(effect, fc.constantFrom('createsFirewall', 'provisions'), (it, cost) => {
        expect(withinApproval({ ...it, [cost]: false }, { ...it, [cost]: true })).toBe(false)
      }),
    )
  })
})

describe('what would happen now', () => {
  const before = workspaceNamed('ws', { rules: [privateEndpoint('blob')] })
  const change = {
    kind: 'allow-hosts',
    workspaceId: before.id,
    hosts: ['docker.io', 'hf.co'],
    purpose: { collection: 'huggingface', tier: 'current' },
  } as const
  const requestOn = (workspace: Workspace) => {
    const planned = plan(change, workspace, { ruleShape: 'combined', isWritable: () => false })
    if (!planned.ok) throw new Error(planned.refusal.is)
    return requestFor(planned.plan, change, { is: 'awaiting-approval' }, 0)
  }
  const withRules = (rules: readonly OutboundRule[], workspace = before): Workspace => ({
    ...workspace,
    network: { ...workspace.network, rules },
  })
  const request = requestOn(before)
  const stillGood = (workspace: Workspace, of = request) =>
    withinApproval(of.plan.effect, effectNow(of, workspace))

  it('is what was approved, as long as nothing changed', () => {
    expect(effectNow(request, before)).toEqual(request.plan.effect)
  })

  it('is as good where a host is covered by now, a firewall exists by now, or a rule came that has nothing to do with it', () => {
    expect(stillGood(withRules([fqdn('mine', ['hf.co'])]))).toBe(true)
    expect(stillGood(withRules([fqdn('both', ['hf.co', 'docker.io'])]))).toBe(true)
    expect(stillGood(withRules([fqdn('other', ['example.org'])]))).toBe(true)
    expect(stillGood(withRules([privateEndpoint('two'), privateEndpoint('blob')]))).toBe(true)
    expect(stillGood({ ...before, publicNetworkAccess: 'Disabled', location: 'northeurope' })).toBe(true)
  })

  it('is as good where the network has been provisioned by somebody else', () => {
    const inactive = requestOn(workspaceNamed('ws', { status: 'Inactive' }))
    expect(stillGood(workspaceNamed('ws', { status: 'Active' }), inactive)).toBe(true)
  })

  it('is more where the firewall that existed is gone', () => {
    const withFirewall = requestOn(withRules([fqdn('hub', ['huggingface.co'])]))
    expect(stillGood(before, withFirewall)).toBe(false)
  })

  it('does not grow by a host that the plan left out, covered or not, since no step writes it', () => {
    const covered = requestOn(withRules([fqdn('hub', ['hf.co'])]))
    expect(covered.plan.effect.hosts).toEqual(['docker.io'])
    expect(effectNow(covered, withRules([fqdn('else', ['quay.io'])])).hosts).toEqual(['docker.io'])
  })

  it('is something else in another mode', () => {
    for (const isolationMode of ['AllowInternetOutbound', 'Disabled', 'unknown'] as const)
      expect(stillGood(workspaceNamed('ws', { isolationMode, rules: before.network.rules }))).toBe(false)
  })

  it('is more where provisioning would now make a firewall', () => {
    const inactive = workspaceNamed('ws', { status: 'Inactive' })
    const change = { kind: 'provision-network', workspaceId: inactive.id, includeSpark: false } as const
    const planned = plan(change, inactive, { ruleShape: 'combined', isWritable: () => false })
    if (!planned.ok) throw new Error(planned.refusal.is)
    const provisioning = requestFor(planned.plan, change, { is: 'awaiting-approval' }, 0)
    expect(stillGood(inactive, provisioning)).toBe(true)
    expect(stillGood(withRules([fqdn('new', ['hf.co'], 'Inactive')], inactive), provisioning)).toBe(false)
  })
})

it('two effects have the same digest only if they are the same', () => {
  fc.assert(
    fc.property(effect, effect, (a, b) => {
      expect(digestOf(a) === digestOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b))
    }),
  )
})
