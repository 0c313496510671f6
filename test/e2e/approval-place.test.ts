import { describe, expect, it } from 'vitest'
import {
  ada,
  approversChat,
  channelThread,
  dana,
  mallory,
  personalWith,
  textOf,
} from '../harness/connector.ts'
import { openHouse } from '../harness/house.ts'
import { storeUnderTest } from '../harness/store.ts'
import { cardOf, entered, requestedOf, road } from './road.ts'
import { wideTenant } from './wide-tenant.ts'

const store = storeUnderTest('server')

async function open() {
  const house = await openHouse({ place: await store.place(), tenant: wideTenant(2) })
  return { house, chat: house.chat, road: (workspace: string) => road(house, workspace, channelThread) }
}

describe('where approvals go', () => {
  it('without anything said, into the thread of the request, mentioning the approvers', async () => {
    const { house, chat, road } = await open()
    const { request, approval } = road('prod-01')
    const card = await approval(await request())
    expect(card.conversationId).toBe(channelThread.id)
    const said = JSON.stringify(card.card)
    expect(said).toContain('<at>Ada Approver</at>')
    expect(said).toContain('<at>Amir Approver</at>')
    expect(said).toContain(ada.aadObjectId)
    expect(house.logged).toEqual([])
    chat.assertClean()
  })

  it('to where an approver sent them and confirmed it, and the old place is told', async () => {
    const { house, chat, road } = await open()
    const sendHere = async (by: typeof ada, to: typeof approversChat) => {
      await chat.say(by, to, 'Send approvals here')
      const asked = await chat.cardIn(to, card => textOf(card).includes('Shall approvals go here?'))
      return chat.press(by, to, asked, 'Send approvals here')
    }
    await chat.say(ada, approversChat, 'send approvals here')
    const asked = await chat.cardIn(approversChat, card => textOf(card).includes('Shall approvals go here?'))

    // Asked and not confirmed, it changes nothing; and nobody else confirms it.
    for (const by of [dana, mallory]) {
      const answer = await chat.press(by, approversChat, asked, 'Send approvals here')
      expect(answer.type).toBe('application/vnd.microsoft.activity.message')
    }
    const first = road('prod-01')
    const before = await first.approval(await first.request())
    expect(before.conversationId).toBe(channelThread.id)

    const done = await chat.press(ada, approversChat, asked, 'Send approvals here')
    expect(textOf(cardOf(done.value))).toContain('Approvals go here from now on')
    const second = road('prod-02')
    const requested = await second.request()
    const there = await second.approval(requested)
    expect(there.conversationId).toBe(approversChat.id)

    const personal = personalWith(ada)
    await sendHere(ada, personal)
    const told = await chat.textIn(approversChat, text => text.includes('sent approvals to another'))
    expect(told.activity.text).toContain('Ada Approver')

    // What stands in the old place can still be decided there, and the end is told where it was asked.
    const approved = await chat.press(ada, approversChat, there, 'Approve')
    expect(textOf(approved.value)).toContain('Approved by Ada Approver')
    expect(await second.end(requested)).toContain('You can now use Hugging Face in prod-02')
    expect(house.logged).toEqual([])
    chat.assertClean()
  })

  it('back to the thread of the request, where the place cannot be reached any more', async () => {
    const { house, chat, road } = await open()
    await chat.say(ada, approversChat, 'send approvals here')
    const asked = await chat.cardIn(approversChat, card => textOf(card).includes('Shall approvals go here?'))
    await chat.press(ada, approversChat, asked, 'Send approvals here')
    const { openForm, approval, end } = road('prod-01')
    const form = await openForm()
    chat.fail(404, 1, {}, 'POST')
    const sent = await chat.press(dana, channelThread, form, 'Request', { inputs: entered })
    const requested = requestedOf(form.activityId, sent.value)
    const card = await approval(requested)
    expect(card.conversationId).toBe(channelThread.id)
    await chat.press(ada, channelThread, card, 'Approve')
    expect(await end(requested)).toContain('You can now use')
    expect(house.logged).toEqual([])
  })

  it('is not for a requester to say', async () => {
    const { chat } = await open()
    await chat.say(dana, approversChat, 'send approvals here')
    const answer = await chat.textIn(approversChat)
    expect(answer.activity.text).toContain('Only an approver may decide this')
    expect(chat.activities).toHaveLength(1)
  })
})
