import { expect, it } from 'vitest'
import {
  actionsOf,
  ada,
  amir,
  type CardJson,
  dana,
  mallory,
  personalWith,
  type Speaker,
  type Thread,
  textOf,
} from '../harness/connector.ts'
import { cardOf } from './road.ts'
import { sharedHouse } from './shared-house.ts'

const { house, newRoad } = sharedHouse('server')

/** What is answered to a message. */
const answerTo = async (person: Speaker, thread: Thread, text: string) => {
  const { chat } = house()
  const { activityId } = await chat.say(person, thread, text)
  const answer = chat.activities.find(({ replyToId }) => replyToId === activityId)
  if (answer === undefined) throw new Error(`nobody answered ${text}`)
  return answer
}
const rowsOf = (card: CardJson | undefined) =>
  actionsOf(card).flatMap(({ title }) => /^Show request #(\d+)$/.exec(title)?.[1] ?? [])

it('my requests are mine alone, in the channel and in the chat, and a row leads to the card', async () => {
  const { thread, request } = newRoad()
  const { number } = await request(dana)
  const mine = await answerTo(dana, thread, 'my requests')
  expect(textOf(mine.card)).toContain('Your requests')
  expect(rowsOf(mine.card)).toContain(String(number))
  const adas = await answerTo(ada, personalWith(ada), 'my requests')
  expect(rowsOf(adas.card)).not.toContain(String(number))
  const shown = await house().chat.press(dana, thread, mine, `Show request #${number}`)
  expect(textOf(cardOf(shown.value))).toContain(`Request #${number}: waiting for approval`)
})

it('my approvals lead an approver to the decision, wherever they asked, and nobody else', async () => {
  const { thread, request, approval, changes, end } = newRoad()
  const { chat } = house()
  const requested = await request(dana)
  const { number } = requested
  await approval(requested)
  const own = personalWith(amir)
  const list = await answerTo(amir, own, 'my approvals')
  expect(rowsOf(list.card)).toContain(String(number))
  const opened = await chat.press(amir, own, list, `Show request #${number}`)
  const card = cardOf(opened.value)
  const stranger = await chat.press(dana, thread, { activityId: 'x', card }, 'Approve')
  expect(stranger.value).toContain('your own request')
  const decided = await chat.press(amir, own, { activityId: list.activityId, card }, 'Approve')
  expect(textOf(cardOf(decided.value))).toContain('Approved by Amir Approver')
  await end(requested)
  expect(await changes()).toHaveLength(1)
  expect(rowsOf((await answerTo(amir, own, 'my approvals')).card)).not.toContain(String(number))
  const danas = await answerTo(dana, thread, 'my approvals')
  expect(textOf(danas.card)).toContain('You are not an approver')
})

it('withdraw #n opens the card of its requester, whose button acts; of an approver it decides nothing', async () => {
  const { request, approval } = newRoad()
  const { chat, passUntil } = house()
  const requested = await request(dana)
  await approval(requested)
  const own = personalWith(dana)
  const card = await answerTo(dana, own, `withdraw #${requested.number}`)
  expect(textOf(card.card)).toContain('waiting for approval')
  const text = await answerTo(ada, personalWith(ada), `withdraw #${requested.number}`)
  expect(text.activity.text).toContain('Only a press on it decides')
  const posted = await passUntil(() =>
    chat.activities.find(
      each =>
        each.conversationId === personalWith(ada).id &&
        actionsOf(each.card).some(({ title, data }) => title === 'Approve' && data.request === requested.id),
    ),
  )
  const withdrawn = await chat.press(dana, own, card, 'Withdraw')
  expect(textOf(cardOf(withdrawn.value))).toContain('withdrawn')
  // Opened by hand, and kept true like every other: the answer to her who asked to see it, and the card of an approver.
  const isTrue = (thread: Thread, { activityId }: { readonly activityId: string }) => {
    const now = chat.messageNow(thread, activityId)?.card
    return (
      textOf(now).includes('withdrawn') &&
      !actionsOf(now).some(({ title }) => ['Approve', 'Withdraw'].includes(title))
    )
  }
  await passUntil(() => isTrue(personalWith(ada), posted) && isTrue(own, card))
})

it('whoever may not ask hears of no request', async () => {
  const { request } = newRoad()
  const { number } = await request(dana)
  for (const text of ['my requests', 'my approvals', `withdraw #${number}`]) {
    const answer = await answerTo(mallory, personalWith(mallory), text)
    expect(textOf(answer.card)).toContain('What Gatehouse does')
  }
  const none = await answerTo(dana, personalWith(dana), 'withdraw #999999')
  expect(none.activity.text).toContain('no such request')
})

it('who approved, what became of a workspace and who opened a host is answered from the audit', async () => {
  const { workspace, thread, request, approval, end } = newRoad()
  const requested = await request(dana)
  const { number } = requested
  await house().chat.press(amir, thread, await approval(requested), 'Approve')
  await end(requested)
  const said = async (text: string) => textOf((await answerTo(ada, thread, text)).card)
  expect(await said(`who approved #${number}?`)).toContain(`Amir Approver approved request #${number}`)
  const history = await said(`history of ${workspace}`)
  for (const line of [`History of ${workspace}`, 'Dana Scientist asked for it', 'It is done'])
    expect(history).toContain(line)
  const opened = `Request #${number} opened docker.io in ${workspace}`
  expect(await said(`did anyone open docker.io in ${workspace}?`)).toContain(opened)
  const french = await answerTo(
    { ...ada, locale: 'fr-FR' },
    personalWith(ada),
    `qui a approuvé la demande #${number} ?`,
  )
  expect(textOf(french.card)).toContain(`Amir Approver a approuvé la demande #${number}`)
  // The house is shared: whoever comes next is spoken to in English.
  await answerTo(ada, personalWith(ada), 'speak English')
})

it('show, approve and reject #n open a card, and what is open is listed', async () => {
  const { workspace, thread, request, changes } = newRoad()
  const { number } = await request(dana)
  const shown = await answerTo(dana, thread, `show request #${number}`)
  expect(textOf(shown.card)).toContain(`Request #${number}: waiting for approval`)
  for (const text of [`approve #${number}`, `reject #${number}`])
    expect((await answerTo(ada, thread, text)).activity.text).toContain('Only a press on it decides')
  const open = await answerTo(ada, thread, `open requests in ${workspace}`)
  expect(rowsOf(open.card)).toEqual([String(number)])
  expect(rowsOf((await answerTo(ada, thread, 'what is pending?')).card)).toContain(String(number))
  expect(await changes()).toEqual([])
})
