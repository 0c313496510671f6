import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closedTo, decide, type Press, withdraw } from '../../src/changes/decide.ts'
import { mayAsk, type Policy } from '../../src/changes/policy.ts'
import type { ApprovalRequest, Decision, RequestState, StateName } from '../../src/changes/request.ts'
import type { Person } from '../../src/conversation/person.ts'
import { ada, dana, requestFor } from '../cards/sample-requests.ts'
import { planFor, workspaceNamed } from '../cards/sample-tenant.ts'

const now = 1_000_000
const amir = { ...ada, objectId: '00000000-0000-4000-8000-0000000000a2', userId: '29:amir', name: 'Amir' }
const policy: Policy = {
  askers: 'tenant',
  approvers: [ada, amir],
  approvalExpiryMs: 72 * 3_600_000,
  executionExpiryMs: 24 * 3_600_000,
}
const workspace = workspaceNamed('ws-prod', {})
const place = '19:approvals@thread.tacv2;messageid=7'
const inPlace = { tenantId: dana.tenantId, key: place, kind: 'channel', address: {} } as const
const request: ApprovalRequest = requestFor(
  planFor(workspace, ['hf.co']),
  {
    kind: 'allow-hosts',
    workspaceId: workspace.id,
    hosts: ['hf.co'],
    purpose: { collection: 'huggingface', tier: 'current' },
  },
  { is: 'awaiting-approval' },
  now,
)
const approval: Press = { verdict: 'approve', by: ada, conversation: inPlace }
const decided = (press: Partial<Press>, { of = request, by = policy, posted = [place], at = now } = {}) =>
  decide(of, { ...approval, ...press }, by, posted, at)
const refusal = (...given: Parameters<typeof decided>) => {
  const answer = decided(...given)
  return answer.ok ? 'decided' : answer.refusal.is
}

describe('a press by an approver', () => {
  it('approves', () => {
    const decision = { verdict: 'approve', by: ada, at: now }
    expect(decided({})).toEqual({ ok: true, decision, state: { is: 'approved', decision } })
  })

  it('rejects, with a comment', () => {
    const decision = { verdict: 'reject', by: amir, at: now, comment: 'Too wide.' }
    expect(decided({ verdict: 'reject', by: amir, comment: 'Too wide.' })).toEqual({
      ok: true,
      decision,
      state: { is: 'rejected', decision, at: now },
    })
  })

  it('counts in another thread of the channel in which the card was posted', () => {
    expect(refusal({ conversation: { ...inPlace, key: '19:approvals@thread.tacv2;messageid=9' } })).toBe(
      'decided',
    )
    expect(refusal({ conversation: { ...inPlace, key: '19:approvals@thread.tacv2' } })).toBe('decided')
  })

  it('counts until a millisecond before the expiry, and not from then on', () => {
    expect(refusal({}, { at: request.expiresAt - 1 })).toBe('decided')
    expect(refusal({}, { at: request.expiresAt })).toBe('expired')
    expect(refusal({ verdict: 'reject', comment: 'No.' }, { at: request.expiresAt })).toBe('expired')
  })
})

describe('a press is refused', () => {
  const { objectId: _, ...unidentified } = ada
  const nobody: Policy = { ...policy, approvers: [] }
  const cases: readonly [string, string, Partial<Press>, Parameters<typeof decided>[1]][] = [
    ['by somebody without an identity', 'identity-unknown', { by: unidentified }, {}],
    [
      'from another tenant, which learns nothing of the request',
      'no-such-request',
      { by: { ...ada, tenantId: 'elsewhere' } },
      {},
    ],
    ['where nobody may approve', 'no-approver-configured', {}, { by: nobody }],
    ['by somebody who is no approver', 'not-an-approver', { by: { ...ada, objectId: 'somebody' } }, {}],
    [
      'in a conversation where the card was never posted',
      'other-conversation',
      { conversation: { ...inPlace, key: '19:elsewhere@thread.tacv2' } },
      {},
    ],
    ['where the card was posted nowhere', 'other-conversation', {}, { posted: [] }],
    ['to reject without a comment', 'comment-missing', { verdict: 'reject' }, {}],
  ]
  it.each(cases)('%s: %s', (_, is, press, more) => {
    expect(refusal(press, more)).toBe(is)
  })

  it('tells who may, to those who may not', () => {
    expect(decided({ by: { ...ada, objectId: 'somebody' } })).toEqual({
      ok: false,
      refusal: { is: 'not-an-approver', approvers: ['Ada Approver', 'Amir'] },
    })
  })

  it('by the requester, under any name and any id of the surface, approver or not', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.boolean(),
        fc.constantFrom('approve', 'reject'),
        (name, userId, isApprover, verdict) => {
          const by = isApprover ? { ...policy, approvers: [ada, dana] } : policy
          expect(refusal({ by: { ...dana, name, userId }, verdict, comment: 'x' }, { by })).toBe(
            'own-request',
          )
        },
      ),
    )
  })

  it('unless requester and presser are two people, and the presser approves: every pair', () => {
    const people: readonly Person[] = [dana, ada, amir, { ...dana, tenantId: 'elsewhere' }]
    for (const requester of [dana, ada, amir])
      for (const by of people) {
        const two = requester.objectId !== by.objectId
        const approves = (by.objectId === ada.objectId || by.objectId === amir.objectId) && two
        expect(refusal({ by }, { of: { ...request, requester } }) === 'decided').toBe(approves)
      }
  })
})

describe('a request that has been decided', () => {
  const decision: Decision = { verdict: 'approve', by: ada, at: now }
  const progress = { startedAt: now, step: 0, phase: { is: 'waiting' }, correlationIds: [] } as const
  const states: Readonly<Record<StateName, RequestState>> = {
    'awaiting-approval': { is: 'awaiting-approval' },
    approved: { is: 'approved', decision },
    applying: { is: 'applying', decision, progress },
    done: { is: 'done', decision, at: now, result: 'effective' },
    failed: { is: 'failed', decision, at: now, failure: { is: 'effect-grew' } },
    rejected: { is: 'rejected', decision, at: now },
    expired: { is: 'expired', at: now },
    withdrawn: { is: 'withdrawn', at: now },
  }
  it.each(Object.values(states).filter(({ is }) => is !== 'awaiting-approval'))(
    'and is $is takes no other decision and cannot be taken back',
    state => {
      const of = { ...request, state }
      const closed =
        state.is === 'expired'
          ? { is: 'expired' }
          : {
              is: 'already-decided',
              state: state.is,
              ...('decision' in state ? { by: 'Ada Approver' } : {}),
            }
      expect(closedTo(of, now)).toEqual(closed)
      expect(decided({ by: amir }, { of })).toEqual({ ok: false, refusal: closed })
      expect(withdraw(of, dana, now)).toEqual({ ok: false, refusal: closed })
    },
  )
})

describe('taking a request back', () => {
  it('is for the requester alone', () => {
    expect(withdraw(request, dana, now)).toEqual({ ok: true, state: { is: 'withdrawn', at: now } })
    expect(withdraw(request, ada, now)).toEqual({ ok: false, refusal: { is: 'not-the-requester' } })
    expect(withdraw(request, { ...dana, tenantId: 'elsewhere' }, now)).toEqual({
      ok: false,
      refusal: { is: 'not-the-requester' },
    })
    const { objectId: _, ...unidentified } = dana
    expect(withdraw(request, unidentified, now)).toEqual({ ok: false, refusal: { is: 'identity-unknown' } })
  })
  it('is possible until a millisecond before the expiry', () => {
    expect(withdraw(request, dana, request.expiresAt - 1).ok).toBe(true)
    expect(withdraw(request, dana, request.expiresAt)).toEqual({ ok: false, refusal: { is: 'expired' } })
  })
})

describe('who may ask', () => {
  const someone = { ...dana, objectId: 'someone' }
  const { objectId: _, ...unidentified } = dana
  it.each<[string, Policy['askers'], Person, boolean]>([
    ['anyone of the tenant', 'tenant', someone, true],
    ['somebody on the list', [dana], dana, true],
    ['nobody who is not on it', [dana], someone, false],
    ['an approver, on the list or not', [dana], ada, true],
    ['nobody of the same id in another tenant', [dana], { ...dana, tenantId: 'elsewhere' }, false],
    ['nobody without an identity', 'tenant', unidentified, false],
  ])('is %s', (_, askers, person, may) => {
    expect(mayAsk({ ...policy, askers }, person)).toBe(may)
  })
})
