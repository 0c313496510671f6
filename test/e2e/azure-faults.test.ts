import { describe, expect, it } from 'vitest'
import { ada, textOf } from '../harness/connector.ts'
import { sharedHouse } from './shared-house.ts'

const { newRoad } = sharedHouse('server', { azureTimeouts: { readTimeoutMs: 1_000, timeoutMs: 1_000 } })

const done = 'You can now use Hugging Face'
const policy = {
  code: 'RequestDisallowedByPolicy',
  message: "Resource 'gh' was disallowed by policy. Policy: no-new-hosts.",
}

interface Case {
  readonly when: string
  readonly fault: object
  readonly times?: number
  /** Of the PUTs in order; null: never answered. */
  readonly puts: readonly (number | null)[]
  readonly news: string
  /** What a card has said on the way. */
  readonly shows?: string
}

const cases: readonly Case[] = [
  {
    when: 'it asks to slow down',
    fault: { is: 'status', status: 429, retryAfter: 7 },
    puts: [429, 202],
    news: done,
    shows: 'asked Gatehouse to slow down',
  },
  {
    when: 'another operation runs on the workspace',
    fault: { is: 'status', status: 409 },
    times: 2,
    puts: [409, 409, 202],
    news: done,
    shows: 'another change is running',
  },
  {
    when: 'its answer is 500 and nothing has landed',
    fault: { is: 'status', status: 500 },
    puts: [500, 202],
    news: done,
  },
  {
    when: 'its answer is 500 and the rule has landed',
    fault: { is: 'status', status: 500, lands: true },
    puts: [500],
    news: done,
  },
  {
    when: 'it does not answer and the rule has landed',
    fault: { is: 'hang', lands: true },
    puts: [null],
    news: done,
  },
  {
    when: 'the connection breaks and the rule has landed',
    fault: { is: 'reset', lands: true },
    puts: [null],
    news: done,
  },
  {
    when: 'the connection breaks and nothing has landed',
    fault: { is: 'reset' },
    puts: [null, 202],
    news: done,
  },
  { when: 'its token is refused once', fault: { is: 'status', status: 401 }, puts: [401, 202], news: done },
  {
    when: 'the operation fails, told with HTTP 200',
    fault: { is: 'operation-fails', code: 'FirewallFailed', message: 'No capacity in this region.' },
    puts: [202],
    news: 'could not finish it (FirewallFailed). Azure says: No capacity in this region.',
  },
  {
    when: 'it reports success and the rule is gone, twice',
    fault: { is: 'rule-vanishes' },
    times: 2,
    puts: [202, 202],
    news: 'Azure reported success, but no rule allows',
  },
  {
    when: 'it reports success and the rule is gone, once',
    fault: { is: 'rule-vanishes' },
    puts: [202, 202],
    news: done,
    shows: 'so Gatehouse wrote it a second time',
  },
  {
    when: 'a policy forbids it',
    fault: { is: 'status', status: 403, ...policy },
    puts: [403],
    news: 'A policy or a lock in Azure forbids this change (RequestDisallowedByPolicy)',
  },
  {
    when: 'its own identity lacks the role',
    fault: { is: 'status', status: 403 },
    puts: [403],
    news: 'own identity may not make this change',
  },
]

describe('an approved change, when Azure is asked for it and', () => {
  it.each(cases)('$when', async ({ fault, times = 1, puts, news, shows }) => {
    const { house, thread, workspace, request, approval, end, changes, messages } = newRoad()
    const requested = await request()
    const card = await approval(requested)
    await house.fault({ match: { method: 'PUT', pathContains: `/workspaces/${workspace}/` }, times, fault })
    await house.chat.press(ada, thread, card, 'Approve')
    const told = await end(requested, 900)
    expect(told).toContain(news)
    const made = await changes()
    expect(made.map(({ status }) => status)).toEqual(puts)
    if (puts[0] === 429) expect((made[1]?.at ?? 0) - (made[0]?.at ?? 0)).toBeGreaterThanOrEqual(7_000)
    for (const { card } of messages(requested))
      expect(textOf(card)).toContain(`Request #${requested.number}: ${news === done ? 'done' : 'failed'}`)
    const everSaid = house.chat.activities.map(({ card }) => textOf(card)).join('\n')
    if (shows !== undefined) expect(everSaid).toContain(shows)
    if (news !== done) expect(everSaid).not.toContain(`Request #${requested.number}: done`)
  })
})

describe('P10 an operation that nobody can ask for any more', () => {
  it('is followed by reading the rules, and not started again', async () => {
    const { house, thread, request, approval, end, changes } = newRoad()
    const requested = await request()
    const card = await approval(requested)
    await house.fault({
      match: { method: 'GET', pathContains: '/workspaceOperationsStatus/' },
      fault: { is: 'location-expired' },
    })
    await house.chat.press(ada, thread, card, 'Approve')
    expect(await end(requested)).toContain(done)
    expect((await changes()).map(({ status }) => status)).toEqual([202])
  })

  it.each([429, 500, 401] as const)('survives polls that are answered with %i', async status => {
    const { house, thread, request, approval, end, changes } = newRoad()
    const requested = await request()
    const card = await approval(requested)
    await house.fault({
      match: { method: 'GET', pathContains: '/workspaceOperationsStatus/' },
      times: 3,
      fault: { is: 'status', status },
    })
    await house.chat.press(ada, thread, card, 'Approve')
    expect(await end(requested)).toContain(done)
    expect((await changes()).map(({ status }) => status)).toEqual([202])
  })
})

it('an applied request asks Azure for little', async () => {
  const { house, thread, workspace, request, approval, end } = newRoad()
  const requested = await request()
  const card = await approval(requested)
  const before = (await house.calls()).length
  await house.chat.press(ada, thread, card, 'Approve')
  await end(requested)
  const calls = (await house.calls()).slice(before)
  const reads = calls.filter(({ path }) => path.endsWith(`/workspaces/${workspace}`))
  const rules = calls.filter(({ path }) => path.endsWith(`/workspaces/${workspace}/outboundRules`))
  // Before the approval is acted on, before the write, and to read back, twice.
  expect([reads.length, rules.length]).toEqual([4, 4])
  expect(calls.length).toBeLessThanOrEqual(12)
})
