import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedApprovals, decide } from '../../src/changes/decide.ts'
import type { Policy } from '../../src/changes/policy.ts'
import type { ApprovalRequest } from '../../src/changes/request.ts'
import type { KnownPerson } from '../../src/conversation/person.ts'
import { approvedRequest } from '../bot/road.ts'
import { ada, amir, dana } from '../cards/sample-requests.ts'
import { workspaceNamed } from '../cards/sample-tenant.ts'

const workspace = workspaceNamed('ws', {})
const request: ApprovalRequest = {
  ...approvedRequest(workspace, ['hf.co']),
  state: { is: 'awaiting-approval' },
}
const now = request.requestedAt
const people = [dana, ada, amir]
const policyOf = (approvers: Policy['approvers'], quorum = 1): Policy => ({
  askers: 'tenant',
  approvers,
  quorum,
  approvalExpiryMs: 1_000,
  executionExpiryMs: 1_000,
})
const press = (on: ApprovalRequest, by: KnownPerson, verdict: 'approve' | 'reject', policy: Policy) =>
  decide(on, { verdict, by, conversation: request.thread, comment: 'no' }, policy, [request.thread.key], now)
const person = fc.constantFrom(...people)

describe('P05 four eyes', () => {
  it('P05 nobody decides their own request, under whatever name, address or letters', () => {
    fc.assert(
      fc.property(
        person,
        fc.string(),
        fc.string(),
        fc.constantFrom('approve', 'reject'),
        (requester, name, userId, verdict) => {
          const own = { ...request, requester }
          const same = { ...requester, name, userId }
          expect(press(own, same, verdict, policyOf(people))).toEqual({
            ok: false,
            refusal: { is: 'own-request' },
          })
        },
      ),
    )
  })

  it('P05 nobody decides their own request as a member of a group either, guests decide nobody’s', () => {
    const group = { id: 'g', name: 'Everybody' }
    const policy = {
      ...policyOf(people.map(each => ({ ...each, groups: [group.id] }))),
      approverGroups: [group],
    }
    fc.assert(
      fc.property(person, person, fc.constantFrom('yes', 'unknown', undefined), (requester, by, guest) => {
        const decided = press(
          { ...request, requester },
          { ...by, ...(guest === undefined ? {} : { guest }) },
          'approve',
          policy,
        )
        const refusal = guest !== undefined ? 'guest' : requester === by ? 'own-request' : undefined
        expect(decided.ok ? undefined : decided.refusal.is).toBe(refusal)
      }),
    )
  })

  it('P05 with no approver configured nobody decides', () => {
    expect(press(request, ada, 'approve', policyOf([]))).toMatchObject({
      refusal: { is: 'no-approver-configured' },
    })
  })

  it('P05 it takes as many distinct approvers as the policy says, however often each of them presses', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 }), fc.array(person, { maxLength: 12 }), (quorum, presses) => {
        const policy = policyOf(people, quorum)
        let state: ApprovalRequest['state'] = { is: 'awaiting-approval' }
        const counted = new Set<string>()
        for (const by of presses) {
          if (state.is !== 'awaiting-approval') break
          const decided = press({ ...request, state }, by, 'approve', policy)
          const counts = by !== dana && !counted.has(by.objectId)
          expect(decided.ok).toBe(counts)
          if (!decided.ok) continue
          counted.add(by.objectId)
          state = decided.state
          expect(state.is).toBe(counted.size < quorum ? 'awaiting-approval' : 'approved')
        }
        const enough =
          new Set(presses.filter(by => by !== dana).map(({ objectId }) => objectId)).size >= quorum
        expect(state.is).toBe(enough ? 'approved' : 'awaiting-approval')
        if (state.is === 'approved') expect((state.decision.after ?? []).length + 1).toBe(quorum)
      }),
    )
  })

  it('P05 one denial ends it, whoever approved before', () => {
    const policy = policyOf(people, 2)
    const first = press(request, ada, 'approve', policy)
    if (!first.ok) throw new Error(first.refusal.is)
    expect(press({ ...request, state: first.state }, amir, 'reject', policy)).toMatchObject({
      ok: true,
      state: { is: 'rejected', decision: { by: amir } },
    })
  })

  it('P05 an approval of somebody who is no approver any more does not count', () => {
    const first = press(request, ada, 'approve', policyOf(people, 2))
    if (!first.ok) throw new Error(first.refusal.is)
    const later = policyOf([amir, dana], 2)
    const on = { ...request, state: first.state }
    expect(countedApprovals(on, later)).toEqual([])
    expect(press(on, amir, 'approve', later)).toMatchObject({ state: { is: 'awaiting-approval' } })
  })

  it('P05 who watches a request does not decide it', () => {
    const watched = { ...request, watchers: [{ person: ada, thread: request.thread }] }
    expect(press(watched, ada, 'approve', policyOf(people))).toMatchObject({
      ok: false,
      refusal: { is: 'watches-it' },
    })
  })
})
