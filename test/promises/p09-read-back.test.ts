import { describe, expect, it } from 'vitest'
import { azurePace, simulatedPace } from '../../src/bot/pace.ts'
import type { RequestState } from '../../src/changes/request.ts'
import { approvedRequest, road } from '../bot/road.ts'
import { fqdn, workspaceNamed } from '../cards/sample-tenant.ts'

const hosts = ['docker.io', 'hf.co']
const active = workspaceNamed('ws-prod', { rules: [fqdn('hub', ['huggingface.co'])] })
const onActive = () => road(active, approvedRequest(active, hosts))
type On = ReturnType<typeof road>

async function until(on: On, phase: string): Promise<void> {
  const is = (state: RequestState) => (state.is === 'applying' ? state.progress.phase.is : state.is)
  for (let ticks = 0; is(on.state()) !== phase; ticks += 1) {
    if (ticks === 30) throw new Error(`it came to ${is(on.state())}`)
    await on.tick()
  }
}
const lose = (on: On, ...names: readonly (string | RegExp)[]) =>
  on.azure.change(workspace => ({
    ...workspace,
    network: {
      ...workspace.network,
      rules: workspace.network.rules.filter(rule => !names.some(name => rule.name.match(name) !== null)),
    },
  }))
const everDone = (on: On) => on.store.records.some(({ to }) => to === 'done')

describe('P09 "done" means read back', () => {
  it('P09 and looked at again when it has had time to settle', async () => {
    const on = onActive()
    await until(on, 'settling')
    const since = on.now()
    const end = await on.drive()
    expect(on.now() - since).toBeGreaterThanOrEqual(simulatedPace.settleMs)
    expect(end).toMatchObject({ is: 'done', tookMs: expect.any(Number) })
    expect(end).not.toHaveProperty('restored')
    expect(azurePace.settleMs).toBeGreaterThanOrEqual(60_000)
  })

  it('P09 a rule that is gone a minute later is put back once, and told', async () => {
    const on = onActive()
    await until(on, 'settling')
    lose(on, /^gh-/)
    await on.tick()
    expect(everDone(on)).toBe(false)
    const end = await on.drive()
    expect(end).toMatchObject({ is: 'done', restored: [expect.stringMatching(/^gh-/)] })
    expect(on.azure.writes).toHaveLength(2)
  })

  it('P09 a rule that goes away again and again is never called done', async () => {
    const on = onActive()
    for (let times = 0; times < 2; times += 1) {
      await until(on, 'settling')
      lose(on, /^gh-/)
      await on.tick()
    }
    expect(on.state()).toMatchObject({ is: 'failed', failure: { is: 'not-there-afterwards', hosts } })
    expect(on.azure.writes).toHaveLength(2)
    expect(everDone(on)).toBe(false)
  })

  it('P09 Azure says Succeeded and drops the rule each time: never done', async () => {
    const on = onActive()
    on.azure.operations('succeeds, but nothing is there', 'succeeds, but nothing is there')
    expect(await on.drive()).toMatchObject({ is: 'failed', failure: { is: 'not-there-afterwards' } })
    expect(everDone(on)).toBe(false)
  })

  it('P09 a poll that is answered with HTTP 200 and Failed is a failure', async () => {
    const on = onActive()
    on.azure.operations('fails')
    expect(await on.drive()).toMatchObject({ is: 'failed', failure: { is: 'operation-failed' } })
    expect(everDone(on)).toBe(false)
  })

  it('P09 rules of others that disappear meanwhile are told, and not written', async () => {
    const on = onActive()
    await until(on, 'settling')
    lose(on, 'hub')
    expect(await on.drive()).toMatchObject({ is: 'done', othersGone: ['hub'] })
    expect(on.azure.writes).toHaveLength(1)
  })

  it('P09 rules on a network that is Inactive end as configured, never as in effect', async () => {
    const inactive = workspaceNamed('ws-research', { status: 'Inactive' })
    const whole = approvedRequest(inactive, hosts)
    const rules = { ...whole, plan: { ...whole.plan, steps: whole.plan.steps.slice(0, 1) } }
    const on = road(inactive, rules)
    expect(await on.drive()).toMatchObject({ is: 'done', result: 'configured' })
  })
})

describe('P09 a list of hosts that Azure refuses', () => {
  const refused = {
    lands: false,
    says: { is: 'refused', code: 'ValidationError', message: 'one host' },
  } as const

  it('P09 gets a rule for each host, under the names that the shape per-host gives', async () => {
    const on = onActive()
    on.azure.fates(refused)
    const end = await on.drive()
    const perHost = approvedRequest(active, hosts, 'per-host').plan.steps
    expect(end).toMatchObject({ is: 'done', result: 'effective', steps: perHost })
    expect(on.azure.writes).toHaveLength(3)
  })

  it('P09 of which a later host is refused says how many stand', async () => {
    const on = onActive()
    const lands = { lands: true, says: 'accepted' } as const
    on.azure.fates(refused, lands, refused)
    expect(await on.drive()).toMatchObject({
      is: 'failed',
      failure: { is: 'refused' },
      applied: { done: 1, of: 2 },
    })
  })
})
