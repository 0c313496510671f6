import { describe, expect, it } from 'vitest'
import { entered, offersAnything, type Requested, type Road, requestedOf } from '../e2e/road.ts'
import { sharedHouse } from '../e2e/shared-house.ts'
import { ada, dana, textOf } from '../harness/connector.ts'
import { advance } from '../harness/store.ts'

const { newRoad } = sharedHouse('server', { sending: { timeoutMs: 300, sleep: async () => {} } })

/** Requests, with Teams going wrong between the form and what the bot posts of itself. */
async function requestThen({ house, thread, openForm }: Road, goWrong: () => void): Promise<Requested> {
  const form = await openForm()
  goWrong()
  const sent = await house.chat.press(dana, thread, form, 'Request', { inputs: entered })
  return requestedOf(form.activityId, sent.value)
}

/** The messages that offered to decide this request, as they were posted. */
function approvalsOf({ house }: Road, { id }: Requested) {
  return house.chat.activities.filter(
    ({ method, card }) =>
      method === 'POST' && JSON.stringify(card ?? {}).includes(id) && textOf(card).includes('Approve'),
  )
}

async function later({ house }: Road, minutes: number) {
  for (let minute = 0; minute < minutes; minute += 1) {
    await advance(house.clock, 61_000)
    await new Promise(resolve => setTimeout(resolve, 30))
  }
}

describe('P11 when Teams does not take the approval card', () => {
  it.each([
    ['slow down for a moment', 429, 2, { 'retry-after': '2' }],
    ['slow down for half a minute', 429, 2, { 'retry-after': '30' }],
    ['not now', 412, 1, {}],
  ] as const)('(%s) it comes later, once', async (_name, fault, times, headers) => {
    const here = newRoad()
    const requested = await requestThen(here, () => here.house.chat.fail(fault, times, headers, 'POST'))
    const card = await here.approval(requested)
    await later(here, 2)
    expect(approvalsOf(here, requested)).toHaveLength(1)
    await here.house.chat.press(ada, here.thread, card, 'Approve')
    expect(await here.end(requested)).toContain('You can now use')
  })

  it.each(['stored-500', 'hang', 503] as const)(
    '(%s) it comes at least once and at most twice, and any copy decides',
    async fault => {
      const here = newRoad()
      const { chat } = here.house
      const requested = await requestThen(here, () => chat.fail(fault, 1, {}, 'POST'))
      await later(here, 2)
      await here.approval(requested)
      const copies = approvalsOf(here, requested)
      expect(copies.length).toBe(fault === 'stored-500' ? 2 : 1)
      const [first] = copies
      if (first === undefined) throw new Error('There is no card.')
      const answer = await chat.press(ada, here.thread, first, 'Approve')
      expect(textOf(answer.value)).toContain('Approved by Ada Approver')
      await here.house.passUntil(() => here.news(requested).length > 0)
      await later(here, 2)
      expect(here.news(requested)).toHaveLength(1)
      // Of a copy that Teams kept and denied the press on it told the id.
      for (const { activityId } of copies)
        expect(offersAnything(chat.messageNow(here.thread, activityId)?.card)).toBe(false)
      const late = await chat.press(ada, here.thread, first, 'Approve')
      expect(textOf(late.value)).toContain('already done')
    },
  )
})

describe('P11 when Teams does not take the news', () => {
  it.each([
    ['stored-500', 2],
    ['hang', 1],
    ['reset', 1],
    [429, 1],
  ] as const)('(%s) they come all the same', async (fault, times) => {
    const here = newRoad()
    const { chat } = here.house
    const requested = await here.request()
    const card = await here.approval(requested)
    const headers = fault === 429 ? { 'retry-after': '20' } : {}
    chat.fail(fault, 1, headers, 'POST')
    await chat.press(ada, here.thread, card, 'Approve')
    await here.house.passUntil(() => here.news(requested).length === times)
    await later(here, 3)
    expect(here.news(requested)).toHaveLength(times)
    for (const { card } of here.messages(requested)) expect(offersAnything(card)).toBe(false)
  })
})

describe('P11 when a card can no longer be updated', () => {
  it.each([404] as const)('(%i) it is given up with a record, and the news comes', async status => {
    const here = newRoad()
    const { chat, gatehouse } = here.house
    const requested = await here.request()
    const card = await here.approval(requested)
    await here.house.passUntil(() => here.messages(requested).length >= 2)
    chat.fail(status, 1, {}, 'PUT')
    await chat.press(ada, here.thread, card, 'Approve')
    await here.house.passUntil(() => here.news(requested).length > 0)
    await later(here, 2)
    expect(here.news(requested)).toHaveLength(1)
    const { rows } = await gatehouse.engine.sql.query(
      `select 1 from audit_log where subject = $1 and action = 'card.parked'`,
      [requested.id],
    )
    expect(rows).toHaveLength(1)
  })

  it.each(['hang', 500] as const)('(%s, for a while) it is true in the end', async fault => {
    const here = newRoad()
    const { chat } = here.house
    const requested = await here.request()
    const card = await here.approval(requested)
    chat.fail(fault, 5, {}, 'PUT')
    await chat.press(ada, here.thread, card, 'Approve')
    expect(await here.end(requested, 900)).toContain('You can now use')
    for (const { card } of here.messages(requested))
      expect(textOf(card)).toContain(`Request #${requested.number}: done`)
  })
})
