import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudAdapter } from 'botbuilder'
import { afterEach, describe, expect, test } from 'vitest'
import { teamsAuthentication } from '../../../src/adapters/teams/authentication.ts'
import { pipelineOf } from '../../../src/adapters/teams/connector-pipeline.ts'
import { outcomeOf, teamsMessenger } from '../../../src/adapters/teams/messenger.ts'
import type { ServiceUrlRule } from '../../../src/adapters/teams/service-url.ts'
import type { ConversationReference, OutgoingMessage } from '../../../src/conversation/messenger.ts'
import { channelThread, startConnector, tenantId } from '../../harness/connector.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const it of open.splice(0)) await it.close()
})

async function start(timeoutMs = 15_000, serviceUrls: ServiceUrlRule = { is: 'loopback' }) {
  const chat = await startConnector({})
  open.push(chat)
  chat.enter(channelThread)
  const waits: number[] = []
  const sending = {
    timeoutMs,
    retries: 3,
    longestWaitMs: 10_000,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds)
    },
  }
  const adapter = new CloudAdapter(teamsAuthentication(undefined, { now: Date.now, sending }).botFramework)
  return { chat, waits, messenger: teamsMessenger({ adapter, appId: '', serviceUrls }), at: at(chat.url) }
}

function at(serviceUrl: string, id = channelThread.id): ConversationReference {
  const address = {
    serviceUrl,
    channelId: 'msteams',
    bot: { id: '28:gatehouse', name: 'Gatehouse' },
    conversation: { id, conversationType: 'channel', tenantId },
  }
  return { tenantId, key: id, kind: 'channel', address }
}

const hello: OutgoingMessage = { kind: 'text', text: 'Done.', mentions: [] }
const card: OutgoingMessage = {
  kind: 'card',
  card: { type: 'AdaptiveCard', version: '1.5' },
  summary: 'A card',
}

describe('a post', () => {
  test('arrives in its thread, answers nobody’s message, and tells its id', async () => {
    const { chat, messenger, at } = await start()
    const outcome = await messenger.post(at, hello)
    expect(outcome).toEqual({ is: 'sent', activityId: chat.activities[0]?.activityId })
    expect(chat.activities).toHaveLength(1)
    expect(chat.activities[0]).toMatchObject({ method: 'POST', conversationId: channelThread.id })
    expect(chat.activities[0]?.replyToId).toBeUndefined()
    chat.assertClean()
  })

  test.each([500, 502, 503, 504, 408])(
    'that is answered with %s is sent once and is ambiguous',
    async status => {
      const { chat, waits, messenger, at } = await start()
      chat.fail(status)
      expect(await messenger.post(at, hello)).toEqual({
        is: 'ambiguous',
        detail: expect.stringContaining(String(status)),
      })
      expect([chat.activities.length, waits]).toEqual([0, []])
    },
  )

  test('that is stored and answered with 500 stands there once', async () => {
    const { chat, messenger, at } = await start()
    chat.fail('stored-500')
    expect(await messenger.post(at, hello)).toMatchObject({ is: 'ambiguous' })
    expect(chat.activities).toHaveLength(1)
  })

  test('whose connection is reset is sent once and is ambiguous', async () => {
    const { chat, messenger, at } = await start()
    chat.fail('reset')
    expect(await messenger.post(at, hello)).toMatchObject({ is: 'ambiguous' })
    expect(chat.activities).toEqual([])
  })

  test('that nobody answers ends by itself and is ambiguous', async () => {
    const { chat, messenger, at } = await start(100)
    chat.fail('hang')
    expect(await messenger.post(at, hello)).toMatchObject({ is: 'ambiguous' })
  })

  test('whose answer never ends, ends by itself', async () => {
    const { messenger } = await start(100)
    const stalling = createServer((_request, response) => {
      response.writeHead(201, { 'content-type': 'application/json' })
      response.write('{')
    })
    await new Promise<void>(resolve => stalling.listen(0, '127.0.0.1', resolve))
    const { port } = stalling.address() as AddressInfo
    expect(await messenger.post(at(`http://127.0.0.1:${port}`), hello)).toMatchObject({ is: 'ambiguous' })
    stalling.closeAllConnections()
    await new Promise(resolve => stalling.close(resolve))
  })

  test('that finds no connector was surely not sent', async () => {
    const { chat, messenger, at } = await start()
    await chat.close()
    open.length = 0
    expect(await messenger.post(at, hello)).toMatchObject({ is: 'failed' })
  })

  test('that is throttled waits as long as it is told, and is sent', async () => {
    const { chat, waits, messenger, at } = await start()
    chat.fail(429, 2, { 'retry-after': '2' })
    expect(await messenger.post(at, hello)).toMatchObject({ is: 'sent' })
    expect(waits).toEqual([2000, 2000])
  })

  test('that is throttled for longer than a turn may wait goes back with the time', async () => {
    const { chat, waits, messenger, at } = await start()
    chat.fail(429, 1, { 'retry-after': '60' })
    expect(await messenger.post(at, hello)).toEqual({ is: 'throttled', retryAfterSeconds: 60 })
    expect(waits).toEqual([])
  })

  test('that stays throttled gives up after three more tries', async () => {
    const { chat, waits, messenger, at } = await start()
    chat.fail(429, 4)
    expect(await messenger.post(at, hello)).toEqual({ is: 'throttled', retryAfterSeconds: 5 })
    expect(waits).toHaveLength(3)
  })

  test('that failed a precondition is tried again', async () => {
    const { chat, messenger, at } = await start()
    chat.fail(412)
    expect(await messenger.post(at, hello)).toMatchObject({ is: 'sent' })
  })

  test.each([
    [403, 'gone'],
    [404, 'gone'],
    [400, 'failed'],
    [401, 'failed'],
  ])('that is answered with %s is %s', async (status, is) => {
    const { chat, messenger, at } = await start()
    chat.fail(status)
    expect(await messenger.post(at, hello)).toMatchObject({ is })
  })
})

describe('an update', () => {
  test('changes the message that stands there', async () => {
    const { chat, messenger, at } = await start()
    const posted = await messenger.post(at, hello)
    const id = posted.is === 'sent' ? posted.activityId : ''
    expect(await messenger.update(at, id, card)).toEqual({ is: 'sent', activityId: id })
    expect(chat.messageNow(channelThread, id)?.card).toEqual({ type: 'AdaptiveCard', version: '1.5' })
  })

  test('of a message that is gone is gone', async () => {
    const { messenger, at } = await start()
    expect(await messenger.update(at, 'm99', card)).toMatchObject({ is: 'gone' })
  })

  test.each([500, 'reset'] as const)('is tried again after %s', async fault => {
    const { chat, messenger, at } = await start()
    const posted = await messenger.post(at, hello)
    chat.fail(fault, 3)
    expect(await messenger.update(at, posted.is === 'sent' ? posted.activityId : '', card)).toMatchObject({
      is: 'sent',
    })
  })

  test('that fails every time may be tried later, since it does no harm twice', async () => {
    const { chat, messenger, at } = await start()
    const posted = await messenger.post(at, hello)
    chat.fail(500, 4)
    expect(await messenger.update(at, posted.is === 'sent' ? posted.activityId : '', card)).toMatchObject({
      is: 'failed',
    })
  })
})

describe('a stored address', () => {
  test.each([
    ['nothing', {}],
    ['another host', { serviceUrl: 'https://evil.example/' }],
    ['plain http elsewhere', { serviceUrl: 'http://evil.example/' }],
    ['a name and password', { serviceUrl: 'http://a:b@127.0.0.1/' }],
  ])('with %s is not spoken to', async (_what, more) => {
    const { messenger, at } = await start()
    const complete = Object.keys(more).length === 0 ? {} : { ...at.address, ...more }
    expect(await messenger.post({ ...at, address: complete }, hello)).toMatchObject({ is: 'gone' })
  })

  test('on loopback is not spoken to by a service', async () => {
    const { chat, messenger, at } = await start(1000, { is: 'teams', alsoOrigins: [] })
    expect(await messenger.post(at, hello)).toMatchObject({ is: 'gone' })
    expect(chat.activities).toEqual([])
  })
})

test('botbuilder’s connector client still has the pipeline that we change', async () => {
  const { botFramework } = teamsAuthentication(undefined, {
    now: Date.now,
    sending: { timeoutMs: 1, retries: 0, longestWaitMs: 0, sleep: async () => {} },
  })
  const verified = await botFramework.authenticateRequest({ channelId: 'msteams' } as never, '')
  const client = await verified.connectorFactory?.create('http://127.0.0.1:1')
  const stock = pipelineOf(client ?? {})
    .getOrderedPolicies()
    .map(policy => policy.name)
  expect(stock).toContain('defaultRetryPolicy')
  expect(stock).toContain('redirectPolicy')
  const factory = botFramework.createConnectorFactory(verified.claimsIdentity)
  const tuned = pipelineOf(await factory.create('http://127.0.0.1:1'))
    .getOrderedPolicies()
    .map(policy => policy.name)
  expect(tuned).not.toContain('defaultRetryPolicy')
  expect(tuned).toContain('teamsRetry')
  expect(await factory.create('http://127.0.0.1:1')).toBe(await factory.create('http://127.0.0.1:1'))
  expect(() => pipelineOf({})).toThrow('pipeline')
})

test('an error before the connector was asked, such as no token, is a failure whose words are not passed on', () => {
  expect(outcomeOf(new Error('secret'), 'post')).toEqual({
    is: 'failed',
    detail: 'Nothing was sent (Error).',
  })
})
