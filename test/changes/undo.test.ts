import { expect, it } from 'vitest'
import type { Change } from '../../src/changes/change.ts'
import { claimsOf, claimsOfOthers } from '../../src/changes/claims.ts'
import { type PlanOptions, plan } from '../../src/changes/plan.ts'
import type { ApprovalRequest, RequestState } from '../../src/changes/request.ts'
import { undoNow, undoOf } from '../../src/changes/undo.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { ada, amir, dana, requestFor } from '../cards/sample-requests.ts'
import { fqdn, workspaceNamed } from '../cards/sample-tenant.ts'

const options: PlanOptions = { ruleShape: 'combined', isWritable: () => false }
const before = workspaceNamed('ws', { rules: [fqdn('theirs', ['pypi.org', 'quay.io'])] })
const done: RequestState = {
  ...{ is: 'done', decision: { verdict: 'approve', by: ada, at: 1 }, at: 1, result: 'effective' },
}

function requestOf(change: Change, workspace: Workspace, state: RequestState = done): ApprovalRequest {
  const planned = plan(change, workspace, options)
  if (!planned.ok) throw new Error(planned.refusal.is)
  return requestFor(planned.plan, change, state, 0)
}
const changeOf = (request: ApprovalRequest): Change => {
  const undone = undoOf(request)
  if (!undone.ok) throw new Error(undone.because)
  return undone.change
}
const opening: Change = { kind: 'allow-hosts', workspaceId: before.id, hosts: ['pypi.org', 'hf.co'] }
const opened = requestOf(opening, before)
const [ruleName = ''] = opened.plan.steps.flatMap(step => ('ruleName' in step ? [step.ruleName] : []))

it('only what a request opened itself is taken back, out of its own rule, wherever else it stands by then', () => {
  const change = changeOf(opened)
  expect(change).toMatchObject({ kind: 'remove-hosts', hosts: ['hf.co'], undoes: { request: 12 } })
  const after = workspaceNamed('ws', {
    rules: [fqdn('theirs', ['pypi.org', 'quay.io', 'hf.co']), fqdn(ruleName, ['hf.co'])],
  })
  const planned = plan(change, after, options)
  if (!planned.ok) throw new Error(planned.refusal.is)
  expect(planned.plan.steps).toEqual([{ do: 'delete-rule', ruleName, hosts: ['hf.co'] }])
  expect(planned.plan.warnings).toContainEqual({
    is: 'still-let-through',
    hosts: ['hf.co'],
    rules: ['theirs'],
  })
  const gone = plan(change, workspaceNamed('ws', { rules: [fqdn('theirs', ['hf.co'])] }), options)
  expect(gone).toMatchObject({
    ok: false,
    refusal: { is: 'nothing-removable', notRemoved: [{ host: 'hf.co', why: 'other-rule', rule: 'theirs' }] },
  })
})

it('what a request took out is let through again, and of both both', () => {
  const removal = requestOf({ kind: 'remove-hosts', workspaceId: before.id, hosts: ['quay.io'] }, before)
  expect(changeOf(removal)).toMatchObject({ kind: 'allow-hosts', hosts: ['quay.io'] })
  const both = requestOf({ ...opening, remove: ['quay.io'] }, before)
  expect(changeOf(both)).toMatchObject({ kind: 'allow-hosts', hosts: ['quay.io'], remove: ['hf.co'] })
})

it('what was opened for a time and undone is opened again to the same end, and after it not at all', () => {
  const until = 1_000
  const limited = requestOf({ ...opening, until }, before)
  const after = workspaceNamed('ws', { rules: [fqdn(ruleName, ['hf.co'])] })
  const undo = requestOf(changeOf(limited), after)
  expect(undoNow(undo, until - 1)).toMatchObject({
    ok: true,
    change: { kind: 'allow-hosts', hosts: ['hf.co'], until },
  })
  expect(undoNow(undo, until)).toEqual({ ok: false, because: 'time-over' })
  const again = requestOf(changeOf(undo), before)
  expect(changeOf(again)).toMatchObject({ kind: 'remove-hosts', undoes: { until } })
  const forGood = requestOf(changeOf(opened), after)
  expect(changeOf(forGood)).not.toHaveProperty('until')
})

it('what is not done, or provisioned, has no way back', () => {
  const failed = { ...done, is: 'failed', failure: { is: 'workspace-gone' } } as const
  expect(undoOf(requestOf(opening, before, failed))).toEqual({ ok: false, because: 'not-done' })
  const inactive = workspaceNamed('ws', { status: 'Inactive' })
  const provisioning: Change = { kind: 'provision-network', workspaceId: before.id, includeSpark: false }
  expect(undoOf(requestOf(provisioning, inactive))).toEqual({ ok: false, because: 'provisioned' })
})

it('every other claim stands in the way of an undo, the own one of whoever undoes too, and that of the undone alone not', () => {
  const claims = claimsOf([opened, { ...opened, number: 13 }, { ...opened, number: 14, requester: amir }])
  const standing = (remover: typeof dana) =>
    claimsOfOthers(claims, 'hf.co', remover, changeOf(opened), 0).map(({ request }) => request)
  expect(standing(dana)).toEqual([13, 14])
  expect(standing(amir)).toEqual([13, 14])
})

it('a request and its extensions are taken back together, from either end, and what extends it later is not', () => {
  const first = requestOf({ ...opening, until: 100 }, before)
  const longer = (number: number, of: number): ApprovalRequest => {
    const request = requestOf({ ...opening, hosts: ['hf.co'], extends: of }, before)
    return { ...request, number }
  }
  const chain = [first, longer(13, 12), longer(14, 13)]
  const other = { ...opened, number: 15 }
  for (const request of chain) {
    const undone = undoOf(request, [...chain, other])
    if (!undone.ok) throw new Error(undone.because)
    expect(undone.change).toMatchObject({ kind: 'remove-hosts', hosts: ['hf.co'] })
    const standing = (done: readonly ApprovalRequest[]) =>
      claimsOfOthers(claimsOf(done), 'hf.co', amir, undone.change, 0).map(each => each.request)
    expect(standing(chain)).toEqual([])
    expect(standing([...chain, other, longer(16, 14)])).toEqual([15, 16])
  }
})
