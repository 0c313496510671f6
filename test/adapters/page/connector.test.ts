import { describe, expect, test } from 'vitest'
import { messages } from './event-reader.ts'
import { plainCard as card, cardMessage, channel, idPart } from './fake-bot.ts'
import { useWorlds } from './use-worlds.ts'

const world = useWorlds()

describe('the Connector', () => {
  test('posts, updates and deletes in a thread of the channel', async () => {
    const { connector, post, url } = await world()
    const { body: said } = await post('/local/say', { person: '29:dana', conversation: channel, text: 'x' })
    const thread = idPart(`${channel};messageid=${said.id}`)
    const posted = await connector('POST', `/${thread}/activities`, cardMessage(card))
    expect(posted.status).toBe(201)
    const at = `/${thread}/activities/${String(posted.body.id)}`
    expect((await connector('PUT', at, { type: 'message', text: 'done' })).status).toBe(200)
    const [, updated] = await messages(url)
    expect(updated).toMatchObject({ text: 'done', cards: [], thread: said.id })
    expect(updated?.editedAt).toBeDefined()
    expect((await connector('DELETE', at)).status).toBe(200)
    expect((await messages(url))[1]).toMatchObject({ deleted: true, text: '', cards: [] })
    expect((await connector('PUT', at, { type: 'message', text: 'again' })).status).toBe(404)
  })

  test('opens a personal chat by Teams id or object id, and a new thread in a channel', async () => {
    const { connector } = await world()
    const byId = await connector('POST', '', { members: [{ id: '29:ada' }], activity: cardMessage(card) })
    expect(byId.body.id).toBe('a:ada-gatehouse')
    const byObject = await connector('POST', '', {
      members: [{ id: 'a0000000-0000-4000-8000-00000000000a' }],
    })
    expect(byObject.body.id).toBe('a:ada-gatehouse')
    const inChannel = await connector('POST', '', {
      channelData: { channel: { id: channel } },
      activity: cardMessage(card),
    })
    expect(inChannel.body.id).toBe(`${channel};messageid=${String(inChannel.body.activityId)}`)
    expect((await connector('POST', '', { members: [{ id: '29:nobody' }] })).status).toBe(403)
  })

  test('lists members with their object ids, whole, by page and one by one', async () => {
    const { connector } = await world()
    const paged = await connector('GET', `/${idPart('19:network-approvers@thread.v2')}/pagedmembers`)
    expect((paged.body.members as { id: string }[]).map(({ id }) => id)).toEqual(['29:ada', '29:amir'])
    const one = await connector('GET', `/${idPart(channel)}/members/${idPart('29:dana')}`)
    expect(one.body.aadObjectId).toBe('d0000000-0000-4000-8000-00000000000d')
    expect((await connector('GET', `/${idPart(channel)}/members/nobody`)).status).toBe(404)
  })

  test.each([
    ['an unknown conversation', '19:other', { type: 'message', text: 'x' }, 404, 'ConversationNotFound'],
    [
      'an unknown thread',
      `${channel};messageid=1`,
      { type: 'message', text: 'x' },
      404,
      'ConversationNotFound',
    ],
    ['an empty message', channel, { type: 'message' }, 400, 'BadArgument'],
    ['an activity that Teams does not take', channel, { type: 'event' }, 400, 'BadSyntax'],
    ['a card that is none', channel, cardMessage({ type: 'Other' }), 400, 'BadArgument'],
    [
      'a message over 100 kB',
      channel,
      { type: 'message', text: 'x'.repeat(60_000) },
      413,
      'MessageSizeTooBig',
    ],
    ['a body that is no JSON', channel, '{', 400, 'BadSyntax'],
  ])('refuses %s as Teams does', async (_, conversation, body, status, code) => {
    const { connector } = await world()
    const answer = await connector('POST', `/${idPart(conversation)}/activities`, body)
    expect(answer.status).toBe(status)
    expect(answer.body.error).toMatchObject({ code })
  })

  test('does not let the bot change what a person wrote', async () => {
    const { connector, post } = await world()
    const { body } = await post('/local/say', {
      person: '29:dana',
      conversation: 'a:dana-gatehouse',
      text: 'x',
    })
    const answer = await connector('PUT', `/a%3Adana-gatehouse/activities/${String(body.id)}`, {
      type: 'message',
      text: 'y',
    })
    expect(answer.status).toBe(403)
  })
})
