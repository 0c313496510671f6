import fc from 'fast-check'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/adapters/policy/policy-file.ts'
import type { MembersOf } from '../../src/adapters/policy/policy-read.ts'
import { mentionLine } from '../../src/cards/mention-line.ts'
import { decide } from '../../src/changes/decide.ts'
import type { Directory } from '../../src/changes/directory.ts'
import { type Grant, readAction } from '../../src/changes/permissions.ts'
import { isApprover, mayAsk, type Policy } from '../../src/changes/policy.ts'
import { type ApprovalRequest, isOpen } from '../../src/changes/request.ts'
import { notRequestable } from '../../src/changes/requestable.ts'
import { termsOf } from '../../src/changes/terms.ts'
import type { KnownPerson } from '../../src/conversation/person.ts'
import { explainPolicy } from '../../src/explain-policy.ts'
import { keepMembers, staleAfterMs } from '../../src/kept-members.ts'
import { labelsFor } from '../../src/language/languages.ts'
import { approvedRequest, road } from '../bot/road.ts'
import { ada, amir, dana } from '../cards/sample-requests.ts'
import { workspaceNamed } from '../cards/sample-tenant.ts'

const tenantId = dana.tenantId
const group = 'bbbbbbbb-0000-4000-8000-00000000000b'
const other = 'bbbbbbbb-0000-4000-8000-00000000000c'
const byGroup = `version: 2\napprovers: [{ group: ${group}, name: ML network }]`
const workspace = workspaceNamed('ws-prod', {})
const members =
  (...people: readonly KnownPerson[]): MembersOf =>
  () =>
    people.map(({ objectId }) => ({ objectId }))

function policyOf(text: string, membersOf?: MembersOf): Policy {
  const read = readPolicy(text, tenantId, membersOf)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.policy
}
const waiting = (under: Policy): ApprovalRequest => {
  const request = approvedRequest(workspace, ['hf.co'])
  return { ...request, state: { is: 'awaiting-approval' }, terms: termsOf(under, request.plan) }
}
const press = (on: ApprovalRequest, by: KnownPerson, under: Policy) => {
  const { thread } = on
  const decided = decide(
    on,
    { verdict: 'approve', by, conversation: thread },
    under,
    [thread.key],
    on.requestedAt,
  )
  return decided.ok ? 'decides' : decided.refusal
}

describe('a group that approves', () => {
  it('means whoever is in it when they press, whoever was when it was requested', () => {
    const before = policyOf(byGroup, members(ada))
    const after = policyOf(byGroup, members(amir))
    expect(press(waiting(before), ada, before)).toBe('decides')
    expect(press(waiting(before), amir, after)).toBe('decides')
    expect(press(waiting(before), ada, after)).toEqual({ is: 'not-an-approver', approvers: ['ML network'] })
  })

  it('that the policy names only later approves nothing that waits already, beside those who did before', () => {
    const amirs = `{ objectId: ${amir.objectId}, name: Amir }`
    const then = policyOf(`version: 2\napprovers: [${amirs}]`)
    const since = policyOf(`version: 2\napprovers: [${amirs}, { group: ${group}, name: G }]`, members(ada))
    expect(press(waiting(then), ada, since)).toMatchObject({ is: 'not-an-approver' })
    expect(press(waiting(then), amir, since)).toBe('decides')
    expect(press(waiting(since), ada, since)).toBe('decides')
  })

  it('nobody knows who is in stands for nobody, and that is said in place of "nobody is named"', () => {
    const blind = policyOf(byGroup)
    expect(isApprover(blind, ada)).toBe(false)
    const refusal = { is: 'approvers-unread', groups: ['ML network'] }
    expect(press(waiting(policyOf(byGroup, members(ada))), ada, blind)).toEqual(refusal)
    const { change, plan } = waiting(blind)
    expect(notRequestable({ change, plan }, dana, blind)).toEqual(refusal)
  })

  it('holds a name and a group apart: who is named counts whether the group can be read or not', () => {
    const both = `version: 2\napprovers: [{ group: ${group}, name: G }, { objectId: ${ada.objectId}, name: Ada }]`
    expect(policyOf(both, members(ada, amir)).approvers).toEqual([
      { objectId: ada.objectId, name: 'Ada', tenantId },
      { objectId: amir.objectId, name: '', tenantId, groups: [group] },
    ])
    expect(isApprover(policyOf(both), ada)).toBe(true)
  })

  it('is named beside those who are mentioned, since nobody can mention it, and its members need no name', () => {
    const shown = [
      { id: ada.objectId, name: 'Ada' },
      { id: amir.objectId, name: '' },
      { id: '', name: 'ML network' },
    ]
    const { mention, entities } = mentionLine(shown, labelsFor('en'))
    expect(mention[0]?.text).toContain('<at>Ada</at>, ML network')
    expect(entities).toMatchObject([{ mentioned: { id: ada.objectId } }])
  })

  it('of a rule takes the place of the groups above, and asks for no more than its line says', () => {
    const text = `${byGroup}\nrules:\n  - name: play\n    where: { workspaces: [ws-*] }\n    approvers: [{ objectId: ${ada.objectId}, name: Ada }]`
    const { plan } = waiting(policyOf(text))
    expect(termsOf(policyOf(text), plan)).toMatchObject({ approvers: [{ name: 'Ada' }], groups: [] })
  })
})

describe('a guest of the tenant', () => {
  const guest = { ...ada, guest: 'yes' } as const
  const named = `version: 2\naskers: everyone\napprovers: [{ objectId: ${ada.objectId}, name: Ada }]`
  it('asks and decides nothing, by name or through a group, unless the policy lets guests', () => {
    const through: MembersOf = () => [{ objectId: ada.objectId, guest: true }]
    for (const policy of [policyOf(named), policyOf(byGroup, through)]) {
      expect([mayAsk(policy, guest), isApprover(policy, guest)]).toEqual([false, false])
      expect(press(waiting(policy), guest, policy)).toMatchObject({ is: 'guest', known: true })
      const allowing = policyOf(`${policy.approverGroups ? byGroup : named}\nguests: true`, through)
      expect([mayAsk(allowing, guest), isApprover(allowing, guest)]).toEqual([true, true])
    }
    expect(policyOf(byGroup, through).approvers).toEqual([])
    const unsure = { ...ada, guest: 'unknown' } as const
    expect(press(waiting(policyOf(named)), unsure, policyOf(named))).toEqual({ is: 'guest', known: false })
  })
})

describe('what explains it', () => {
  const text = `version: 2\naskers:\n  - { group: ${other}, name: Asking }\napprovers:\n  - { group: ${group}, name: ML network }`
  const place = { id: workspace.id }
  const said = (policy: Policy, person: KnownPerson, policyOnly = false) =>
    explainPolicy(policy, { person, place, hosts: [], isWritable: () => false, policyOnly })

  it('names the line of the group, whether it counts somebody or not, and what Azure has to say', () => {
    const inside = policyOf(text, each => (each === group ? [{ objectId: ada.objectId }] : []))
    expect(said(inside, ada)).toEqual(
      expect.arrayContaining([
        { what: 'Ada Approver may ask and request.', line: 5 },
        { what: 'Ada Approver may approve, and never what they requested.', line: 5 },
        { what: 'Approvers: ML network.', line: 5 },
        expect.objectContaining({ what: expect.stringContaining('the group Asking'), line: 3 }),
        expect.objectContaining({ what: expect.stringContaining('workspaces/read') }),
        expect.objectContaining({ what: expect.stringContaining('outboundRules/write') }),
      ]),
    )
    expect(said(policyOf(text), ada)).toContainEqual({
      what: 'Ada Approver may not ask and request.',
      line: 3,
    })
    const asking = policyOf(text, each => (each === other ? [{ objectId: ada.objectId }] : []))
    expect(said(asking, ada)).toContainEqual({ what: 'Ada Approver may ask and request.', line: 3 })
  })

  it('says what guests may do, and that Azure is not looked at', () => {
    const named = `version: 2\napprovers: [{ objectId: ${ada.objectId}, name: Ada }]`
    const guest = { ...ada, guest: 'yes' } as const
    expect(said(policyOf(named), guest).map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'Ada Approver is a guest, and guests ask, request and decide nothing.',
        'Ada Approver may not ask and request.',
      ]),
    )
    expect(said(policyOf(`${named}\nguests: true`), guest, true)).toEqual(
      expect.arrayContaining([
        { what: 'Ada Approver is a guest, and guests count like everybody else.', line: 3 },
        { what: 'What people may do in Azure is not looked at: PERMISSIONS=policy-only.' },
      ]),
    )
  })
})

describe('the members that are kept', () => {
  const quiet = pino({ level: 'silent' })
  function kept() {
    let now = 0
    let answers: 'amir' | 'trouble' = 'amir'
    let reads = 0
    const directory: Directory = {
      members: async () => {
        reads += 1
        return answers === 'trouble'
          ? { ok: false, trouble: { is: 'timed-out' } }
          : { ok: true, value: [{ objectId: amir.objectId }] }
      },
    }
    const keeper = keepMembers(directory, { clock: { now: () => now }, log: quiet })
    return {
      keeper,
      reads: () => reads,
      breaks: () => {
        answers = 'trouble'
      },
      later: async (ms: number) => {
        now += ms
        await keeper.refresh([group])
      },
    }
  }

  it('are read once an hour, however often somebody looks', async () => {
    const { keeper, reads, later } = kept()
    expect(keeper.membersOf(group)).toBeUndefined()
    await later(0)
    await later(3_599_000)
    expect(keeper.membersOf(group)).toEqual([{ objectId: amir.objectId }])
    expect(reads()).toBe(1)
    await later(1_000)
    expect(reads()).toBe(2)
  })

  it('count for four hours where they cannot be read any more, and then nobody does', async () => {
    const { keeper, reads, later, breaks } = kept()
    await later(0)
    breaks()
    await later(3_600_000)
    await later(30_000)
    expect(reads()).toBe(2)
    await later(30_000)
    expect(reads()).toBe(3)
    await later(staleAfterMs - 3_660_001)
    expect(keeper.membersOf(group)).toHaveLength(1)
    await later(1)
    expect(keeper.membersOf(group)).toBeUndefined()
  })

  it('of a group that the policy does not name any more are forgotten', async () => {
    const { keeper, later } = kept()
    await later(0)
    await keeper.refresh([other])
    expect(keeper.membersOf(group)).toBeUndefined()
  })
})

const write = 'Microsoft.MachineLearningServices/workspaces/outboundRules/write'
const people = [dana, ada, amir]
const world = fc.record({
  named: fc.subarray(people),
  kept: fc.subarray(people),
  now: fc.option(fc.subarray(people)),
  guests: fc.subarray(people),
  may: fc.option(fc.subarray(people)),
  presses: fc.array(fc.constantFrom(...people), { maxLength: 4 }),
  quorum: fc.constantFrom(1, 1, 2),
})

describe('P05 P16 P18 what is written to Azure', () => {
  it('was approved by as many as the policy asks for, each named or in the group just now, no guest, and let by Azure', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ named, kept, now, guests, may, presses, quorum }) => {
        const list = named.map(({ objectId, name }) => `{ objectId: ${objectId}, name: ${name} }`)
        const text = `version: 2\nquorum: ${quorum}\napprovers: [${[...list, `{ group: ${group}, name: G }`].join(', ')}]`
        const policy = policyOf(text, members(...kept))
        const asGuests = (who: KnownPerson): KnownPerson =>
          guests.includes(who) ? { ...who, guest: 'yes' } : who
        let request = waiting(policy)
        for (const by of presses.map(asGuests)) {
          const { thread } = request
          const word = { verdict: 'approve', by, conversation: thread } as const
          const decided = decide(request, word, policy, [thread.key], request.requestedAt)
          if (decided.ok) request = { ...request, state: decided.state }
          if (request.state.is === 'approved') break
        }
        const gone = { ok: false, trouble: { is: 'timed-out' } } as const
        const grant: Grant = { scope: '/', actions: [readAction, write], notActions: [] }
        const on = road(workspace, request, {
          policy: () => policy,
          directory: {
            members: async () =>
              now === null ? gone : { ok: true, value: now.map(({ objectId }) => ({ objectId })) },
          },
          permissions: {
            inSubscription: async () => gone,
            onWorkspace: async ({ objectId }) =>
              may === null
                ? gone
                : { ok: true, value: may.some(each => each.objectId === objectId) ? [grant] : [] },
          },
        })
        for (let ticks = 0; ticks < 12 && isOpen(on.request()); ticks += 1) await on.tick()
        const good = people.filter(
          each =>
            presses.includes(each) &&
            each !== dana &&
            !guests.includes(each) &&
            (named.includes(each) || (kept.includes(each) && (now ?? []).includes(each))) &&
            (may ?? []).includes(each),
        )
        if (on.azure.writes.length > 0) expect(good.length).toBeGreaterThanOrEqual(quorum)
        else if (good.length >= quorum && presses.every(each => good.includes(each)))
          throw new Error('those who may could not bring it about')
      }),
      { numRuns: 150 },
    )
  })
})

describe('P16 an approver who left the group', () => {
  const policy = policyOf(byGroup, members(ada, amir))
  const approved = { ...approvedRequest(workspace, ['hf.co']), terms: termsOf(policy, waiting(policy).plan) }
  const ports = (now: Directory['members']) =>
    ({ policy: () => policy, permissions: 'policy-only', directory: { members: now } }) as const

  it('does not count: it waits for another approver, says which group, and nothing is written', async () => {
    const on = road(
      workspace,
      approved,
      ports(async () => ({ ok: true, value: [{ objectId: amir.objectId }] })),
    )
    await on.tick()
    expect(on.state()).toEqual({
      is: 'awaiting-approval',
      setAside: [{ by: ada, lacks: [], notIn: ['ML network'] }],
    })
    expect(on.azure.writes).toEqual([])
  })

  it('after the change has begun ends it', async () => {
    let present = true
    const on = road(
      workspace,
      approved,
      ports(async () => ({ ok: true, value: present ? [{ objectId: ada.objectId }] : [] })),
    )
    await on.tick()
    expect(on.state().is).toBe('applying')
    present = false
    await on.tick()
    expect(on.state()).toMatchObject({
      is: 'failed',
      failure: { is: 'against-policy', because: 'approvals' },
    })
    expect(on.azure.writes).toEqual([])
  })

  it('or stayed, nobody can tell: the request waits, and says so', async () => {
    const on = road(
      workspace,
      approved,
      ports(async () => ({ ok: false, trouble: { is: 'timed-out' } })),
    )
    await on.tick()
    expect(on.state()).toMatchObject({ is: 'approved', obstacle: { is: 'azure-unreachable' } })
    expect(on.azure.writes).toEqual([])
  })
})
