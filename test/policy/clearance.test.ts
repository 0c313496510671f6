import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionByPolicy, notCleared } from '../../src/changes/clearance.ts'
import { decide } from '../../src/changes/decide.ts'
import type { NamedPerson, Policy } from '../../src/changes/policy.ts'
import type { ApprovalRequest, Decision } from '../../src/changes/request.ts'
import { notRequestable } from '../../src/changes/requestable.ts'
import { approvesItself, termsOf } from '../../src/changes/terms.ts'
import { ada, amir, dana, requestFor } from '../cards/sample-requests.ts'
import { fqdn, planFor, workspaceNamed } from '../cards/sample-tenant.ts'

const now = 1_000_000
const eve = { ...ada, objectId: '00000000-0000-4000-8000-0000000000e1', userId: '29:eve', name: 'Eve' }
const everybody = [dana, ada, amir, eve]
const workspace = workspaceNamed('ws-prod', { rules: [fqdn('pypi', ['pypi.org'])] })
const plan = planFor(workspace, ['hf.co'])
const change = {
  kind: 'allow-hosts',
  workspaceId: workspace.id,
  hosts: ['hf.co'],
  purpose: { collection: 'huggingface', tier: 'documented' },
} as const
const policy: Policy = {
  askers: 'tenant',
  approvers: [ada, amir],
  approvalExpiryMs: 72 * 3_600_000,
  executionExpiryMs: 24 * 3_600_000,
}
const waiting = (under: Policy = policy): ApprovalRequest => ({
  ...requestFor(plan, change, { is: 'awaiting-approval' }, now),
  terms: termsOf(under, plan),
})
const place = { tenantId: dana.tenantId, key: '19:a', kind: 'channel', address: {} } as const
const press = (by: typeof ada, request: ApprovalRequest, under: Policy) =>
  decide(request, { verdict: 'approve', by, conversation: place }, under, [place.key], now)
const refusal = (...given: Parameters<typeof press>) => {
  const decided = press(...given)
  return decided.ok ? undefined : decided.refusal
}
const approvedBy = (...people: readonly (typeof ada)[]): Decision => {
  const all = people.map(by => ({ verdict: 'approve', by, at: now }) as const)
  const [last] = all.slice(-1)
  if (last === undefined) throw new Error('nobody approved')
  return { ...last, after: all.slice(0, -1) }
}

describe('a request that waits is under the stricter of then and now', () => {
  it('P05 whoever was named only later does not approve it, nor whoever is named no more', () => {
    const later = { ...policy, approvers: [amir, eve] }
    expect(refusal(eve, waiting(), later)).toMatchObject({
      is: 'not-an-approver',
      approvers: ['Amir Approver'],
    })
    expect(refusal(ada, waiting(), later)).toMatchObject({ is: 'not-an-approver' })
    expect(refusal(amir, waiting(), later)).toBeUndefined()
  })

  it('takes the larger quorum, whichever of both asks for it', () => {
    const two = { ...policy, quorum: 2 }
    for (const [then, since] of [
      [policy, two],
      [two, policy],
    ] as const) {
      const counted = press(ada, waiting(then), since)
      expect(counted).toMatchObject({ ok: true, state: { is: 'awaiting-approval' } })
      expect(notCleared(waiting(then), approvedBy(ada), since)).toMatchObject({ because: 'approvals' })
      expect(notCleared(waiting(then), approvedBy(ada, amir), since)).toBeUndefined()
    }
  })

  it('expires by the shorter time', () => {
    const short = { ...policy, approvalExpiryMs: 20 * 60_000 }
    expect(refusal(ada, waiting(), short)).toEqual({ is: 'expired' })
    expect(refusal(ada, waiting(), { ...short, approvalExpiryMs: 20 * 60_000 + 1 })).toBeUndefined()
  })

  it('is not approved where a host is denied by now, or the rules are kept in code; a rejection counts all the same', () => {
    const denying = { ...policy, deniedHosts: [{ pattern: '*.co' }] }
    expect(refusal(ada, waiting(), denying)).toEqual({ is: 'hosts-denied', hosts: ['hf.co'] })
    expect(refusal(ada, waiting(), { ...policy, managedBy: 'bicep' })).toEqual({
      is: 'managed-as-code',
      by: 'bicep',
    })
    const no = { verdict: 'reject', by: ada, conversation: place, comment: 'No.' } as const
    expect(decide(waiting(), no, denying, [place.key], now)).toMatchObject({ state: { is: 'rejected' } })
    expect(notCleared(waiting(), approvedBy(ada), denying)).toEqual({
      is: 'against-policy',
      because: 'hosts',
      hosts: ['hf.co'],
    })
    expect(notCleared(waiting(), approvedBy(ada), { ...policy, managedBy: 'terraform' })).toMatchObject({
      because: 'managed-as-code',
    })
  })
})

describe('what approves itself', () => {
  const open: Policy = {
    ...policy,
    rules: [
      {
        name: 'sandboxes',
        where: { workspaces: ['ws-*'] },
        sets: { production: false, approvesItself: ['documented'] },
      },
    ],
  }
  const here = { ...open, production: false, approvesItself: ['documented'] } as const
  it('is a tier that is named, outside production, without a firewall or a network that comes into being', () => {
    expect(approvesItself(here, { change, plan })).toBe(true)
    expect(approvesItself({ ...here, production: true }, { change, plan })).toBe(false)
    expect(approvesItself(policy, { change, plan })).toBe(false)
    const current = { ...change, purpose: { collection: 'huggingface', tier: 'current' } } as const
    expect(approvesItself(here, { change: current, plan })).toBe(false)
    const { purpose: _typed, ...typed } = change
    expect(approvesItself(here, { change: typed, plan })).toBe(false)
    for (const more of [{ createsFirewall: true }, { provisions: true }, { removed: ['a.example'] }])
      expect(approvesItself(here, { change, plan: { ...plan, effect: { ...plan.effect, ...more } } })).toBe(
        false,
      )
  })

  it('is carried out while the policy still says so, and not a moment longer', () => {
    const decision = decisionByPolicy(dana.tenantId, 'sandboxes', now)
    expect(notCleared(waiting(open), decision, open)).toBeUndefined()
    expect(notCleared(waiting(open), decision, policy)).toMatchObject({ because: 'approvals' })
  })
})

describe('a request is not made', () => {
  it.each<[string, Policy, object]>([
    ['by whoever may not ask there', { ...policy, askers: [eve] }, { is: 'may-not-ask' }],
    ['where nobody approves', { ...policy, approvers: [] }, { is: 'no-approver-configured' }],
    ['where too few could decide it', { ...policy, quorum: 3 }, { is: 'too-few-approvers', there: 2, of: 3 }],
    [
      'for a denied host',
      { ...policy, deniedHosts: [{ pattern: 'hf.co' }] },
      { is: 'hosts-denied', hosts: ['hf.co'] },
    ],
  ])('%s', (_, under, because) => {
    expect(notRequestable({ change, plan }, dana, under)).toEqual(because)
  })

  it('by the only approver, who would have to approve it', () => {
    const alone = { ...policy, approvers: [ada] }
    expect(notRequestable({ change, plan }, ada, alone)).toEqual({ is: 'too-few-approvers', there: 0, of: 1 })
    expect(notRequestable({ change, plan }, dana, alone)).toBeUndefined()
  })
})

const people = fc.subarray(everybody)
const policies = fc
  .record({ approvers: people, quorum: fc.integer({ min: 1, max: 3 }) })
  .map((more): Policy => ({ ...policy, ...more }))

describe('P05 whatever the policy was, is and becomes', () => {
  it('nothing is carried out without enough approvers of both times, the requester never among them', () => {
    fc.assert(
      fc.property(
        policies,
        policies,
        fc.array(fc.constantFrom(...everybody), { minLength: 1 }),
        (then, since, voices) => {
          const request = waiting(then)
          const both = (each: NamedPerson) =>
            then.approvers.includes(each as never) && since.approvers.includes(each as never)
          const good = new Set(voices.filter(each => both(each) && each !== dana))
          const cleared = notCleared(request, approvedBy(...voices), since) === undefined
          expect(cleared).toBe(good.size >= Math.max(then.quorum ?? 1, since.quorum ?? 1))
        },
      ),
    )
  })

  it('any presses by anybody lead to an approval only by a quorum of them', () => {
    fc.assert(
      fc.property(
        policies,
        fc.array(fc.tuple(fc.constantFrom(...everybody), policies), { maxLength: 8 }),
        (then, presses) => {
          let request = waiting(then)
          for (const [by, under] of presses) {
            const decided = press(by, request, under)
            if (!decided.ok) continue
            expect(then.approvers).toContain(by)
            expect(under.approvers).toContain(by)
            expect(by).not.toBe(dana)
            if (decided.state.is === 'approved') {
              const voices = [...(decided.decision.after ?? []).map(each => each.by), decided.decision.by]
              expect(new Set(voices).size).toBeGreaterThanOrEqual(
                Math.max(then.quorum ?? 1, under.quorum ?? 1),
              )
              return
            }
            request = { ...request, state: decided.state }
          }
        },
      ),
    )
  })
})
