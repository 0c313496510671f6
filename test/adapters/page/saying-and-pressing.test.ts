import { describe, expect, test } from 'vitest'
import { messages } from './event-reader.ts'
import { type Behaviour, plainCard as card, cardMessage, channel, idPart } from './fake-bot.ts'
import { useWorlds } from './use-worlds.ts'

const world = useWorlds()

describe('what a person says', () => {
  test('reaches the bot from a channel as Teams sends it, with a mention and a thread of its own', async () => {
    const { post, received } = await world()
    const said = await post('/local/say', {
      person: '29:dana',
      conversation: channel,
      text: 'a < b',
      locale: 'fr-FR',
    })
    expect(said.status).toBe(200)
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({
      type: 'message',
      id: said.body.id,
      channelId: 'msteams',
      locale: 'fr-FR',
      textFormat: 'plain',
      text: '<at>Gatehouse</at> a < b',
      from: { id: '29:dana', name: 'Dana Scientist', aadObjectId: 'd0000000-0000-4000-8000-00000000000d' },
      recipient: { id: '28:gatehouse', name: 'Gatehouse' },
      conversation: {
        id: `${channel};messageid=${said.body.id}`,
        conversationType: 'channel',
        isGroup: true,
        tenantId: '0f0f0f0f-1111-4222-8333-444444444444',
      },
      channelData: {
        tenant: { id: '0f0f0f0f-1111-4222-8333-444444444444' },
        channel: { id: channel },
        team: { id: '19:data-science@thread.tacv2' },
      },
    })
    expect(received[0]?.entities).toContainEqual({
      type: 'mention',
      text: '<at>Gatehouse</at>',
      mentioned: { id: '28:gatehouse', name: 'Gatehouse' },
    })
    expect(received[0]?.localTimestamp).toMatch(/^\d{4}-\d\d-\d\dT.*\+00:00$/)
  })

  test('continues the thread it answers in', async () => {
    const { post, received } = await world()
    const first = await post('/local/say', { person: '29:dana', conversation: channel, text: 'one' })
    await post('/local/say', { person: '29:ada', conversation: channel, text: 'two', thread: first.body.id })
    expect(received[1]?.conversation.id).toBe(received[0]?.conversation.id)
    expect(received[1]?.id).not.toBe(received[0]?.id)
  })

  test('carries no mention in a personal chat', async () => {
    const { post, received } = await world()
    await post('/local/say', { person: '29:dana', conversation: 'a:dana-gatehouse', text: 'help' })
    expect(received[0]).toMatchObject({
      text: 'help',
      conversation: { id: 'a:dana-gatehouse', conversationType: 'personal' },
    })
    expect(JSON.stringify(received[0]?.entities)).not.toContain('mention')
  })

  test.each([
    [
      'a thread that does not exist',
      { person: '29:dana', conversation: channel, text: 'x', thread: '1' },
      404,
    ],
    ['the chat of somebody else', { person: '29:ada', conversation: 'a:dana-gatehouse', text: 'x' }, 403],
    ['nobody', { conversation: channel, text: 'x' }, 400],
  ])('is refused when it names %s', async (_, body, status) => {
    const { post, received } = await world()
    expect((await post('/local/say', body)).status).toBe(status)
    expect(received).toHaveLength(0)
  })

  test('is marked as not delivered when the bot fails', async () => {
    const { post, url } = await world(() => ({ status: 500 }))
    const said = await post('/local/say', { person: '29:dana', conversation: channel, text: 'x' })
    expect(said.body.trouble).toBe('Gatehouse answered with HTTP 500.')
    expect((await messages(url))[0]?.undelivered).toBe('Gatehouse answered with HTTP 500.')
  })
})

describe('a press', () => {
  async function pressed(action: object, behave: Behaviour, more: object = {}) {
    const started = await world(behave)
    const posted = await started.connector('POST', `/${idPart(channel)}/activities`, cardMessage(card))
    const activityId = String(posted.body.id)
    const body = { person: '29:ada', conversation: channel, activityId, action, ...more }
    return { activityId, activity: started.received, answer: await started.post('/local/press', body) }
  }

  test('of Action.Execute is an invoke whose data holds the inputs, and answers with what the bot answered', async () => {
    const invoke = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card }
    const action = { type: 'Action.Execute', id: 'b1', title: 'Go', verb: 'go', data: { request: 7 } }
    const { activity, activityId, answer } = await pressed(action, () => ({ body: invoke }), {
      inputs: { in_reason: 'need' },
    })
    expect(activity[0]).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: activityId,
      from: { id: '29:ada' },
      conversation: { id: `${channel};messageid=${activityId}` },
      value: { action: { ...action, data: { request: 7, in_reason: 'need' } }, trigger: 'manual' },
    })
    expect(answer.body).toEqual({ httpStatus: 200, invoke })
  })

  test('of Action.Submit is a message with a value and no text', async () => {
    const action = { type: 'Action.Submit', title: 'Go', data: { verb: 'go' } }
    const { activity, activityId } = await pressed(action, () => ({}), { inputs: { in_reason: 'need' } })
    expect(activity[0]).toMatchObject({
      type: 'message',
      replyToId: activityId,
      value: { verb: 'go', in_reason: 'need' },
    })
    expect(activity[0]).not.toHaveProperty('text')
  })

  test('tells of an HTTP error of the bot, and of an answer that is none', async () => {
    const action = { type: 'Action.Execute', verb: 'go' }
    const failed = await pressed(action, () => ({ status: 501 }))
    expect(failed.answer.body).toEqual({ httpStatus: 501, trouble: 'Gatehouse answered with HTTP 501.' })
    const odd = await pressed(action, () => ({ body: [] }))
    expect(odd.answer.body.trouble).toBe('Gatehouse answered without an invoke response.')
  })
})
