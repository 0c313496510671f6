import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Incoming } from '../../../src/conversation/incoming.ts'
import type { Reply } from '../../../src/conversation/reply.ts'
import { channelThread, dana, startConnector, tenantId } from '../../harness/connector.ts'
import { startIdentity, type TokenClaims } from '../../harness/identity.ts'
import { startHost } from './start-host.ts'

const appId = '11111111-1111-4111-8111-111111111111'
const hello = (): Reply => ({ kind: 'text', text: 'hi' })

let identity: Awaited<ReturnType<typeof startIdentity>>
let host: Awaited<ReturnType<typeof startService>>
let chat: Awaited<ReturnType<typeof startConnector>>
const printed = vi.spyOn(console, 'error').mockImplementation(() => {})

async function startService(
  connectorUrl: string,
  metadataUrl: string,
  reply: (incoming: Incoming) => Reply = hello,
  allowedTenantIds: readonly string[] = [tenantId.toUpperCase()],
) {
  return startHost(reply, {
    mode: { appId, appType: 'UserAssignedMSI', tenantId, allowedTenantIds },
    overrides: { metadataUrl, serviceOrigins: [connectorUrl] },
  })
}

beforeAll(async () => {
  identity = await startIdentity({ appId })
  Object.assign(process.env, identity.environment)
  chat = await startConnector({ appId, bearer: serviceUrl => identity.sign({ serviceUrl }) })
  host = await startService(chat.url, identity.metadataUrl)
  chat.talkTo(host.url)
  chat.enter(channelThread)
})
afterAll(async () => {
  await host.close()
  await chat.close()
  await identity.close()
})
beforeEach(() => {
  printed.mockClear()
})
afterEach(() => {
  // botbuilder prints a stack for each request that it refuses: strangers must not get so far.
  expect(printed).not.toHaveBeenCalled()
  host.incomings.length = 0
})

const activity = (more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'message',
  id: `a${Math.random()}`,
  text: 'hello',
  channelId: 'msteams',
  serviceUrl: chat.url,
  from: { id: dana.id, aadObjectId: dana.aadObjectId },
  recipient: chat.bot,
  conversation: { id: channelThread.id, conversationType: 'channel', tenantId },
  channelData: { tenant: { id: tenantId } },
  ...more,
})

async function post(authorization: string | undefined, body: unknown = activity(), url = host.url) {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
    },
    body: JSON.stringify(body),
  })
  return { status: response.status, text: await response.text() }
}

const signed = async (claims: TokenClaims = {}) =>
  `Bearer ${await identity.sign({ serviceUrl: chat.url, ...claims })}`

describe('with authentication on', () => {
  test('a message of Teams is answered, and the answer carries the bot’s own token', async () => {
    expect(await chat.say(dana, channelThread, 'hello')).toMatchObject({ status: 200 })
    const [sent] = chat.activities.slice(-1)
    expect(sent).toMatchObject({ authorization: 'Bearer bot-token', activity: { text: 'hi' } })
    chat.assertClean()
  })

  test.each([500, 'reset', 403] as const)(
    'an answer that fails with %s is logged without the token',
    async fault => {
      host.logged.length = 0
      chat.fail(fault)
      expect(await chat.say(dana, channelThread, 'hello')).toMatchObject({ status: 200 })
      const log = host.logged.join('')
      expect(log).toContain('The reply could not be sent')
      expect(log).not.toMatch(/bot-token|Bearer/i)
    },
  )

  test('a token that ended less than five minutes ago still counts', async () => {
    expect(await post(await signed({ expiresIn: -200 }))).toMatchObject({ status: 200 })
  })

  test.each<[string, () => Promise<string | undefined> | string | undefined]>([
    ['no header', () => undefined],
    ['an empty header', () => ''],
    ['another scheme', () => 'Basic YTpi'],
    ['no token', () => 'Bearer'],
    ['rubbish', () => 'Bearer a.b.c'],
    ['a token of 10 kB', async () => `${await signed()}${'x'.repeat(10_000)}`],
    ['an expired token', () => signed({ expiresIn: -400 })],
    ['a token of the future', () => signed({ notBeforeIn: 400 })],
    ['another audience', () => signed({ audience: '99999999-1111-4111-8111-111111111111' })],
    ['another issuer', () => signed({ issuer: 'https://evil.example' })],
    ['the emulator’s issuer', () => signed({ issuer: `https://sts.windows.net/${tenantId}/` })],
    ['no signature', () => `Bearer ${identity.unsigned({ serviceUrl: chat.url })}`],
    ['alg none with some signature', () => `Bearer ${identity.unsigned({ serviceUrl: chat.url })}AAAA`],
    ['HS256', async () => `Bearer ${await identity.symmetric({ serviceUrl: chat.url })}`],
    ['a forged signature', () => signed({ key: 'stranger' })],
    ['a key nobody knows', () => signed({ kid: 'unknown' })],
    ['the service URL of another', () => signed({ serviceUrl: 'https://smba.trafficmanager.net/teams/' })],
    ['no service URL in the token', async () => `Bearer ${await identity.sign()}`],
  ])('%s is refused with 401 and a sentence that gives nothing away', async (_what, header) => {
    const { status, text } = await post(await header())
    expect(status).toBe(401)
    expect(JSON.parse(text)).toEqual({
      error: { code: 'Unauthorized', message: 'The request does not come from Teams.' },
    })
    expect(host.incomings).toEqual([])
  })

  test('a key that is endorsed for another channel is refused', async () => {
    expect(await post(await signed({ key: 'other-channel' }))).toMatchObject({ status: 401 })
    expect(host.incomings).toEqual([])
    // Only someone with a key of the Bot Service can make botbuilder print this.
    printed.mockClear()
  })

  test.each([
    ['no channel', { channelId: undefined }, 400],
    ['another channel', { channelId: 'webchat' }, 400],
    ['no type', { type: undefined }, 400],
    ['no service URL', { serviceUrl: undefined }, 400],
    ['an empty service URL', { serviceUrl: '' }, 400],
    ['a service URL elsewhere', { serviceUrl: 'https://evil.trafficmanager.net/' }, 400],
    ['a service URL with another port', { serviceUrl: 'https://smba.trafficmanager.net:444/' }, 400],
    ['another tenant', { conversation: { id: 'x', tenantId: dana.aadObjectId }, channelData: {} }, 403],
    ['one tenant of ours and one other', { channelData: { tenant: { id: dana.aadObjectId } } }, 403],
    ['no tenant', { conversation: { id: 'x' }, channelData: {} }, 403],
  ])('an activity with %s is refused', async (_what, more, status) => {
    const body = activity(more)
    const serviceUrl = body.serviceUrl || chat.url
    expect(await post(await signed({ serviceUrl }), body)).toMatchObject({ status })
    expect(host.incomings).toEqual([])
  })

  test('fifty requests at once fetch the keys once for us and once for botbuilder', async () => {
    const cold = await startIdentity({ appId })
    const service = await startService(chat.url, cold.metadataUrl, () => ({ kind: 'nothing' }))
    const header = `Bearer ${await cold.sign({ serviceUrl: chat.url })}`
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(header, activity(), service.url)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(cold.requests.filter(path => path === '/openid/keys')).toHaveLength(2)
    await service.close()
    await cold.close()
  })

  test('while the keys cannot be fetched the answer is 503, and afterwards 200', async () => {
    const cold = await startIdentity({ appId })
    const service = await startService(chat.url, cold.metadataUrl, () => ({ kind: 'nothing' }))
    const header = `Bearer ${await cold.sign({ serviceUrl: chat.url })}`
    cold.goDown(true)
    expect(await post(header, activity(), service.url)).toMatchObject({ status: 503 })
    cold.goDown(false)
    expect(await post(header, activity(), service.url)).toMatchObject({ status: 200 })
    await service.close()
    await cold.close()
  })

  test('an empty app id does not start, since botbuilder would then ask nobody', async () => {
    const mode = { appId: '', appType: 'MultiTenant', tenantId, allowedTenantIds: [] } as const
    await expect(startHost(hello, { mode })).rejects.toThrow('app id')
  })
})
