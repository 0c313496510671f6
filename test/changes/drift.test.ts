import { expect, it } from 'vitest'
import { type DriftPorts, lookForDrift } from '../../src/bot/look-for-drift.ts'
import type { Change } from '../../src/changes/change.ts'
import { driftEveryMs, driftOf, unrequestedIn } from '../../src/changes/drift.ts'
import { type PlanOptions, plan } from '../../src/changes/plan.ts'
import type { ApprovalRequest } from '../../src/changes/request.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import type { OutboundRule } from '../../src/workspace/outbound-rule.ts'
import { ada, requestFor } from '../cards/sample-requests.ts'
import { fqdn, workspaceNamed } from '../cards/sample-tenant.ts'

const options: PlanOptions = { ruleShape: 'combined', isWritable: () => false }
const theirs = fqdn('theirs', ['quay.io'])
const before = workspaceNamed('ws', { rules: [theirs] })
const now = 1_000

function done(number: number, change: Change, workspace = before): ApprovalRequest {
  const planned = plan(change, workspace, options)
  if (!planned.ok) throw new Error(planned.refusal.is)
  const decision = { verdict: 'approve', by: ada, at: number } as const
  const state = { is: 'done', decision, at: number, result: 'effective' } as const
  return { ...requestFor(planned.plan, change, state, 0), id: `request-${number}`, number }
}
const opening: Change = { kind: 'allow-hosts', workspaceId: before.id, hosts: ['hf.co', 'pypi.org'] }
const opened = done(1, opening)
const [rule = ''] = opened.plan.steps.flatMap(step => ('ruleName' in step ? [step.ruleName] : []))
const ours = fqdn(rule, ['hf.co', 'pypi.org'])
const withRules = (...rules: readonly OutboundRule[]) => workspaceNamed('ws', { rules: [theirs, ...rules] })
const found = (requests: readonly ApprovalRequest[], workspace: Workspace) =>
  driftOf(requests, workspace, now).map(({ request, vanished, widened }) => [
    request.number,
    vanished,
    widened,
  ])

it('what a request opened and nothing lets through any more is drift, and what was added to its rule', () => {
  expect(found([opened], withRules(ours))).toEqual([])
  expect(found([opened], withRules())).toEqual([[1, ['hf.co', 'pypi.org'], []]])
  expect(found([opened], withRules(fqdn('by-hand', ['hf.co', 'pypi.org'])))).toEqual([])
  expect(found([opened], withRules(fqdn(rule, ['hf.co', 'evil.example.org'])))).toEqual([
    [1, ['pypi.org'], ['evil.example.org']],
  ])
})

it('what was taken out from here, or for whose time is over, is none', () => {
  const removal = done(
    2,
    { kind: 'remove-hosts', workspaceId: before.id, hosts: ['pypi.org'] },
    withRules(ours),
  )
  expect(found([opened, removal], withRules(fqdn(rule, ['hf.co'])))).toEqual([])
  expect(found([done(1, { ...opening, until: now })], withRules())).toEqual([])
  const limited = done(1, { ...opening, until: now + 1 })
  const longer = done(3, { ...opening, extends: 1, until: now + 2 }, withRules(ours))
  expect(found([limited, longer], withRules())).toEqual([[3, ['hf.co', 'pypi.org'], []]])
})

it('hosts in people’s own rules without a request are told apart from those with one', () => {
  expect(unrequestedIn([opened], withRules(ours), now)).toEqual([{ host: 'quay.io', rule: 'theirs' }])
  const covered = done(4, { ...opening, hosts: ['quay.io', 'hf.co'] })
  expect(unrequestedIn([covered], before, now)).toEqual([])
})

it('it is told once, again where it changes, and anew after it stood as it was left', async () => {
  const told = new Map<string, string>()
  const news: unknown[] = []
  const looks: number[] = []
  let workspace = withRules()
  const ports: DriftPorts = {
    drifts: {
      lookAgain: async (_, at) => void looks.push(at),
      told: async () => told,
      tell: async ({ id }, same, what) => {
        if (told.get(id) === same) return
        told.set(id, same)
        news.push(what)
      },
      settled: async ({ id }) => void told.delete(id),
    },
    requests: { doneIn: async () => [opened], openIn: async () => [] },
    gateway: { read: async () => ({ ok: true, value: workspace }) },
    now: () => now,
  }
  const look = () => lookForDrift({ workspace: 'ws' }, ports)
  await look()
  await look()
  expect(news).toMatchObject([{ is: 'drift', number: 1, vanished: ['hf.co', 'pypi.org'] }])
  expect(looks).toEqual([now + driftEveryMs, now + driftEveryMs])
  workspace = withRules(ours)
  await look()
  workspace = withRules(fqdn(rule, ['hf.co']))
  await look()
  expect(news).toHaveLength(2)
  await lookForDrift(
    { workspace: 'ws' },
    { ...ports, gateway: { read: async () => ({ ok: false, trouble: { is: 'timed-out' } }) } },
  )
  expect(news).toHaveLength(2)
})
