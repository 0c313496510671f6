import { expect, it } from 'vitest'
import { ada, channelThread, dana, mallory, personalWith, textOf } from '../harness/connector.ts'
import { openHouse } from '../harness/house.ts'
import { advance, storeUnderTest } from '../harness/store.ts'
import { fuzzedActivities } from './fuzz.ts'
import { road } from './road.ts'

// `npm run fuzz` sends ten thousand; the suite a part of them, always the same.
const runs = Number(process.env.FUZZ_RUNS ?? 300)
const seed = Number(process.env.FUZZ_SEED ?? 20_261_122)

/** What the door says to what is no activity of Teams; everything else must be answered with HTTP 200. */
const doorCodes = ['NotAnActivity', 'OtherChannel', 'ForeignServiceUrl', 'NotJson', 'TooLarge', 'BadRequest']
const leaks = /\bat .+\.[jt]s:\d|node_modules|TypeError|ZodError|select .+ from|ECONN|\[object|Bearer/
const ours = /11111111-2222-4333|rg-ml-prod|hf-hub|sentence transformer/

const store = storeUnderTest('embedded')
const stranger = { ...mallory, id: '29:stranger', name: 'Nobody', locale: 'fr-FR' }
const { aadObjectId: _, ...unnamed } = { ...stranger, id: '29:unnamed' }
const elsewhere = {
  ...dana,
  id: '29:elsewhere',
  tenantId: '99999999-1111-4222-8333-444444444444',
  aadObjectId: 'f0000000-0000-4000-8000-00000000000f',
}

it(`survives ${runs} activities that are out of shape, says nothing that it should not, and changes nothing (seed ${seed})`, async () => {
  const house = await openHouse({ place: await store.place() })
  const { chat } = house
  const here = road(house, 'ws-prod', channelThread)
  const requested = await here.request()
  await here.approval(requested)
  const people = [dana, mallory, stranger, unnamed, elsewhere].map(by => [by, personalWith(by)] as const)
  for (const [, thread] of people) chat.enter(thread)
  const activities = fuzzedActivities({
    ...{ runs, seed, serviceUrl: chat.url, bot: chat.bot, request: requested.id },
    people: [...people, [dana, channelThread], [mallory, channelThread]],
  })
  const outsiders = new Set([mallory, stranger, unnamed].map(({ id }) => id))
  const found: string[] = []
  const counted = new Map<string, number>()

  async function send({ by, body }: (typeof activities)[number], at: number): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${house.gatehouse.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    const text = await response.text()
    const code = response.status === 200 ? 'answered' : String(codeOf(text))
    counted.set(`${response.status} ${code}`, (counted.get(`${response.status} ${code}`) ?? 0) + 1)
    const complain = (what: string) =>
      found.push(`${at}: ${what}: ${response.status} ${text.slice(0, 300)} < ${body}`)
    if (response.status !== 200 && (!doorCodes.includes(code) || (isInvoke(body) && code === 'BadRequest')))
      complain('not answered')
    if (response.status >= 500) complain('a failure')
    if (response.status === 200 && isInvoke(body) && typeof json(text) !== 'object')
      complain('an invoke without a body')
    if (leaks.test(text)) complain('a leak')
    if (outsiders.has(by.id) && body.includes(by.id) && ours.test(text)) complain('told to an outsider')
  }
  for (let at = 0; at < activities.length; at += 8)
    await Promise.all(activities.slice(at, at + 8).map((activity, index) => send(activity, at + index)))

  for (const { conversationId, card, activity } of chat.activities) {
    const said = `${textOf(card)}\n${activity.text ?? ''}`
    const outside = [mallory, stranger, unnamed].some(by => personalWith(by).id === conversationId)
    if (leaks.test(said) || (outside && ours.test(said))) found.push(`posted in ${conversationId}: ${said}`)
  }
  found.push(...house.logged.filter(line => /The turn failed|could not be run|A request failed/.test(line)))
  expect(found).toEqual([])
  // What is out of shape is not all turned away: most of it reaches the rooms.
  expect(counted.get('200 answered') ?? 0).toBeGreaterThan(runs / 2)
  if (process.env.FUZZ_RUNS)
    process.stdout.write(`seed ${seed}: ${JSON.stringify(Object.fromEntries(counted))}\n`)

  for (let minutes = 0; minutes < 5; minutes += 1) await advance(house.clock, 60_000)
  expect((await house.calls()).filter(({ method }) => method !== 'GET')).toEqual([])
  // The bot is as it was: the request still waits, and somebody is answered.
  const seen = await chat.press(ada, channelThread, await here.approval(requested), 'Approve')
  expect(textOf(seen.value)).toContain('Approved by')
}, 600_000)

function codeOf(text: string): unknown {
  const body = json(text) as { readonly error?: { readonly code?: unknown } } | undefined
  return body?.error?.code
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function isInvoke(body: string): boolean {
  const activity = json(body)
  return typeof activity === 'object' && activity !== null && 'type' in activity && activity.type === 'invoke'
}
