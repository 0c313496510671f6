import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { allowance } from '../../../src/adapters/teams/allowance.ts'
import { ada, dana, personalWith, startConnector, tenantId } from '../../harness/connector.ts'
import { startIdentity } from '../../harness/identity.ts'
import { startHost } from './start-host.ts'

describe('an allowance', () => {
  test('gives so many at once, and then as time passes, to each key for itself', () => {
    let now = 0
    const { take, has } = allowance({ burst: 2, perMinute: 6 }, () => now)
    expect([take('a'), take('a'), take('a'), take('b')]).toEqual([true, true, false, true])
    now = 9_000
    expect(has('a')).toBe(false)
    now = 10_000
    expect([has('a'), take('a'), take('a')]).toEqual([true, true, false])
    now = 3_600_000
    expect([take('a'), take('a'), take('a')]).toEqual([true, true, false])
  })

  test('remembers ten thousand keys and no more', () => {
    const { take } = allowance({ burst: 1, perMinute: 1 }, () => 0)
    take('first')
    for (let key = 0; key < 10_000; key += 1) take(String(key))
    expect([take('9999'), take('first')]).toEqual([false, true])
  })
})

describe('a person', () => {
  const limits = { person: { burst: 2, perMinute: 1 }, refresh: { burst: 1, perMinute: 1 } }
  let host: Awaited<ReturnType<typeof startHost>>
  let chat: Awaited<ReturnType<typeof startConnector>>
  beforeEach(async () => {
    host = await startHost(() => ({ kind: 'text', text: 'hi' }), { overrides: { limits } })
    chat = await startConnector({ bot: host.url })
  })
  afterEach(async () => {
    await host.close()
    await chat.close()
  })
  const texts = () => chat.activities.map(({ activity }) => activity.text)

  test('who writes too fast is told so once, others are answered, and after a while they are again', async () => {
    for (let n = 0; n < 5; n += 1) await chat.say(dana, personalWith(dana), `question ${n}`)
    expect(texts()).toEqual(['hi', 'hi', expect.stringContaining('Wait a minute')])
    await chat.say(ada, personalWith(ada), 'hello')
    expect(texts()).toHaveLength(4)
    await host.clock.setTime(host.clock.now() + 60_000)
    await chat.say(dana, personalWith(dana), 'again')
    expect(texts().at(-1)).toBe('hi')
    expect(host.incomings).toHaveLength(4)
  })

  test('is told so in their own language', async () => {
    const french = { ...dana, locale: 'fr-FR' }
    for (let n = 0; n < 3; n += 1) await chat.say(french, personalWith(dana), `question ${n}`)
    expect(texts().at(-1)).toContain('Attendez une minute')
  })

  test('whose every press is too fast gets a sentence for each, under HTTP 200; refreshes are counted apart', async () => {
    const press = (trigger: string) =>
      chat.deliver(dana, personalWith(dana), {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { verb: 'x', data: {} }, trigger },
      })
    for (let n = 0; n < 2; n += 1) expect(await press('manual')).toMatchObject({ body: { value: 'hi' } })
    const refused = {
      status: 200,
      body: { statusCode: 200, value: expect.stringContaining('Wait a minute') },
    }
    expect(await press('manual')).toMatchObject(refused)
    expect(await press('manual')).toMatchObject(refused)
    expect(await press('automatic')).toMatchObject({ body: { value: 'hi' } })
    expect(await press('automatic')).toMatchObject(refused)
  })
})

describe('an address', () => {
  const appId = '33333333-1111-4111-8111-111111111111'
  let identity: Awaited<ReturnType<typeof startIdentity>>
  beforeAll(async () => {
    identity = await startIdentity({ appId })
  })
  afterAll(() => identity.close())

  async function service(trustedProxies = 0) {
    const host = await startHost(() => ({ kind: 'nothing' }), {
      mode: { appId, appType: 'UserAssignedMSI', tenantId, allowedTenantIds: [tenantId] },
      trustedProxies,
      overrides: {
        metadataUrl: identity.metadataUrl,
        serviceOrigins: ['http://127.0.0.1:1'],
        limits: { address: { burst: 3, perMinute: 1 } },
      },
    })
    const post = async (authorization: string, forwarded = '') => {
      const response = await fetch(`${host.url}/api/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization,
          ...(forwarded === '' ? {} : { 'x-forwarded-for': forwarded }),
        },
        body: JSON.stringify({
          type: 'typing',
          id: 'x',
          channelId: 'msteams',
          serviceUrl: 'http://127.0.0.1:1',
          from: { id: dana.id },
          conversation: { id: 'c', tenantId },
        }),
      })
      await response.text()
      return [response.status, response.headers.get('retry-after')] as const
    }
    return { host, post, good: `Bearer ${await identity.sign({ serviceUrl: 'http://127.0.0.1:1' })}` }
  }

  test('that is refused too often is turned away at the door, while a token that was good goes on', async () => {
    const { host, post, good } = await service()
    expect(await post(good)).toEqual([200, null])
    const stranger = `Bearer ${identity.unsigned({})}`
    for (let n = 0; n < 3; n += 1) expect(await post(stranger)).toEqual([401, null])
    for (let n = 0; n < 3; n += 1) expect(await post(stranger)).toEqual([429, '60'])
    expect(await post(good)).toEqual([200, null])
    await host.clock.setTime(host.clock.now() + 60_000)
    expect(await post(stranger)).toEqual([401, null])
    // Refusals are counted, not told one by one: strangers must not fill the log.
    expect(host.logged.filter(line => !line.includes('A turn'))).toEqual([])
    await host.close()
  })

  test('is the one that our proxy saw, and not what a caller writes into the header', async () => {
    const { host, post } = await service(1)
    for (let n = 0; n < 3; n += 1) await post('Bearer x', `10.0.0.${n}, 203.0.113.7`)
    expect((await post('Bearer x', '10.0.0.9, 203.0.113.7'))[0]).toBe(429)
    expect((await post('Bearer x', '203.0.113.7, 198.51.100.1'))[0]).toBe(401)
    await host.close()
  })
})
