import { expect, it } from 'vitest'
import { driftEveryMs } from '../../src/changes/drift.ts'
import { ada, amir, dana, type Received, type Speaker, textOf } from '../harness/connector.ts'
import { advance } from '../harness/store.ts'
import { cardOf, type Requested, type Road, requestedOf, type Seen } from './road.ts'
import { sharedHouse } from './shared-house.ts'

const { newRoad } = sharedHouse('server')
const reason = { in_reason: 'The pilot is over.' }

/** What the bot answers to a text. */
async function said({ house, thread }: Road, text: string, by: Speaker = dana): Promise<Received> {
  const { activityId } = await house.chat.say(by, thread, text)
  const answer = house.chat.activities.find(({ replyToId }) => replyToId === activityId)
  if (answer === undefined) throw new Error(`Nothing was answered to "${text}".`)
  return answer
}

async function pressed(
  here: Road,
  seen: Seen,
  title: string,
  by: Speaker = dana,
  inputs: Record<string, string> = {},
) {
  const { value } = await here.house.chat.press(by, here.thread, seen, title, { inputs })
  return { activityId: seen.activityId, card: cardOf(value) }
}

/** Somebody approves, and time passes to the end; the news of it. */
async function approved(here: Road, requested: Requested, by: Speaker = ada): Promise<string> {
  await here.house.chat.press(by, here.thread, await here.approval(requested), 'Approve')
  return here.end(requested)
}

it('what is done is undone by somebody else than its requester: its own hosts, out of its own rules, once', async () => {
  const here = newRoad()
  const { workspace } = here
  const first = await here.request()
  const waiting = await said(here, `undo #${first.number}`)
  expect(waiting.activity.text).toContain(`request #${first.number} is not done`)
  await approved(here, first)

  const proposal = await said(here, `undo #${first.number}`, amir)
  expect(textOf(proposal.card)).toContain(`Undo request #${first.number} in ${workspace}`)
  const form = await pressed(here, proposal, 'Request this change…', amir)
  const lacking = await pressed(here, form, 'Request this change', amir, { in_reason: ' ' })
  expect(textOf(lacking.card)).toContain('Please give a reason')
  const sent = await pressed(here, lacking, 'Request this change', amir, reason)
  const undoing = requestedOf(form.activityId, sent.card)
  expect(await approved(here, undoing)).toContain(`in ${workspace}`)
  const calls = await here.changes()
  expect(calls.map(({ method }) => method)).toEqual(['PUT', 'DELETE'])
  expect(new Set(calls.map(({ path }) => path)).size).toBe(1)

  const card = here.messages(first).find(each => each.activityId === first.status.activityId)
  if (card === undefined) throw new Error('the status card is gone')
  const again = await pressed(here, card, 'Undo…')
  expect(textOf(again.card)).toContain('Nothing can be removed')
})

const day = 24 * 3_600_000

it('what is wanted for a time is announced before its end, extended by a request of its own, and taken out by itself', async () => {
  const here = newRoad()
  const { workspace, thread, house } = here
  const { chat, clock } = house
  const proposal = await said(here, `please allow quay.example.org in ${workspace} for 7 days`)
  expect(textOf(proposal.card)).toMatch(
    /Until \d+ \w+ \d{4}, \d\d:00 UTC\. Then Gatehouse takes these hosts out/,
  )
  const form = await pressed(here, proposal, 'Request this change…')
  const past = { ...reason, in_allow: 'quay.example.org', in_limit_day: '2020-01-01' }
  const refused = await pressed(here, form, 'Request this change', dana, past)
  expect(textOf(refused.card)).toContain('a day that is still to come')
  const inputs = { ...reason, in_limit_day: '' }
  const first = requestedOf(
    form.activityId,
    (await pressed(here, refused, 'Request this change', dana, { ...inputs, in_limit: '7' })).card,
  )
  expect(textOf((await here.approval(first)).card)).toContain('Then Gatehouse takes these hosts out again')
  expect(await approved(here, first)).toMatch(/1 host is allowed now.*Until \d+ \w+ \d{4}/)

  await advance(clock, 6 * day + 3_600_000)
  await house.restart()
  const warning = await house.passUntil(() =>
    chat.activities.findLast(
      ({ conversationId, card }) =>
        conversationId === thread.id && textOf(card).includes(`this is about your request #${first.number}`),
    ),
  )
  expect(textOf(warning.card)).toContain('quay.example.org')
  const longer = await pressed(here, warning, 'Extend…')
  const sent = await pressed(here, longer, 'Request this change', dana, { ...inputs, in_limit: '7' })
  const second = requestedOf(warning.activityId, sent.card)
  expect(await approved(here, second)).toContain('1 host is allowed now')
  await advance(clock, day)
  await advance(clock, 60_000)
  expect((await here.changes()).map(({ method }) => method)).toEqual(['PUT'])

  await advance(clock, 7 * day)
  const ended = await house.passUntil(() =>
    chat.activities.findLast(
      ({ conversationId, activity: { text = '' } }) =>
        conversationId === thread.id && text.includes('is over.'),
    ),
  )
  expect(ended.activity.text).toContain(`request #${second.number} was approved is over`)
  expect(ended.activity.text).toContain('1 host is removed')
  const calls = await here.changes()
  expect(calls.map(({ method }) => method)).toEqual(['PUT', 'DELETE'])
  const history = await said(here, `history of ${workspace}`)
  expect(textOf(history.card)).toContain(`Take out again what request #${second.number} opened for a time`)
  expect(textOf(history.card)).toContain('Gatehouse asked for it')
  expect(rulesOf(await said(here, `show ${workspace}`))).not.toContain('quay.example.org')
})

it('what vanishes outside is told once, with a way to request it again, and what nobody requested is listed', async () => {
  const here = newRoad()
  const { workspace, thread, house } = here
  const asked = `what is open in ${workspace} that nobody asked for?`
  const requested = await here.request()
  await approved(here, requested)
  const open = await said(here, asked)
  expect(textOf(open.card)).toContain(`in ${workspace} that nobody requested here`)
  expect(textOf(open.card)).not.toContain('docker.io')

  await house.resetAzure()
  const told = () =>
    house.chat.activities.filter(
      ({ conversationId, card }) =>
        conversationId === thread.id && textOf(card).includes('Not let through any more'),
    )
  await advance(house.clock, driftEveryMs)
  const notice = await house.passUntil(() => told()[0])
  expect(textOf(notice.card)).toContain(`this is about your request #${requested.number}`)
  const form = await pressed(here, notice, 'Request it again…')
  expect(textOf(form.card)).toContain(`Request hosts for Hugging Face in ${workspace}`)
  await advance(house.clock, driftEveryMs)
  await advance(house.clock, 60_000)
  expect(told()).toHaveLength(1)
})

function rulesOf({ card }: Received): string {
  return textOf(card)
}
