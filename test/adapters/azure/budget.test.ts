import { TestClock } from 'pg-boss'
import { describe, expect, it, onTestFinished } from 'vitest'
import { armBudget } from '../../../src/adapters/azure/arm-budget.ts'
import { tokenBucket } from '../../../src/adapters/azure/token-bucket.ts'
import { armError, fakeArm, gatewayAt, type Told, workspaceBody, workspaceId } from './fake-arm.ts'

const minute = 60_000

/** A bucket of four, one more each second, and who got through it in which order. */
function small() {
  const clock = new TestClock(0)
  const bucket = tokenBucket({ tokens: 4, perSecond: 1 }, clock)
  const through: string[] = []
  const ask = (who: 'person' | 'background', name: string, patienceMs = minute, signal?: AbortSignal) =>
    bucket.take(who, patienceMs, signal).then(
      () => void through.push(name),
      () => void through.push(`not ${name}`),
    )
  return { clock, bucket, through, ask }
}

describe('a bucket', () => {
  it('lets out what it holds at once, and then what comes in, in the order in which they came', async () => {
    const { clock, through, ask } = small()
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) ask('person', name)
    await clock.tick(0)
    expect(through).toEqual(['a', 'b', 'c', 'd'])
    await clock.tick(1_000)
    expect(through).toEqual(['a', 'b', 'c', 'd', 'e'])
    await clock.tick(1_000)
    expect(through).toHaveLength(6)
  })

  it('keeps half for people, and lets them go first', async () => {
    const { clock, through, ask } = small()
    for (const name of ['list 1', 'list 2', 'list 3']) ask('background', name)
    await clock.tick(0)
    expect(through).toEqual(['list 1', 'list 2'])
    ask('person', 'Dana')
    ask('person', 'Ada')
    ask('person', 'Amir')
    await clock.tick(0)
    expect(through.slice(2)).toEqual(['Dana', 'Ada'])
    await clock.tick(1_000)
    expect(through.slice(4)).toEqual(['Amir'])
    await clock.tick(2_000)
    expect(through).toHaveLength(5)
    await clock.tick(1_000)
    expect(through.at(-1)).toBe('list 3')
  })

  it('is closed for as long as Azure said, and says at once to whom that is too long', async () => {
    const { clock, bucket, through, ask } = small()
    bucket.close(20)
    await expect(bucket.take('person', 3_000)).rejects.toMatchObject({ retryAfterSeconds: 20 })
    ask('background', 'list')
    await clock.tick(19_999)
    expect(through).toEqual([])
    await clock.tick(1)
    expect(through).toEqual(['list'])
  })

  it('forgets who stopped waiting, and spends nothing on them', async () => {
    const { clock, bucket, through, ask } = small()
    bucket.atMost(0)
    const leaving = new AbortController()
    ask('person', 'Dana', minute, leaving.signal)
    ask('person', 'Ada')
    leaving.abort()
    await clock.tick(1_000)
    expect(through).toEqual(['not Dana', 'Ada'])
  })
})

describe('the budget of the gateway', () => {
  async function open(answer: (nth: number) => Told) {
    const fake = await fakeArm((asked, nth) =>
      asked.path.endsWith('/outboundRules') ? { status: 200, body: { value: [] } } : answer(nth),
    )
    onTestFinished(fake.close)
    const clock = new TestClock(0)
    const made: string[] = []
    const budget = armBudget(clock, ({ kind }, send) => {
      made.push(kind)
      return send()
    })
    const retry = { maxRetries: 0, retryDelayInMs: 1, maxRetryDelayInMs: 1 }
    return { fake, clock, made, gateway: gatewayAt(fake.url, { budget, retry, readTimeoutMs: 9_000 }) }
  }
  const workspace = (headers = {}): Told => ({ status: 200, body: workspaceBody('ws-1'), headers })
  const id = workspaceId('ws-1')

  it('sends nothing to a subscription that said when to come again, and asks the others', async () => {
    const busy = { status: 429, headers: { 'retry-after': '17' }, body: armError('TooManyRequests', 'Slow.') }
    const { fake, clock, gateway } = await open(nth => (nth <= 2 ? busy : workspace()))
    const throttled = { ok: false, trouble: { is: 'throttled', retryAfterSeconds: 17 } }
    expect(await gateway.read(id)).toEqual(throttled)
    expect(fake.asked).toHaveLength(2)
    expect(await gateway.read(id)).toEqual(throttled)
    expect(fake.asked).toHaveLength(2)
    // Another subscription has a budget of its own: its answer here is no workspace of it, but it was asked.
    await gateway.read(workspaceId('ws-1', 'sub-2'))
    await gateway.putFqdnRule(id, 'hf', ['a.example'])
    expect(fake.asked.map(({ method }) => method)).toContain('PUT')
    await clock.setTime(17_000)
    expect(await gateway.read(id)).toMatchObject({ ok: true })
  })

  it('believes Azure where others have used the budget up', async () => {
    const { fake, clock, gateway } = await open(() =>
      workspace({ 'x-ms-ratelimit-remaining-subscription-reads': '0' }),
    )
    expect(await gateway.read(id)).toMatchObject({ ok: true })
    const reading = gateway.read(id)
    await clock.tick(0)
    expect(fake.asked).toHaveLength(2)
    await clock.tick(80)
    expect(await reading).toMatchObject({ ok: true })
    expect(fake.asked).toHaveLength(4)
  })

  it('counts every try by its kind', async () => {
    const { made, gateway } = await open(() => workspace())
    await gateway.read(id)
    await gateway.deleteRule(id, 'hf')
    expect(made).toEqual(['read', 'read', 'delete'])
  })
})
