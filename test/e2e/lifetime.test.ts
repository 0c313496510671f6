import { expect, it } from 'vitest'
import { ada, amir, dana, type Received, type Speaker, textOf } from '../harness/connector.ts'
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
