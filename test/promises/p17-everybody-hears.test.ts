import { describe, expect, it } from 'vitest'
import { decisionsOn } from '../e2e/decisions-on.ts'
import { cardOf, entered, type Requested, requestedOf, type Seen } from '../e2e/road.ts'
import { sharedHouse } from '../e2e/shared-house.ts'
import { actionsOf, ada, amir, dana, type Speaker, textOf } from '../harness/connector.ts'
import { advance } from '../harness/store.ts'

const { house, newRoad } = sharedHouse('server')

async function expiryOf({ id }: Requested): Promise<number> {
  const { rows } = await house().gatehouse.engine.sql.query<{ at: string }>(
    'select (extract(epoch from expires_at) * 1000)::bigint::text as at from requests where id = $1',
    [id],
  )
  return Number(rows[0]?.at)
}

describe('P17 the end of a request', () => {
  it('withdrawn by its requester: told, nothing changed, no button left', async () => {
    const { house, thread, request, approval, end, messages, changes } = newRoad()
    const requested = await request()
    const card = await approval(requested)
    const answer = await house.chat.press(dana, thread, requested.status, 'Withdraw')
    expect(textOf(cardOf(answer.value))).toContain(`Request #${requested.number}: withdrawn`)
    expect(await end(requested)).toContain('is withdrawn')
    expect(messages(requested).length).toBeGreaterThanOrEqual(2)
    const late = await house.chat.press(ada, thread, card, 'Approve')
    expect(textOf(cardOf(late.value))).toContain('already withdrawn')
    expect(await decisionsOn(requested, house)).toEqual(['request.withdrawn'])
    expect(await changes()).toHaveLength(0)
  })

  it('rejected, which needs a comment that reaches the requester', async () => {
    const { house, thread, request, approval, end, changes } = newRoad()
    const requested = await request()
    const card = await approval(requested)
    const without = await house.chat.press(ada, thread, card, 'Reject', { inputs: { in_comment: '  ' } })
    expect(textOf(cardOf(without.value))).toContain('Please write a comment before you reject')
    expect(await decisionsOn(requested, house)).toEqual([])
    const comment = 'Use the mirror of our own: it holds *all* of <these> models'
    const again = { activityId: card.activityId, card: cardOf(without.value) }
    const answer = await house.chat.press(ada, thread, again, 'Reject', { inputs: { in_comment: comment } })
    expect(textOf(answer.value)).toContain('Rejected by Ada Approver')
    const news = await end(requested)
    expect(news).toContain('was rejected by Ada Approver')
    expect(news).toContain('Use the mirror of our own')
    expect(await changes()).toHaveLength(0)
  })

  it('P07 decided a millisecond before its expiry, the approval counts', async () => {
    const { house, thread, request, approval, end } = newRoad()
    const requested = await request()
    const card = await approval(requested)
    await house.clock.setTime((await expiryOf(requested)) - 1)
    const answer = await house.chat.press(ada, thread, card, 'Approve')
    expect(textOf(answer.value)).toContain('Approved by Ada Approver')
    expect(await end(requested)).toContain('You can now use Hugging Face')
  })

  it('P07 expired to the millisecond, also after a restart', async () => {
    const { house, thread, request, approval, end, changes } = newRoad()
    const requested = await request()
    const card = await approval(requested)
    const expiry = await expiryOf(requested)
    await house.clock.setTime(expiry - 1)
    await house.restart()
    await house.clock.setTime(expiry)
    const answer = await house.chat.press(ada, thread, card, 'Approve')
    expect(answer.value).toContain('has expired')
    const own = await house.chat.press(dana, thread, requested.status, 'Withdraw')
    expect(own.value).toContain('has expired')
    expect(await end(requested)).toContain('has expired: nobody decided in time')
    expect(await decisionsOn(requested, house)).toEqual(['request.expired'])
    expect(await changes()).toHaveLength(0)
  })

  it('P07 approved and never begun within a day: it fails, and no later return of Azure applies it', async () => {
    const { house, thread, workspace, request, approval, end, changes } = newRoad()
    const requested = await request()
    const card = await approval(requested)
    await house.fault({
      match: { method: 'GET', pathContains: `/workspaces/${workspace}` },
      times: 10_000,
      fault: { is: 'status', status: 503 },
    })
    await house.chat.press(ada, thread, card, 'Approve')
    await house.passUntil(() =>
      textOf(house.chat.messageNow(thread, card.activityId)?.card).includes('Azure cannot be reached'),
    )
    await advance(house.clock, 24 * 3_600_000)
    expect(await end(requested)).toContain('could not be started in time')
    expect(await changes()).toHaveLength(0)
  })
})

it('P08 two requests for one workspace are applied one after the other', async () => {
  const { house, thread, openForm, approval, end, changes } = newRoad()
  const { chat } = house
  const made = []
  for (const [by, tier] of [
    [dana, 'documented'],
    [ada, 'current'],
  ] as const)
    made.push({ by, tier, form: await openForm(by) })
  const requests = []
  for (const { by, tier, form } of made) {
    const inputs = { ...entered, in_tier: tier }
    const sent = await chat.press(by, thread, form, 'Request', { inputs })
    requests.push(requestedOf(form.activityId, sent.value))
  }
  // One after the other: each lets time pass, and the clock is moved by one at a time.
  const cards = []
  for (const requested of requests) cards.push(await approval(requested))
  await Promise.all(cards.map(card => chat.press(amir, thread, card, 'Approve')))
  for (const requested of requests) expect(await end(requested)).toContain('You can now use')
  const puts = await changes()
  // Azure takes one operation at a time and would say 409 to another.
  expect(puts.map(({ status }) => status)).toEqual([202, 202])
})

describe('P17 an old client, which sends presses as messages', () => {
  it('requests and approves all the same, and leaves no card behind that offers anything', async () => {
    const { house, thread, ask, approval, end, changes } = newRoad()
    const { chat } = house
    const submit = async (by: Speaker, message: Seen, named: string, inputs = {}) => {
      const { status, activityId } = await chat.submit(by, thread, message, named, inputs)
      expect(status).toBe(200)
      const answer = chat.activities.find(({ replyToId }) => replyToId === activityId)
      if (answer === undefined) throw new Error(`The press on "${named}" was not answered.`)
      return answer
    }
    const form = await submit(dana, await ask(), 'Request')
    const said = (await submit(dana, form, 'Request', entered)).activity.text ?? ''
    const number = Number(/Request #(\d+): waiting for approval/.exec(said)?.[1])
    const card = await house.passUntil(() =>
      chat.activities.find(
        ({ card }) =>
          textOf(card).includes(`Request #${number}:`) &&
          actionsOf(card).some(({ title }) => title === 'Approve'),
      ),
    )
    const id = String(actionsOf(card.card).find(({ title }) => title === 'Approve')?.data.request)
    const status = { activityId: form.activityId, card: form.card ?? {} }
    const requested: Requested = { id, number, status }

    const silent = await submit(ada, card, 'Reject')
    expect(silent.activity.text).toContain('Please write a comment before you reject')
    const approved = await submit(ada, await approval(requested), 'Approve')
    expect(approved.activity.text).toContain(`Request #${number}: approved`)
    expect(await end(requested)).toContain('You can now use Hugging Face')
    expect(textOf(chat.messageNow(thread, form.activityId)?.card)).toContain(`Request #${number}: done`)
    const late = await submit(amir, await approval(requested), 'Approve')
    expect(late.activity.text).toContain('already done')
    expect(await changes()).toHaveLength(1)
  })
})
