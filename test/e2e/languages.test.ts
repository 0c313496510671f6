import { expect, it } from 'vitest'
import {
  ada,
  approversChat,
  type CardJson,
  channelThread,
  dana,
  personalWith,
  textOf,
} from '../harness/connector.ts'
import { openHouse } from '../harness/house.ts'
import { storeUnderTest } from '../harness/store.ts'
import { cardOf, entered } from './road.ts'
import { wideTenant } from './wide-tenant.ts'

const store = storeUnderTest('server')
const verbs = { open: 'request.open', submit: 'request.submit', approve: 'request.approve' }

it('each reader is told in their language, everybody in that of the place, after restarts too', async () => {
  const house = await openHouse({ place: await store.place(), tenant: wideTenant(1) })
  const { chat } = house
  const languageOf = (card: unknown) => cardOf(card).lang

  // Ada's client is English, and so are the approvers; what the channel speaks is what is written there.
  await chat.say(ada, approversChat, 'please send approvals here')
  await chat.say(ada, approversChat, 'send approvals here')
  const asked = await chat.cardIn(approversChat, card => textOf(card).includes('Shall approvals go here?'))
  await chat.press(ada, approversChat, asked, 'Send approvals here')

  await chat.say(dana, channelThread, 'Puis-je utiliser Hugging Face dans prod-01 ?')
  const answer = await chat.cardIn(channelThread)
  expect(answer.card?.lang).toBe('fr-FR')
  expect(textOf(answer.card)).toContain('Pas encore\u00a0: Hugging Face n’est pas utilisable dans prod-01')
  const adasForm = await chat.press(ada, channelThread, answer, verbs.open)
  expect(languageOf(adasForm.value)).toBe('en-GB')
  const form = await chat.press(dana, channelThread, answer, verbs.open)
  expect(languageOf(form.value)).toBe('fr-FR')
  await house.restart()
  const opened = { activityId: answer.activityId, card: form.value as CardJson }
  const sent = await chat.press(dana, channelThread, opened, verbs.submit, { inputs: entered })
  expect(languageOf(sent.value)).toBe('fr-FR')

  const approval = await house.passUntil(() =>
    chat.activities.findLast(
      ({ conversationId, card }) =>
        conversationId === approversChat.id && textOf(card).includes('Request #1: waiting for approval'),
    ),
  )
  await chat.say(ada, personalWith(ada), 'parle français')
  await chat.textIn(personalWith(ada), text => text === 'Gatehouse vous répond désormais en français.')
  await house.restart()
  // Ada's own view is in the language that she asked for; what the chat sees is still in the chat's.
  const approved = await chat.press(ada, approversChat, approval, verbs.approve)
  expect(languageOf(approved.value)).toBe('fr-FR')
  expect(textOf(approved.value)).toContain('Approuvée par Ada Approver')
  const news = await house.passUntil(() =>
    chat.activities.find(({ activity }) => activity.text?.includes('est maintenant utilisable dans prod-01')),
  )
  expect(news.activity.text).toContain('<at>Dana Scientist</at>')
  const now = await house.passUntil(() => {
    const card = chat.messageNow(approversChat, approval.activityId)?.card
    return textOf(card).includes('Request #1: done') ? card : undefined
  })
  expect(now.lang).toBe('en-GB')
  expect(textOf(chat.messageNow(channelThread, answer.activityId)?.card)).toContain(
    'Demande #1\u00a0: terminée',
  )
  expect(house.logged).toEqual([])
  chat.assertClean()
})
