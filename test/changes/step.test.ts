import { describe, expect, it } from 'vitest'
import type { Policy } from '../../src/changes/policy.ts'
import {
  type ApprovalRequest,
  type Decision,
  isOpen,
  moves,
  type Phase,
  type RequestState,
  type StateName,
} from '../../src/changes/request.ts'
import { type Step, stepOf } from '../../src/changes/step.ts'
import type { OperationHandle } from '../../src/workspace/gateway.ts'
import { ada, requestFor } from '../cards/sample-requests.ts'
import { planFor, workspaceNamed } from '../cards/sample-tenant.ts'

const approvedAt = 1_000_000
const policy: Policy = {
  askers: 'tenant',
  approvers: [ada],
  approvalExpiryMs: 7 * 86_400_000,
  executionExpiryMs: 600_000,
}
const deadline = approvedAt + policy.executionExpiryMs
const decision: Decision = { verdict: 'approve', by: ada, at: approvedAt }
const workspace = workspaceNamed('ws', { status: 'Inactive' })
const base = requestFor(
  planFor(workspace, ['hf.co']),
  {
    kind: 'allow-hosts',
    workspaceId: workspace.id,
    hosts: ['hf.co'],
    purpose: { collection: 'huggingface', tier: 'current' },
  },
  { is: 'awaiting-approval' },
  approvedAt,
)
const [putRule, provision] = base.plan.steps
if (putRule === undefined || provision === undefined) throw new Error('two steps are wanted')

const on = (state: RequestState): ApprovalRequest => ({ ...base, state })
const applying = (phase: Phase, step = 0): ApprovalRequest =>
  on({
    is: 'applying',
    decision,
    progress: { startedAt: approvedAt, step, phase, correlationIds: [] },
  })
const halfway = (base.requestedAt + base.expiresAt) / 2
const nearly = Math.ceil(base.requestedAt + (base.expiresAt - base.requestedAt) * 0.9)
const me = { id: 'me', alone: false }
const operation = 'https://example.org/operation/1' as OperationHandle
const lease = approvedAt + 30_000

describe('what time asks of a request', () => {
  const table: readonly [string, ApprovalRequest, number, Step][] = [
    [
      'that waits for its approval: to wait for the reminder',
      base,
      halfway - 1,
      { do: 'wait', until: halfway },
    ],
    ['that has waited for half its time: to remind', base, halfway, { do: 'remind', reminder: 'half' }],
    [
      'that has waited for nine tenths: to remind once more',
      on({ is: 'awaiting-approval', reminded: 'half' }),
      nearly,
      { do: 'remind', reminder: 'nine-tenths' },
    ],
    [
      'that was asleep at the half: to remind once only',
      base,
      nearly,
      { do: 'remind', reminder: 'nine-tenths' },
    ],
    [
      'of which approvers were reminded twice: to wait for the end',
      on({ is: 'awaiting-approval', reminded: 'nine-tenths' }),
      base.expiresAt - 1,
      { do: 'wait', until: base.expiresAt },
    ],
    ['that nobody decided in time: to expire', base, base.expiresAt, { do: 'expire' }],
    ['that is approved: to begin', on({ is: 'approved', decision }), deadline - 1, { do: 'begin' }],
    [
      'that is approved and could not begin in time: to give up',
      on({ is: 'approved', decision }),
      deadline,
      { do: 'give-up' },
    ],
    [
      'of which nothing is written: to write the first step',
      applying({ is: 'waiting' }),
      deadline - 1,
      { do: 'write', step: putRule },
    ],
    [
      'of which nothing is written in time: to give up',
      applying({ is: 'waiting' }),
      deadline,
      { do: 'give-up' },
    ],
    [
      'whose first step is done: to write the second, a moment before the deadline',
      applying({ is: 'waiting' }, 1),
      deadline - 1,
      { do: 'write', step: provision },
    ],
    [
      'whose first step is done: to give up at the deadline, since an approval is not for ever',
      applying({ is: 'waiting' }, 1),
      deadline,
      { do: 'give-up' },
    ],
    [
      'that another worker is writing: to wait until its lease is over',
      applying({ is: 'starting', worker: 'other', until: lease }),
      lease - 1,
      { do: 'wait', until: lease },
    ],
    [
      'that another worker was writing: to look first',
      applying({ is: 'starting', worker: 'other', until: lease }),
      lease,
      { do: 'recover', step: putRule },
    ],
    [
      'that we were writing: to look first, even late',
      applying({ is: 'starting', worker: 'me', until: lease }),
      deadline + 1,
      { do: 'recover', step: putRule },
    ],
    [
      'with a running operation: to poll it, however late',
      applying({ is: 'running', operation, since: approvedAt }),
      deadline + 1,
      { do: 'poll', operation },
    ],
    [
      'that runs without an address to ask: to watch the result',
      applying({ is: 'running', since: approvedAt }, 1),
      approvedAt,
      { do: 'watch', step: provision },
    ],
    [
      'whose steps are all written: to read back',
      applying({ is: 'reading-back', since: approvedAt }, 2),
      approvedAt,
      { do: 'read-back' },
    ],
    [
      'without a step left: to read back, whatever the phase',
      applying({ is: 'waiting' }, 2),
      approvedAt,
      { do: 'read-back' },
    ],
  ]
  it.each(table)('%s', (_, request, now, step) => {
    expect(stepOf(request, policy, me, now)).toEqual(step)
  })

  it('that a former only worker was writing is to look at once: nobody else can be at it', () => {
    const request = applying({ is: 'starting', worker: 'other', until: lease })
    expect(stepOf(request, policy, { id: 'me', alone: true }, lease - 1)).toEqual({
      do: 'recover',
      step: putRule,
    })
  })

  it.each<RequestState>([
    { is: 'done', decision, at: 0, result: 'effective' },
    { is: 'failed', decision, at: 0, failure: { is: 'effect-grew' } },
    { is: 'rejected', decision, at: 0 },
    { is: 'expired', at: 0 },
    { is: 'withdrawn', at: 0 },
  ])('that is $is: nothing, ever', state => {
    expect(stepOf(on(state), policy, me, Number.MAX_SAFE_INTEGER)).toEqual({ do: 'nothing' })
    expect(isOpen({ state })).toBe(false)
    expect(moves[state.is]).toEqual([])
  })
})

describe('the moves of a request', () => {
  const ends: readonly StateName[] = ['done', 'failed', 'rejected', 'expired', 'withdrawn']
  it('lead from every open state to an end, and from no end anywhere', () => {
    const reach = (from: StateName, seen: Set<StateName> = new Set()): ReadonlySet<StateName> => {
      for (const to of moves[from]) if (!seen.has(to)) reach(to, seen.add(to))
      return seen
    }
    for (const from of Object.keys(moves) as StateName[]) {
      const reached = reach(from)
      if (ends.includes(from)) expect([...reached]).toEqual([])
      else expect(ends.some(end => reached.has(end))).toBe(true)
    }
  })
  it('never lead to Azure without an approval, nor back before one once anything was begun', () => {
    for (const [from, to] of Object.entries(moves)) {
      if (from === 'awaiting-approval') expect(to).not.toContain('applying')
      // An approval that Azure does not back is set aside before anything is written.
      else if (from !== 'approved') expect(to).not.toContain('awaiting-approval')
    }
    for (const state of ['approved', 'applying'] as const)
      for (const undone of ['rejected', 'expired', 'withdrawn'] as const)
        expect(moves[state]).not.toContain(undone)
  })
})
