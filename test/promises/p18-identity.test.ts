import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/adapters/policy/policy-file.ts'
import { decide } from '../../src/changes/decide.ts'
import { isApprover, type Policy } from '../../src/changes/policy.ts'
import { samePerson } from '../../src/conversation/person.ts'
import { ada as adaOfCards, dana as danaOfCards, requestFor } from '../cards/sample-requests.ts'
import { planFor } from '../cards/sample-tenant.ts'
import { allHosts, now, prod } from '../cards/sample-verdicts.ts'
import { sharedHouse } from '../e2e/shared-house.ts'
import { ada, dana, mallory, textOf } from '../harness/connector.ts'

const few = fc.constantFrom('a', 'b', 'c')
const person = fc.record({ tenantId: few, objectId: few, userId: few, name: few })

describe('P18 identity', () => {
  it('is tenant id and Entra object id, and nothing else', () => {
    fc.assert(
      fc.property(person, person, (one, other) => {
        const same = one.tenantId === other.tenantId && one.objectId === other.objectId
        expect(samePerson(one, other)).toBe(same)
        const policy: Policy = {
          askers: 'tenant',
          approvers: [one],
          approvalExpiryMs: 1,
          executionExpiryMs: 1,
        }
        expect(isApprover(policy, other)).toBe(same)
      }),
    )
  })

  it('of a member of a group is what Entra calls them in the bot’s own tenant, by the object id alone', () => {
    const group = 'bbbbbbbb-0000-4000-8000-00000000000b'
    const { objectId, tenantId } = adaOfCards
    const text = `version: 2\napprovers: [{ group: ${group}, name: G }]`
    const read = readPolicy(text, tenantId, () => [{ objectId, name: danaOfCards.name }])
    if (!read.ok) throw new Error(read.problems.join('\n'))
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, userId) => {
        expect(isApprover(read.policy, { ...adaOfCards, name, userId })).toBe(true)
        expect(isApprover(read.policy, { ...danaOfCards, userId })).toBe(false)
        expect(isApprover(read.policy, { ...adaOfCards, tenantId: 'elsewhere', name })).toBe(false)
      }),
    )
  })

  it('without an object id is nobody’s, not even one’s own', () => {
    const { objectId: _none, ...nobody } = danaOfCards
    expect(samePerson(nobody, nobody)).toBe(false)
  })

  it('decides by the two ids whatever name and Teams id come along', () => {
    const change = {
      kind: 'allow-hosts',
      workspaceId: prod.id,
      hosts: allHosts,
      purpose: { collection: 'huggingface', tier: 'current' },
    } as const
    const request = requestFor(planFor(prod, allHosts), change, { is: 'awaiting-approval' }, now)
    const policy: Policy = {
      askers: 'tenant',
      approvers: [adaOfCards],
      approvalExpiryMs: 7 * 86_400_000,
      executionExpiryMs: 1,
    }
    const verdictFor = (by: typeof adaOfCards) => {
      const press = { verdict: 'approve', by, conversation: request.thread } as const
      const decided = decide(request, press, policy, [request.thread.key], now)
      return decided.ok ? 'decides' : decided.refusal.is
    }
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, userId) => {
        expect(verdictFor({ ...adaOfCards, name, userId })).toBe('decides')
        expect(verdictFor({ ...danaOfCards, name, userId })).toBe('own-request')
      }),
    )
    const asAda = { name: adaOfCards.name, userId: adaOfCards.userId }
    expect(verdictFor({ ...danaOfCards, ...asAda })).toBe('own-request')
    expect(verdictFor({ ...adaOfCards, objectId: 'e-1' })).toBe('not-an-approver')
    expect(verdictFor({ ...adaOfCards, tenantId: 'elsewhere' })).toBe('no-such-request')
  })
})

describe('P18 in Teams', () => {
  const { newRoad } = sharedHouse('server')

  it('a borrowed name opens nothing, and a new name closes nothing', async () => {
    const { house, thread, request, approval, end, changes } = newRoad()
    const { chat } = house
    const requested = await request(dana)
    const card = await approval(requested)
    const asAda = { name: ada.name, id: ada.id }
    const borrowed = await chat.press({ ...mallory, ...asAda }, thread, card, 'Approve')
    expect(borrowed.value).toContain('not among those who may ask')
    const disguised = await chat.press({ ...dana, ...asAda }, thread, card, 'Approve')
    expect(disguised.value).toContain('your own request')
    const abroad = await chat.press(
      { ...ada, tenantId: '0f0f0f0f-1111-4222-8333-555555555555' },
      thread,
      card,
      'Approve',
    )
    expect(textOf(abroad.value)).not.toContain('Approved by')
    expect(await changes()).toEqual([])
    const shouting = (ada.aadObjectId ?? '').toUpperCase()
    const renamed = { ...ada, name: 'Ada Newname', id: '29:another', aadObjectId: shouting }
    const decided = await chat.press(renamed, thread, card, 'Approve')
    expect(textOf(decided.value)).toContain('Approved by Ada Newname')
    await end(requested)
    const { rows } = await house.gatehouse.engine.sql.query<{ actor: object }>(
      `select actor from audit_log where subject = $1 and action = 'request.approved'`,
      [requested.id],
    )
    expect(rows).toEqual([
      { actor: { tenantId: ada.tenantId, objectId: ada.aadObjectId, name: 'Ada Newname' } },
    ])
  })
})
