import { request } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import type { Incoming } from '../../../src/conversation/incoming.ts'
import type { Card, Reply } from '../../../src/conversation/reply.ts'
import { channelThread, dana, personalWith, startConnector } from '../../harness/connector.ts'
import { nothing, startHost } from './start-host.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const it of open.splice(0).reverse()) await it.close()
})

async function start(
  reply: (incoming: Incoming) => Reply | Promise<Reply> = nothing,
  more: Parameters<typeof startHost>[1] = {},
) {
  const host = await startHost(reply, more)
  const chat = await startConnector({ bot: host.url })
  open.push(chat, host)
  return { host, chat }
}

const card: Card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Hello' }],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Approve request 7',
      verb: 'approve',
      data: { request: 7 },
      fallback: { type: 'Action.Submit', title: 'Approve request 7', data: { verb: 'approve', request: 7 } },
    },
  ],
}
const cardReply: Reply = { kind: 'card', card, summary: 'A card' }
const text = (said: string): Reply => ({ kind: 'text', text: said })

describe('a turn that failed', () => {
  test('is run again when it is delivered again', async () => {
    let turns = 0
    const { chat } = await start(() => {
      turns += 1
      if (turns === 1) throw new Error('the store was away')
      return text('Here it is.')
    })
    const say = () =>
      chat.deliver(dana, channelThread, { type: 'message', id: 'same', text: 'help', timestamp: 't' })
    await say()
    await say()
    await say()
    expect(turns).toBe(2)
    expect(chat.activities.map(({ activity }) => activity.text)).toContain('Here it is.')
  })

  test('is answered with HTTP 200 where an invoke is nested too deeply to be compared', async () => {
    const { chat } = await start()
    const deep = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`) as unknown
    const action = { type: 'Action.Execute', verb: 'x', data: { deep } }
    const body = { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } }
    const answer = await chat.deliver(dana, channelThread, body).catch(error => error as Error)
    // Our own client may not be able to write it down; if it can, the bot answers.
    if (answer instanceof Error) expect(answer).toBeInstanceOf(RangeError)
    else expect(answer).toMatchObject({ status: 200, body: { statusCode: expect.any(Number) } })
  })
})

describe('a turn', () => {
  test('a message gets its text in the thread in which it was written', async () => {
    const { host, chat } = await start(incoming =>
      text(incoming.kind === 'message' ? `You said ${incoming.text}` : ''),
    )
    expect(await chat.say(dana, channelThread, 'can I use <b>it</b>&nbsp;?')).toMatchObject({ status: 200 })
    expect(chat.activities).toMatchObject([
      {
        method: 'POST',
        conversationId: channelThread.id,
        activity: { text: 'You said can I use it ?', textFormat: 'plain' },
      },
    ])
    expect(host.incomings).toMatchObject([
      {
        kind: 'message',
        person: { objectId: dana.aadObjectId, locale: 'en-GB' },
        conversation: { kind: 'channel' },
      },
    ])
    chat.assertClean()
  })

  test('a message gets its card, and a press of the card is answered in place', async () => {
    const { host, chat } = await start(incoming => (incoming.kind === 'press' ? text('Noted.') : cardReply))
    await chat.say(dana, personalWith(dana), 'hello')
    const message = await chat.cardIn(personalWith(dana))
    expect(
      await chat.press(dana, personalWith(dana), message, 'Approve', { inputs: { in_comment: 'ok' } }),
    ).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Noted.',
    })
    expect(host.incomings[1]).toMatchObject({
      kind: 'press',
      verb: 'approve',
      data: { request: 7, in_comment: 'ok' },
      via: 'execute',
      cardActivityId: message.activityId,
    })
    expect(chat.activities).toHaveLength(1)
  })

  test('a press of an old client is answered by a new card in the thread', async () => {
    const { host, chat } = await start(() => cardReply)
    await chat.say(dana, channelThread, 'hello')
    const message = await chat.cardIn(channelThread)
    expect(await chat.submit(dana, channelThread, message, 'Approve')).toMatchObject({ status: 200 })
    expect(host.incomings[1]).toMatchObject({
      kind: 'press',
      via: 'submit',
      verb: 'approve',
      data: { request: 7 },
    })
    expect(chat.activities).toHaveLength(2)
    chat.assertClean()
  })

  test('a failing turn gets an apology with a reference, and the log gets the cause', async () => {
    const { host, chat } = await start(() => Promise.reject(new Error('secret detail')))
    await chat.say(dana, personalWith(dana), 'hello')
    const [{ activity }] = chat.activities as [(typeof chat.activities)[number]]
    expect(activity.text).toMatch(/reference .*: turn-1$/)
    expect(activity.text).not.toContain('secret detail')
    expect(host.logged.find(line => line.includes('secret detail'))).toContain('"turn":"turn-1"')
  })

  test('a failing press is answered under HTTP 200 with an error that gives nothing away', async () => {
    const { chat } = await start(incoming =>
      incoming.kind === 'message' ? cardReply : Promise.reject(new Error('secret detail')),
    )
    await chat.say(dana, personalWith(dana), 'hello')
    const body = await chat.press(dana, personalWith(dana), await chat.cardIn(personalWith(dana)), 'approve')
    expect(body).toMatchObject({ statusCode: 500, type: 'application/vnd.microsoft.error' })
    expect(JSON.stringify(body)).not.toContain('secret detail')
  })

  test('an answer that cannot be sent is logged, and the connector still gets its 200', async () => {
    const { host, chat } = await start(() => text('hi'))
    chat.fail(500)
    expect(await chat.say(dana, personalWith(dana), 'hello')).toMatchObject({ status: 200 })
    expect(chat.activities).toEqual([])
    expect(host.logged.join('')).toContain('The reply could not be sent')
  })

  test('a message that the connector stored but answered with 500 is not sent again', async () => {
    const { chat } = await start(() => text('hi'))
    chat.fail('stored-500')
    await chat.say(dana, personalWith(dana), 'hello')
    expect(chat.activities).toHaveLength(1)
  })

  test('expectReplies does not keep the answer back', async () => {
    const { chat } = await start(() => text('hi'))
    await chat.deliver(dana, personalWith(dana), {
      type: 'message',
      text: 'hello',
      deliveryMode: 'expectReplies',
    })
    expect(chat.activities).toHaveLength(1)
  })
})

describe('a redelivery', () => {
  test('of a message is acknowledged and not handled again', async () => {
    const { host, chat } = await start(() => text('hi'))
    const message = { type: 'message', text: 'hello', id: 'same' }
    await chat.deliver(dana, personalWith(dana), message)
    expect(await chat.deliver(dana, personalWith(dana), message)).toMatchObject({ status: 200 })
    expect(host.incomings).toHaveLength(1)
    expect(chat.activities).toHaveLength(1)
  })

  test('of a press waits for the first one and gets the same answer', async () => {
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    let turns = 0
    const { host, chat } = await start(async () => {
      turns++
      await held
      return text(`answer ${turns}`)
    })
    const value = { action: { type: 'Action.Execute', verb: 'approve', data: {} } }
    const press = { type: 'invoke', name: 'adaptiveCard/action', id: 'same', value }
    const both = [chat.deliver(dana, channelThread, press), chat.deliver(dana, channelThread, press)]
    await expect.poll(() => host.incomings.length).toBe(1)
    await expect
      .poll(async () => (await (await fetch(`${host.url}/metrics`)).text()).includes('outcome="repeated"'))
      .toBe(true)
    release()
    const bodies = (await Promise.all(both)).map(({ body }) => body)
    expect(bodies).toEqual([
      expect.objectContaining({ value: 'answer 1' }),
      expect.objectContaining({ value: 'answer 1' }),
    ])
  })

  test('is handled anew when its content is another or the time is over', async () => {
    const { host, chat } = await start()
    const deliver = (said: string) =>
      chat.deliver(dana, channelThread, { type: 'message', text: said, id: 'same' })
    await deliver('one')
    await deliver('two')
    expect(host.incomings).toHaveLength(2)
    await host.clock.setTime(host.clock.now() + 120_000)
    await deliver('one')
    expect(host.incomings).toHaveLength(3)
  })
})

describe('bad input', () => {
  const post = (url: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    })

  test.each([
    ['no JSON', '{', {}, 400],
    ['an array', '[]', {}, 400],
    ['an empty body', '', {}, 400],
    ['null', 'null', {}, 400],
    ['an empty object', '{}', {}, 400],
    ['text/plain', '{}', { 'content-type': 'text/plain' }, 415],
    ['a body in gzip', '{}', { 'content-encoding': 'gzip' }, 415],
    ['300 kB', JSON.stringify({ text: 'x'.repeat(300_000) }), {}, 413],
    ['a foreign origin', '{}', { origin: 'https://evil.example' }, 403],
    ['an origin on another port', '{}', { origin: 'http://127.0.0.1:1' }, 403],
  ])('%s is refused with one sentence', async (_what, body, headers, status) => {
    const { host } = await start()
    const response = await post(host.url, body, headers)
    expect(response.status).toBe(status)
    const { error } = (await response.json()) as { error: { code: string; message: string } }
    expect(error.message).toMatch(/^[A-Z].*\.$/)
    expect(JSON.stringify(error)).not.toMatch(/node_modules|at .*:\d+/)
    expect(host.incomings).toEqual([])
    expect((await fetch(`${host.url}/healthz`)).status).toBe(200)
  })

  test.each([
    ['channel', { channelId: undefined }],
    ['other channel', { channelId: 'emulator' }],
    ['service URL', { serviceUrl: undefined }],
    ['loopback service URL', { serviceUrl: 'https://smba.trafficmanager.net/teams/' }],
    ['type', { type: undefined }],
    ['sender', { from: undefined }],
    ['conversation', { conversation: 'x' }],
  ])('an activity without %s is refused', async (_what, without) => {
    const { host, chat } = await start()
    const { status, body } = await chat.deliver(dana, channelThread, {
      type: 'message',
      text: 'x',
      ...without,
    })
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: { message: expect.stringMatching(/\.$/) } })
    expect(host.incomings).toEqual([])
  })

  test('a foreign Host is refused on every route', async () => {
    const { host } = await start()
    const status = await new Promise(resolve => {
      const asked = request({
        port: host.port,
        host: '127.0.0.1',
        path: '/healthz',
        headers: { host: 'evil.example' },
      })
      asked.on('response', response => resolve(response.resume().statusCode)).end()
    })
    expect(status).toBe(403)
  })

  test('a wrong method and a wrong address are told apart', async () => {
    const { host } = await start()
    const wrong = await fetch(`${host.url}/api/messages`)
    expect([wrong.status, await wrong.json()]).toEqual([
      405,
      { error: { code: 'WrongMethod', message: 'This address does not take that method.' } },
    ])
    const nowhere = await fetch(`${host.url}/nowhere`)
    expect([nowhere.status, await nowhere.json()]).toEqual([
      404,
      { error: { code: 'NotFound', message: 'There is nothing at this address.' } },
    ])
  })

  test.each([
    ['an empty value', {}],
    ['no value', undefined],
    ['data that is a string', { action: { verb: 'x', data: 'y' } }],
    ['an unknown trigger', { action: { verb: 'x' }, trigger: 'z' }],
  ])('an invoke with %s is answered under HTTP 200', async (_what, value) => {
    const { host, chat } = await start(() => ({
      kind: 'error',
      status: 400,
      code: 'BadRequest',
      text: 'Not a press.',
    }))
    expect(
      await chat.deliver(dana, channelThread, { type: 'invoke', name: 'adaptiveCard/action', value }),
    ).toMatchObject({
      status: 200,
      body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest' } },
    })
    expect(host.incomings).toMatchObject([{ kind: 'malformed', invoke: true }])
  })

  test('100 kB of text, mark-up and emoji reaches the rooms short and in time', async () => {
    const { host, chat } = await start()
    await chat.deliver(dana, channelThread, { type: 'message', text: `<p>${'😀<b>&amp;'.repeat(10_000)}` })
    const [incoming] = host.incomings
    expect(incoming?.kind === 'message' && incoming.text.length).toBeLessThanOrEqual(4000)
  })

  test('an activity type nobody knows is acknowledged', async () => {
    const { host, chat } = await start()
    expect(await chat.deliver(dana, channelThread, { type: 'telepathy' })).toMatchObject({ status: 200 })
    expect(host.incomings).toEqual([{ kind: 'ignored', reason: 'telepathy' }])
  })
})

describe('the other routes', () => {
  test('readiness lists what does not work', async () => {
    const missing = [{ what: 'Azure', detail: 'No answer.' }]
    const { host } = await start(nothing, { ready: async () => missing })
    const response = await fetch(`${host.url}/readyz`)
    expect([response.status, await response.json()]).toEqual([503, missing])
  })

  test('readiness whose check fails is no readiness', async () => {
    const { host } = await start(nothing, { ready: () => Promise.reject(new Error('secret')) })
    const response = await fetch(`${host.url}/readyz`)
    expect([response.status, (await response.text()).includes('secret')]).toEqual([503, false])
  })

  test('metrics count turns and refusals', async () => {
    const { host, chat } = await start(() => text('hi'), { metrics: () => 'extra 1\n' })
    await chat.say(dana, channelThread, 'x')
    await fetch(`${host.url}/nowhere`)
    const text_ = await (await fetch(`${host.url}/metrics`)).text()
    expect(text_).toContain('gatehouse_turns_total{kind="message",outcome="text"} 1')
    expect(text_).toContain('gatehouse_requests_refused_total{reason="NotFound"} 1')
    expect(text_).toContain('extra 1')
  })

  test('a mounted route is served, and its errors say nothing of their cause', async () => {
    const { host } = await start(nothing, {
      mount: server => {
        server.get('/page', async () => {
          throw new Error('secret detail')
        })
      },
    })
    const response = await fetch(`${host.url}/page`)
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
  })

  test('a port that is taken is told to the one who listens', async () => {
    const { host } = await start()
    await expect(startHost(nothing, { port: host.port })).rejects.toThrow('EADDRINUSE')
  })

  test('without a token nobody but this machine is served', async () => {
    await expect(startHost(nothing, { bind: '0.0.0.0' })).rejects.toThrow('127.0.0.1')
  })
})
