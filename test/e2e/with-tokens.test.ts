import { afterAll, beforeAll, expect, it } from 'vitest'
import { ada, amir, approversChat, channelThread, mallory } from '../harness/connector.ts'
import { openHouse } from '../harness/house.ts'
import { startIdentity } from '../harness/identity.ts'
import { storeUnderTest } from '../harness/store.ts'
import { road } from './road.ts'

const appId = '22222222-2222-4222-8222-222222222222'
const store = storeUnderTest('server')
let identity: Awaited<ReturnType<typeof startIdentity>>
beforeAll(async () => {
  identity = await startIdentity({ appId })
  Object.assign(process.env, identity.environment)
})
afterAll(() => identity.close())

it('the whole road works with authentication on, and without a good token nothing does', async () => {
  const house = await openHouse({ place: await store.place(), service: { appId, identity } })
  const { chat } = house
  const { request, approval, end, changes } = road(house, 'ws-prod', channelThread)
  const requested = await request()
  const card = await approval(requested)

  const forged = async (authorization: string | undefined) => {
    const response = await fetch(`http://127.0.0.1:${house.gatehouse.port}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization === undefined ? {} : { authorization }),
      },
      body: JSON.stringify({
        type: 'invoke',
        id: 'forged',
        name: 'adaptiveCard/action',
        channelId: 'msteams',
        serviceUrl: chat.url,
        from: { id: ada.id, name: ada.name, aadObjectId: ada.aadObjectId },
        recipient: chat.bot,
        conversation: { id: channelThread.id, conversationType: 'channel', tenantId: ada.tenantId },
        channelData: { tenant: { id: ada.tenantId } },
        value: {
          action: { type: 'Action.Execute', verb: 'request.approve', data: { request: requested.id } },
          trigger: 'manual',
        },
      }),
    })
    return response.status
  }
  expect(await forged(undefined)).toBe(401)
  expect(await forged(`Bearer ${await identity.sign({ serviceUrl: chat.url, key: 'stranger' })}`)).toBe(401)
  expect(await forged(`Bearer ${await identity.sign({ serviceUrl: chat.url, audience: 'other' })}`)).toBe(401)
  expect(await forged(`Bearer ${identity.unsigned({ serviceUrl: chat.url })}`)).toBe(401)

  const outsider = await chat.press(mallory, channelThread, card, 'Approve')
  expect(outsider.value).toContain('not among those who may ask')
  expect(await changes()).toEqual([])

  // Teams says so of a member; the activity of a guest looks like anybody's.
  chat.guests.add(amir.id)
  const guest = await chat.press(amir, channelThread, card, 'Approve')
  expect(guest.value).toContain('You are a guest of this organisation')
  expect(await changes()).toEqual([])

  await chat.say(ada, approversChat, 'help')
  await chat.press(ada, channelThread, card, 'Approve')
  expect(await end(requested)).toContain('You can now use Hugging Face in ws-prod')
  expect(await changes()).toHaveLength(1)
  for (const { authorization } of chat.activities) expect(authorization).toBe('Bearer bot-token')
  expect(house.logged.filter(line => !line.includes('was not authenticated'))).toEqual([])
  chat.assertClean()
})
