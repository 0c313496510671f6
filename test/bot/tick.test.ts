import { describe, expect, it } from 'vitest'
import { simulatedPace } from '../../src/bot/pace.ts'
import { tick } from '../../src/bot/tick.ts'
import type { TickPorts } from '../../src/bot/tick-ports.ts'
import type { ApprovalRequest, Decision, Failure, RequestState } from '../../src/changes/request.ts'
import { ada } from '../cards/sample-requests.ts'
import { fqdn, workspaceNamed } from '../cards/sample-tenant.ts'
import { approvedRequest, library, road } from './road.ts'

const hosts = ['docker.io', 'hf.co']
const active = workspaceNamed('ws-prod', { rules: [fqdn('hub', ['huggingface.co'])] })
const inactive = workspaceNamed('ws-research', { status: 'Inactive' })
const onActive = (more: Parameters<typeof road>[2] = {}) => road(active, approvedRequest(active, hosts), more)
const ruleNameOf = ({ plan }: ApprovalRequest) => {
  const [step] = plan.steps
  return step?.do === 'put-rule' ? step.ruleName : ''
}
const failure = (state: RequestState): Failure | string => (state.is === 'failed' ? state.failure : state.is)

describe('an approved request', () => {
  it('is written once, polled, read back and done', async () => {
    const on = onActive()
    const end = await on.drive()
    expect(end).toMatchObject({ is: 'done', result: 'effective' })
    expect(on.azure.writes).toEqual([{ what: `put ${ruleNameOf(on.request())}`, alreadyThere: false }])
    expect(on.azure.workspace().network.rules).toMatchObject([
      { name: 'hub', status: 'Active' },
      { destinations: hosts, status: 'Active' },
    ])
  })

  it('leaves an audit of every move, in order, before the end', async () => {
    const on = onActive()
    await on.drive()
    expect(on.store.records.map(({ action }) => action)).toEqual([
      'request.begun',
      'request.writing',
      'request.accepted-by-azure',
      'request.step-finished',
      'request.found-in-place',
      'request.done',
    ])
    expect(on.store.records.map(({ from, to }) => `${from} > ${to}`)).toEqual([
      'approved > applying',
      'applying > applying',
      'applying > applying',
      'applying > applying',
      'applying > applying',
      'applying > done',
    ])
  })

  it('answers the question anew from what was read back', async () => {
    const documented = [
      'docker.io',
      'production.cloudflare.docker.com',
      'cdn-lfs.huggingface.co',
      'cdn.auth0.com',
    ]
    const end = await road(active, approvedRequest(active, documented)).drive()
    expect(end).toMatchObject({ is: 'done', answer: { name: 'documented-minimum', headword: 'yes' } })
  })

  it('on a network that is not provisioned is rule first, provisioning then, and in effect only at the end', async () => {
    const on = road(inactive, approvedRequest(inactive, hosts))
    expect(await on.drive()).toMatchObject({ is: 'done', result: 'effective' })
    expect(on.azure.writes.map(({ what }) => what)).toEqual([`put ${ruleNameOf(on.request())}`, 'provision'])
  })

  it('for each host a rule is the same, one after the other', async () => {
    const on = road(active, approvedRequest(active, hosts, 'per-host'))
    expect(await on.drive()).toMatchObject({ is: 'done', result: 'effective' })
    expect(on.azure.writes).toHaveLength(2)
    expect(on.azure.writes.every(({ alreadyThere }) => !alreadyThere)).toBe(true)
  })

  it('writes nothing where the hosts came in by themselves under the same name', async () => {
    const request = approvedRequest(active, hosts)
    const on = road(active, request)
    on.azure.change(({ network, ...rest }) => ({
      ...rest,
      network: { ...network, rules: [...network.rules, fqdn(ruleNameOf(request), hosts)] },
    }))
    expect(await on.drive()).toMatchObject({ is: 'done', result: 'effective' })
    expect(on.azure.writes).toEqual([])
  })

  it('overwrites no rule of that name with other hosts', async () => {
    const request = approvedRequest(active, hosts)
    const on = road(active, request)
    on.azure.change(({ network, ...rest }) => ({
      ...rest,
      network: { ...network, rules: [...network.rules, fqdn(ruleNameOf(request), ['example.org'])] },
    }))
    expect(failure(await on.drive())).toEqual({ is: 'rule-name-taken', rule: ruleNameOf(request) })
    expect(on.azure.writes).toEqual([])
  })

  it('tells readers to forget what they knew after each write and read-back', async () => {
    const on = onActive()
    await on.drive()
    expect(on.forgotten()).toBeGreaterThanOrEqual(3)
  })
})

describe('what was approved', () => {
  it('is held against Azure before anything begins', async () => {
    const on = onActive()
    on.azure.change(({ network, ...rest }) => ({
      ...rest,
      network: { ...network, isolationMode: 'AllowInternetOutbound' },
    }))
    expect(failure(await on.drive())).toEqual({ is: 'effect-grew' })
    expect(on.azure.writes).toEqual([])
  })

  it('is held against Azure once more right before the write', async () => {
    const on = onActive()
    await on.tick()
    expect(on.state().is).toBe('applying')
    on.azure.change(({ network, ...rest }) => ({ ...rest, network: { ...network, rules: [] } }))
    expect(failure(await on.drive())).toEqual({ is: 'effect-grew', replacedBy: 13 })
    expect(on.azure.writes).toEqual([])
  })

  it('is still good where it shrank: a host came in under another rule', async () => {
    const on = onActive()
    on.azure.change(({ network, ...rest }) => ({
      ...rest,
      network: { ...network, rules: [...network.rules, fqdn('mine', ['hf.co'])] },
    }))
    expect(await on.drive()).toMatchObject({ is: 'done', result: 'effective' })
  })
})

describe('a request that cannot go on yet', () => {
  it('waits where Azure cannot be read, and goes on when it can', async () => {
    const on = onActive()
    on.azure.troubleReads({ is: 'timed-out' }, { is: 'unavailable', message: '503' })
    await on.tick()
    expect(on.state()).toMatchObject({
      is: 'approved',
      obstacle: { is: 'azure-unreachable', detail: 'timed-out' },
    })
    expect(await on.drive()).toMatchObject({ is: 'done' })
  })

  it('waits behind another one on the same workspace, and says which', async () => {
    const decision: Decision = { verdict: 'approve', by: ada, at: 0 }
    const progress = { startedAt: 0, step: 0, phase: { is: 'waiting' }, correlationIds: [] } as const
    const first: ApprovalRequest = {
      ...approvedRequest(active, ['quay.io']),
      id: 'first',
      number: 7,
      state: { is: 'applying', decision, progress },
    }
    const on = onActive({ others: [first] })
    await on.tick()
    expect(on.state()).toMatchObject({ is: 'approved', obstacle: { is: 'queued-behind', request: 7 } })
    expect(on.azure.writes).toEqual([])
    const ended: RequestState = { is: 'failed', decision, at: 0, failure: { is: 'effect-grew' } }
    await on.store.move(first, ended, undefined, undefined)
    expect(await on.drive()).toMatchObject({ is: 'done' })
  })

  it('waits while somebody else changes the workspace', async () => {
    const on = onActive()
    on.azure.change(workspace => ({ ...workspace, provisioningState: 'Updating' }))
    await on.tick()
    await on.tick()
    expect(on.state()).toMatchObject({ progress: { obstacle: { is: 'workspace-busy' } } })
    expect(on.azure.writes).toEqual([])
    on.azure.change(workspace => ({ ...workspace, provisioningState: 'Succeeded' }))
    expect(await on.drive()).toMatchObject({ is: 'done' })
  })

  it('gives up when its approval is too old, and writes nothing', async () => {
    const on = onActive()
    on.azure.change(workspace => ({ ...workspace, provisioningState: 'Updating' }))
    await on.tick()
    await on.tick()
    on.pass(3_600_000)
    expect(failure(await on.drive())).toEqual({ is: 'execution-expired' })
    expect(on.azure.writes).toEqual([])
  })

  it('drops what held it up as soon as it goes on', async () => {
    const on = onActive()
    on.azure.fates({ lands: false, says: { is: 'busy', message: '' } })
    await on.tick()
    await on.tick()
    await on.tick()
    expect(on.state()).toMatchObject({ progress: { phase: { is: 'running' } } })
    expect(on.state()).not.toHaveProperty('progress.obstacle')
  })
})

describe('two workers', () => {
  it('at the same version at once write once', async () => {
    const on = onActive()
    while (on.state().is !== 'done') await on.tick(2)
    expect(on.azure.writes).toHaveLength(1)
    expect(new Set(on.store.records.map(({ action }) => action)).size).toBe(on.store.records.length)
  })

  it('one of them late: a job of an older version has nothing left to say', async () => {
    const on = onActive()
    const ports: TickPorts = {
      store: on.store,
      gateway: { ...on.azure, read: () => Promise.reject(new Error('it looked')) },
      library,
      policy: () => {
        throw new Error('it asked')
      },
      permissions: 'policy-only',
      worker: { id: 'late', alone: true },
      pace: simulatedPace,
      now: on.now,
      newId: () => '',
      planOptions: { ruleShape: 'combined', isWritable: () => false },
      forget: () => undefined,
    }
    await on.drive()
    const { version } = on.request()
    for (let older = 1; older < version; older += 1)
      await tick({ request: on.request().id, version: older }, ports)
    await tick({ request: 'nobody', version: 1 }, ports)
    expect(on.request().version).toBe(version)
  })
})
