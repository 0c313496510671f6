import { describe, expect, it } from 'vitest'
import { simulatedPace } from '../../src/bot/pace.ts'
import { tick } from '../../src/bot/tick.ts'
import type { Failure, RequestState } from '../../src/changes/request.ts'
import type { GatewayTrouble } from '../../src/workspace/gateway.ts'
import { fqdn, workspaceNamed } from '../cards/sample-tenant.ts'
import { approvedRequest, library, road } from './road.ts'

const hosts = ['docker.io', 'hf.co']
const active = workspaceNamed('ws-prod', { rules: [fqdn('hub', ['huggingface.co'])] })
const inactive = workspaceNamed('ws-research', { status: 'Inactive' })
const onActive = (more: Parameters<typeof road>[2] = {}) => road(active, approvedRequest(active, hosts), more)
const failure = (state: RequestState): Failure | string => (state.is === 'failed' ? state.failure : state.is)

describe('a write whose answer is lost', () => {
  const lost: readonly GatewayTrouble[] = [
    { is: 'timed-out' },
    { is: 'unavailable', message: '503' },
    { is: 'not-understood', message: 'HTML' },
  ]
  it.each(lost)('($is) that landed is found and never repeated', async says => {
    const on = onActive()
    on.azure.fates({ lands: true, says })
    expect(await on.drive()).toMatchObject({ is: 'done', result: 'effective' })
    expect(on.azure.writes).toHaveLength(1)
  })

  it.each(lost)('($is) that did not land is looked for, and then written again', async says => {
    const on = onActive()
    on.azure.fates({ lands: false, says })
    await on.tick()
    await on.tick()
    expect(on.state()).toMatchObject({
      progress: { phase: { is: 'starting' }, obstacle: { detail: says.is } },
    })
    expect(await on.drive()).toMatchObject({ is: 'done', result: 'effective' })
    expect(on.azure.writes.map(({ alreadyThere }) => alreadyThere)).toEqual([false, false])
  })

  it.each([true, false])(
    'because the process died (it landed: %s) is looked for by the next worker',
    async lands => {
      const on = onActive()
      on.azure.fates({ lands, says: 'nothing: we die' })
      expect(await on.drive()).toMatchObject({ is: 'done', result: 'effective' })
      expect(on.azure.writes).toHaveLength(lands ? 1 : 2)
      expect(on.azure.writes.some(({ alreadyThere }) => alreadyThere)).toBe(false)
    },
  )

  it('is left alone by another worker until the lease is over', async () => {
    const on = onActive()
    on.azure.fates({ lands: false, says: 'nothing: we die' })
    await on.tick()
    await on.tick()
    const { version, state, id } = on.request()
    const until =
      state.is === 'applying' && state.progress.phase.is === 'starting' ? state.progress.phase.until : 0
    expect(until - on.now()).toBe(8_000)
    expect(on.store.look(id)).toBe(until)
    const reads = { ...on.azure, read: () => Promise.reject(new Error('it looked')) }
    await tick(
      { request: id, version },
      {
        store: on.store,
        gateway: reads,
        library,
        policy: () => ({
          askers: 'tenant',
          approvers: [],
          approvalExpiryMs: 1,
          executionExpiryMs: 3_600_000,
        }),
        permissions: 'policy-only',
        worker: { id: 'another', alone: false },
        pace: simulatedPace,
        newId: () => '',
        planOptions: { ruleShape: 'combined', isWritable: () => false },
        now: () => until - 1,
        forget: () => undefined,
      },
    )
    expect(on.request().version).toBe(version)
  })

  it('that landed and failed in Azure is a failure, not a second try', async () => {
    const on = onActive()
    on.azure.fates({ lands: true, says: { is: 'timed-out' } })
    on.azure.operations('fails')
    expect(failure(await on.drive())).toMatchObject({ is: 'rule-failed', error: 'no route' })
    expect(on.azure.writes).toHaveLength(1)
  })
})

describe('a write that Azure answers', () => {
  it('with 409 waits on the workspace, says so, and is tried again', async () => {
    const on = onActive()
    on.azure.fates(
      { lands: false, says: { is: 'busy', message: 'has an ongoing operation running' } },
      { lands: false, says: { is: 'busy', message: 'has an ongoing operation running' } },
    )
    await on.tick()
    await on.tick()
    expect(on.state()).toMatchObject({
      is: 'applying',
      progress: { phase: { is: 'waiting' }, obstacle: { is: 'workspace-busy' } },
    })
    expect(on.store.look(on.request().id)).toBe(on.now() + 1_000)
    expect(await on.drive()).toMatchObject({ is: 'done' })
    expect(on.azure.writes).toHaveLength(3)
  })

  it('with 429 waits as long as Azure asks', async () => {
    const on = onActive()
    on.azure.fates({ lands: false, says: { is: 'throttled', retryAfterSeconds: 77 } })
    await on.tick()
    await on.tick()
    expect(on.state()).toMatchObject({ progress: { obstacle: { is: 'azure-throttles' } } })
    expect(on.store.look(on.request().id)).toBe(on.now() + 77_000)
    expect(await on.drive()).toMatchObject({ is: 'done' })
  })

  it('without an address is watched', async () => {
    const on = onActive()
    on.azure.fates({ lands: true, says: 'accepted-without-address' })
    expect(await on.drive()).toMatchObject({ is: 'done', result: 'effective' })
    expect(on.azure.writes).toHaveLength(1)
  })

  it.each<[GatewayTrouble, Failure]>([
    [
      { is: 'forbidden', message: 'no role' },
      { is: 'forbidden', message: 'no role' },
    ],
    [
      { is: 'disallowed', code: 'ScopeLocked', message: 'a lock' },
      { is: 'disallowed', code: 'ScopeLocked', message: 'a lock' },
    ],
    [
      { is: 'refused', code: 'ValidationError', message: 'no' },
      { is: 'refused', code: 'ValidationError', message: 'no' },
    ],
    [{ is: 'not-found' }, { is: 'workspace-gone' }],
  ])('with $is ends it at once', async (says, ended) => {
    const on = onActive()
    on.azure.fates({ lands: false, says }, { lands: false, says })
    expect(failure(await on.drive())).toEqual(ended)
    // A list of hosts that is refused is tried host by host; what is refused for one host is refused.
    expect(on.azure.writes).toHaveLength(says.is === 'refused' ? 2 : 1)
  })
})

describe('an operation', () => {
  it('that failed under HTTP 200 is a failure', async () => {
    const on = onActive()
    on.azure.operations('fails')
    expect(failure(await on.drive())).toEqual({
      is: 'operation-failed',
      code: 'InternalServerError',
      message: 'Received 400',
    })
  })

  it('whose address is gone is watched in its result, without another write', async () => {
    const on = onActive()
    on.azure.operations('address is gone')
    expect(await on.drive()).toMatchObject({ is: 'done', result: 'effective' })
    expect(on.azure.writes).toHaveLength(1)
    expect(on.store.records.map(({ action }) => action)).toContain('request.operation-address-lost')
  })

  it('that we may not ask about is no failure: its result is watched', async () => {
    const on = onActive()
    on.azure.troublePolls({ is: 'forbidden', message: 'no role' })
    expect(await on.drive()).toMatchObject({ is: 'done', result: 'effective' })
    expect(on.azure.writes).toHaveLength(1)
  })

  it('that cannot be asked just now is asked again, and the card says why it waits', async () => {
    const on = onActive()
    on.azure.troublePolls({ is: 'throttled', retryAfterSeconds: 50 }, { is: 'timed-out' })
    for (let at = 0; at < 3; at += 1) await on.tick()
    expect(on.state()).toMatchObject({
      progress: { phase: { is: 'running' }, obstacle: { is: 'azure-throttles' } },
    })
    expect(on.store.look(on.request().id)).toBe(on.now() + 50_000)
    expect(await on.drive()).toMatchObject({ is: 'done' })
    expect(on.azure.writes).toHaveLength(1)
  })

  it('that succeeded and left no rule is repeated once, and then a failure, and never done', async () => {
    const on = onActive()
    on.azure.operations('succeeds, but nothing is there', 'succeeds, but nothing is there')
    expect(failure(await on.drive())).toEqual({ is: 'not-there-afterwards', hosts })
    expect(on.azure.writes).toHaveLength(2)
  })

  it('that provisioned nothing is a failure', async () => {
    const on = road(inactive, approvedRequest(inactive, []))
    on.azure.operations('succeeds, but nothing is there')
    expect(failure(await on.drive())).toMatchObject({ is: 'not-there-afterwards' })
  })

  it('after which the rule stays on its way is waited for, but not for ever', async () => {
    const on = onActive()
    const stuck = () =>
      on.azure.change(({ network, ...rest }) => ({
        ...rest,
        network: {
          ...network,
          rules: network.rules.map(rule =>
            rule.name === 'hub' ? rule : { ...rule, status: 'Provisioning' },
          ),
        },
      }))
    for (let at = 0; at < 4; at += 1) await on.tick()
    expect(on.state()).toMatchObject({ progress: { phase: { is: 'reading-back' } } })
    stuck()
    const since = on.now()
    expect(failure(await on.drive())).toEqual({ is: 'not-there-afterwards', hosts })
    expect(on.now() - since).toBeGreaterThanOrEqual(60_000)
  })
})
