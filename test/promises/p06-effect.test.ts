import { describe, expect, it } from 'vitest'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { approvedRequest, road } from '../bot/road.ts'
import { fqdn, workspaceNamed } from '../cards/sample-tenant.ts'

const hosts = ['docker.io', 'hf.co']
const active = workspaceNamed('ws-prod', { rules: [fqdn('hub', ['huggingface.co'])] })
const onActive = () => road(active, approvedRequest(active, hosts))
const withRules = (rules: Workspace['network']['rules']) => (workspace: Workspace) => ({
  ...workspace,
  network: { ...workspace.network, rules },
})

describe('P06 an approval is for an effect', () => {
  it.each([
    ['before anything begins', 0],
    ['right before the write', 1],
  ])('P06 grown %s: not applied, and a request for the new effect takes its place', async (_, ticks) => {
    const on = onActive()
    for (let at = 0; at < ticks; at += 1) await on.tick()
    // The last FQDN rule is gone: the first one creates a firewall, a cost that the card did not name.
    on.azure.change(withRules([]))
    const end = await on.drive()
    expect(end).toMatchObject({ is: 'failed', failure: { is: 'effect-grew', replacedBy: 13 } })
    expect(on.azure.writes).toEqual([])
    const [old, next, ...others] = on.store.all()
    expect(others).toEqual([])
    expect(next).toMatchObject({
      number: 13,
      version: 1,
      state: { is: 'awaiting-approval' },
      requester: old?.requester,
      reason: old?.reason,
      thread: old?.thread,
      plan: { effect: { hosts, createsFirewall: true } },
    })
    expect(next?.digest).not.toBe(old?.digest)
    expect(next?.expiresAt).toBeGreaterThan(on.now())
    expect(on.store.records.slice(-2).map(({ action, to }) => `${action} ${to}`)).toEqual([
      'request.submitted awaiting-approval',
      'request.failed failed',
    ])
  })

  it('P06 another mode: not applied, and nothing takes its place where nothing can be planned', async () => {
    const on = onActive()
    on.azure.change(workspace => ({
      ...workspace,
      network: { ...workspace.network, isolationMode: 'AllowInternetOutbound' },
    }))
    expect(await on.drive()).toMatchObject({ failure: { is: 'effect-grew' } })
    expect(on.store.all()).toHaveLength(1)
    expect(on.azure.writes).toEqual([])
  })

  it.each<[string, (workspace: Workspace) => Workspace]>([
    ['an unrelated rule came in', withRules([...active.network.rules, fqdn('theirs', ['pypi.org'])])],
    ['one of its hosts came in', withRules([...active.network.rules, fqdn('theirs', ['hf.co'])])],
    ['its rules stand in another order', withRules([...active.network.rules].reverse())],
    ['its location is written differently', workspace => ({ ...workspace, location: 'West Europe' })],
  ])('P06 the same or smaller (%s): the approval stays good', async (_, change) => {
    const on = onActive()
    on.azure.change(change)
    expect(await on.drive()).toMatchObject({ is: 'done', result: 'effective' })
  })
})
