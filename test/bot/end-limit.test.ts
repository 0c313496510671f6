import { expect, it } from 'vitest'
import { type EndLimitPorts, endLimit } from '../../src/bot/end-limit.ts'
import { simulatedPace } from '../../src/bot/pace.ts'
import type { Change } from '../../src/changes/change.ts'
import { isAtLimit, notCleared } from '../../src/changes/clearance.ts'
import { withinApproval } from '../../src/changes/effect.ts'
import { type PlanOptions, plan } from '../../src/changes/plan.ts'
import type { Policy } from '../../src/changes/policy.ts'
import type { ApprovalRequest, Decision } from '../../src/changes/request.ts'
import type { NewRequest } from '../../src/changes/store.ts'
import { startDeadline } from '../../src/changes/terms.ts'
import type { GatewayAnswer } from '../../src/workspace/gateway.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { ada, amir, dana, requestFor } from '../cards/sample-requests.ts'
import { fqdn, workspaceNamed } from '../cards/sample-tenant.ts'

const day = 24 * 3_600_000
const until = 100 * day
const planOptions: PlanOptions = { ruleShape: 'combined', isWritable: () => false }
const policy: Policy = {
  ...{ askers: 'tenant', approvers: [ada], approvalExpiryMs: day, executionExpiryMs: day },
}
const before = workspaceNamed('ws', {})
const decision: Decision = { verdict: 'approve', by: ada, at: 1 }

function opened(
  number: number,
  more: Partial<Extract<Change, { kind: 'allow-hosts' }>> = {},
  requester = dana,
) {
  const change: Change = {
    kind: 'allow-hosts',
    workspaceId: before.id,
    hosts: ['hf.co', 'docker.io'],
    ...more,
  }
  const planned = plan(change, before, planOptions)
  if (!planned.ok) throw new Error(planned.refusal.is)
  const done = { is: 'done', decision, at: 90 * day, result: 'effective' } as const
  const request = requestFor(planned.plan, change, done, 0)
  return { ...request, id: `request-${number}`, number, requester }
}
const limited = opened(1, { until })
const [rule = ''] = limited.plan.steps.flatMap(step => ('ruleName' in step ? [step.ruleName] : []))
const open = workspaceNamed('ws', { rules: [fqdn(rule, ['hf.co', 'docker.io']), fqdn('theirs', ['hf.co'])] })

/** What comes of one look at the limit of request 1, at this time. */
async function looked(
  now: number,
  others: readonly ApprovalRequest[] = [],
  read: GatewayAnswer<Workspace> = { ok: true, value: open },
  told = false,
) {
  const came: { looks: number[]; told: unknown[]; ended: number; made?: NewRequest; decision?: Decision } = {
    ...{ looks: [], told: [], ended: 0 },
  }
  const ports: EndLimitPorts = {
    limits: {
      of: async () => ({ request: limited, until, told, removal: 'removal-1' }),
      lookAgain: async (_, at) => void came.looks.push(at),
      tell: async (_, what, at) => void came.told.push(what, at),
      end: async () => {
        came.ended += 1
      },
      remove: async (_, made, by) => {
        Object.assign(came, { made, decision: by })
        return 'made'
      },
    },
    requests: { doneIn: async () => [limited, ...others] },
    gateway: { read: async () => read },
    ...{ policy: () => policy, planOptions, pace: simulatedPace, now: () => now },
  }
  await endLimit({ request: limited.id }, ports)
  return came
}

it('whoever asked is told a day before the end, once', async () => {
  expect(await looked(until - 2 * day)).toMatchObject({ looks: [until - day], told: [], ended: 0 })
  const [what, look] = (await looked(until - day)).told
  expect(what).toMatchObject({ is: 'limit-ends', number: 1, hosts: ['docker.io', 'hf.co'], until })
  expect(look).toBe(until)
  expect(await looked(until - 1, [], undefined, true)).toMatchObject({ looks: [until], told: [] })
})

it('at the end the hosts are taken out of the own rule, under the approval of the opening, whoever approves by now', async () => {
  const { made, decision: by, ended } = await looked(until)
  if (made === undefined || by === undefined) throw new Error('nothing was made')
  expect(ended).toBe(0)
  expect(made).toMatchObject({
    id: 'removal-1',
    requester: dana,
    change: { undoes: { request: 1, atLimit: true } },
  })
  expect(made.plan.steps).toEqual([{ do: 'delete-rule', ruleName: rule, hosts: ['hf.co', 'docker.io'] }])
  const removal: ApprovalRequest = { ...made, number: 2, version: 2, state: { is: 'approved', decision: by } }
  expect(isAtLimit(removal, by)).toBe(true)
  const nobody = { ...policy, approvers: [] }
  expect(notCleared(removal, by, nobody)).toBeUndefined()
  // The same approval clears nothing else.
  expect(notCleared({ ...removal, change: opening(removal) }, by, nobody)).toMatchObject({
    because: 'approvals',
  })
  expect(notCleared(removal, by, { ...policy, managedBy: 'bicep' })).toMatchObject({
    because: 'managed-as-code',
  })
})

it('what others count on stays, for as long as they do', async () => {
  const forGood = await looked(until, [opened(2, {}, amir)])
  expect(forGood).toMatchObject({ ended: 1, looks: [] })
  expect(forGood.made).toBeUndefined()
  const longer = await looked(until, [opened(3, { until: until + day })])
  expect(longer).toMatchObject({ ended: 0, looks: [until + day] })
  const { made } = await looked(until, [
    opened(4, { hosts: ['hf.co'] }, amir),
    opened(5, { until: until - 1 }, amir),
  ])
  expect(made?.plan.effect.removed).toEqual(['docker.io'])
  expect(await looked(until, [opened(6, { until: until + day, extends: 1 })])).toMatchObject({ ended: 1 })
})

it('a workspace that cannot be read is looked at again, and one that is gone is not', async () => {
  const away = await looked(until, [], { ok: false, trouble: { is: 'timed-out' } })
  expect(away.looks).toEqual([until + simulatedPace.obstacleMs])
  expect((await looked(until, [], { ok: false, trouble: { is: 'not-found' } })).ended).toBe(1)
  expect((await looked(until, [], { ok: true, value: before })).ended).toBe(1)
})

it('a later end than was approved is another effect, and nothing begins after the end', () => {
  const { effect } = limited.plan
  expect(withinApproval(effect, { ...effect, until: until + 1 })).toBe(false)
  const { until: _until, ...forGood } = effect
  expect(withinApproval(effect, forGood)).toBe(false)
  expect(withinApproval(forGood, effect)).toBe(true)
  expect(startDeadline(policy, limited, until - 1)).toBe(until)
})

function opening({ change }: ApprovalRequest): Change {
  if (change.kind !== 'remove-hosts') throw new Error(change.kind)
  return { ...change, kind: 'allow-hosts' }
}
