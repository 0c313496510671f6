import { describe, expect, it } from 'vitest'
import { ada, amir, dana, textOf } from '../harness/connector.ts'
import { advance } from '../harness/store.ts'
import { decisionsOn } from './decisions-on.ts'
import { cardOf, entered, offersAnything, type Requested, requestedOf } from './road.ts'
import { sharedHouse } from './shared-house.ts'

const { house, newRoad } = sharedHouse('server', { mayLog: /./ })

async function expiryOf({ id }: Requested): Promise<number> {
  const { rows } = await house().gatehouse.engine.sql.query<{ at: string }>(
    'select (extract(epoch from expires_at) * 1000)::bigint::text as at from requests where id = $1',
    [id],
  )
  return Number(rows[0]?.at)
}

describe('the end of a request', () => {
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

  it('decided a millisecond before its expiry, the approval counts', async () => {
    const { house, thread, request, approval, end } = newRoad()
    const requested = await request()
    const card = await approval(requested)
    await house.clock.setTime((await expiryOf(requested)) - 1)
    const answer = await house.chat.press(ada, thread, card, 'Approve')
    expect(textOf(answer.value)).toContain('Approved by Ada Approver')
    expect(await end(requested)).toContain('You can now use Hugging Face')
  })

  it('expired to the millisecond, also after a restart', async () => {
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

  it('approved and never begun within a day: it fails, and no later return of Azure applies it', async () => {
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

describe('an old client, which sends presses as messages', () => {
  it('requests and approves all the same, and leaves no card behind that offers anything', async () => {
    const { house, thread, ask, approval, end, changes } = newRoad()
    const { chat } = house
    const submit = async (
      ...[by, message, named, inputs]: Parameters<typeof chat.submit> extends [
        infer P,
        unknown,
        infer M,
        infer N,
        ...infer R,
      ]
        ? [P, M, N, R[0]?]
        : never
    ) => {
      const from = chat.activities.length
      const { status } = await chat.submit(by, thread, message, named, inputs)
      expect(status).toBe(200)
      const answer = chat.activities.slice(from).find(each => each.method === 'POST' && each.card)
      if (answer === undefined) throw new Error(`The press on "${named}" was not answered.`)
      return answer
    }
    const form = await submit(dana, await ask(), 'Request')
    const status = await submit(dana, form, 'Request', entered)
    const requested = requestedOf(status.activityId, status.card)
    const approved = await submit(ada, await approval(requested), 'Approve')
    expect(textOf(approved.card)).toContain('Approved by Ada Approver')
    expect(await end(requested)).toContain('You can now use Hugging Face')
    expect(offersAnything(chat.messageNow(thread, status.activityId)?.card)).toBe(false)
    const late = await submit(amir, await approval(requested), 'Approve')
    expect(textOf(late.card)).toContain('already done')
    expect(await changes()).toHaveLength(1)
  })
})
