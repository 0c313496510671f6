import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readLibrary } from '../../src/operator-files.ts'
import { entered, offersAnything, road } from '../e2e/road.ts'
import { wideTenant } from '../e2e/wide-tenant.ts'
import { ada, channelThreadNumber, dana, textOf } from '../harness/connector.ts'
import { cutLine } from '../harness/cut-line.ts'
import { openHouse } from '../harness/house.ts'
import { startIdentity } from '../harness/identity.ts'
import { eventually, storeUnderTest } from '../harness/store.ts'
import { verdictOn } from './audit-chain.ts'

const store = storeUnderTest('server')
const storeAway = "Gatehouse's own store does not answer"

/** A request that waits for Ada, in a house whose line to the store can be cut. */
async function waitingRequest() {
  const place = await store.place()
  const line = await cutLine(place.url ?? '')
  const house = await openHouse({ tenant: wideTenant(1, 0), place: { ...place, url: line.url } })
  const thread = channelThreadNumber(4000)
  const way = road(house, 'prod-01', thread)
  const requested = await way.request()
  const card = await way.approval(requested)
  // What else is under way comes to its end first: here only the press is to be cut off.
  await house.passUntil(async () => {
    const { rows } = await house.gatehouse.engine.sql.query(
      `select id from pgboss.job where state in ('created', 'retry', 'active') and start_after <= now() and data ? 'request'`,
    )
    return rows.length === 0
  })
  const approve = () => house.chat.press(ada, thread, card, 'Approve')
  return { place, line, house, thread, way, requested, approve }
}

describe('P16 the store', () => {
  it('that is cut off, and then silent, decides nothing and is named; afterwards the press counts', async () => {
    const { line, house, thread, way, requested, approve } = await waitingRequest()
    for (const state of ['cut', 'silent'] as const) {
      line.set(state)
      const began = performance.now()
      expect((await approve()).value).toContain(storeAway)
      // Teams waits ten seconds, and a test machine is slower than a server.
      expect(performance.now() - began).toBeLessThan(9_500)
    }
    line.set('cut')
    const { activityId } = await house.chat.say(dana, thread, 'my requests')
    const said = house.chat.activities.find(({ replyToId }) => replyToId === activityId)
    expect(said?.activity.text).toContain(storeAway)
    line.set('open')
    expect(await way.changes()).toEqual([])
    const approved = await house.passUntil(async () => {
      const answer = await approve()
      return textOf(answer.value).includes('Approved by Ada Approver')
    })
    expect(approved).toBe(true)
    await way.end(requested)
    expect(await way.changes()).toHaveLength(1)
  })

  it('that is gone for half a minute while a change is under way loses nothing', async () => {
    const place = await store.place()
    const line = await cutLine(place.url ?? '')
    const speed = 10
    const writeMs = 3_000
    const house = await openHouse({
      tenant: wideTenant(2, 0),
      place: { ...place, url: line.url },
      speed,
      // A write ends in real time, and must end before the lease does.
      azureTimeouts: { readTimeoutMs: 20_000, timeoutMs: writeMs },
      pace: { writeMs: writeMs * speed, leaseMs: 2 * writeMs * speed },
    })
    const { chat } = house
    const ways = [1, 2].map(number => road(house, `prod-0${number}`, channelThreadNumber(4010 + number)))
    const roads = []
    for (const way of ways) {
      const requested = await way.request()
      const card = await way.approval(requested)
      const approve = async () => {
        const { value } = await chat.press(ada, way.thread, card, 'Approve')
        return typeof value === 'string' ? value : textOf(value)
      }
      roads.push({ way, requested, approve })
    }
    const [underWay, waiting] = roads
    if (underWay === undefined || waiting === undefined) throw new Error('There are two roads.')
    expect(await underWay.approve()).toContain('Approved by Ada Approver')
    await house.passUntil(async () => (await underWay.way.changes()).length > 0)

    line.set('cut')
    const until = house.now() + 30_000
    expect(await waiting.approve()).toContain(storeAway)
    const { activityId } = await chat.say(dana, waiting.way.thread, 'can I use Hugging Face in prod-02?')
    const said = chat.activities.find(({ replyToId }) => replyToId === activityId)
    expect(said?.activity.text).toContain(storeAway)
    await eventually(() => house.now() >= until)
    line.set('open')

    await house.passUntil(async () => (await waiting.approve()).includes('Approved by Ada Approver'))
    for (const { way, requested } of roads) {
      await house.passUntil(() => way.messages(requested).every(({ card }) => !offersAnything(card)))
      const news = await house.passUntil(() => way.news(requested).length > 0 && way.news(requested))
      // What was being said as the line broke may be said again; nothing else may be said of it.
      expect(new Set(news.map(({ activity }) => activity.text)).size).toBe(1)
      expect(await way.changes()).toHaveLength(1)
    }
    const { sql } = house.gatehouse.engine
    const { rows } = await sql.query('select status from requests')
    expect(rows).toEqual([{ status: 'done' }, { status: 'done' }])
    expect(await verdictOn(sql)).not.toHaveProperty('flaw')
  })

  it('whose lock somebody holds is named, and nothing is decided past it', async () => {
    const { place, way, approve } = await waitingRequest()
    const other = new pg.Client({ connectionString: place.url })
    await other.connect()
    onTestFinished(() => other.end())
    await other.query('begin')
    await other.query('select * from audit_head for update')
    expect((await approve()).value).toContain(storeAway)
    const { rows } = await other.query('select status from requests')
    expect(rows).toEqual([{ status: 'awaiting-approval' }])
    await other.query('rollback')
    expect(await way.changes()).toEqual([])
    expect(textOf((await approve()).value)).toContain('Approved by Ada Approver')
  })
})

describe('P16 Azure, knowledge and identity', () => {
  it('that fail change nothing, each with a sentence of its own', async () => {
    const house = await openHouse({
      tenant: wideTenant(3, 0),
      place: await store.place(),
      azureTimeouts: { readTimeoutMs: 2_000 },
    })
    const { chat } = house
    const failing = async (number: number, press: (way: ReturnType<typeof road>) => Promise<unknown>) => {
      const way = road(house, `prod-0${number}`, channelThreadNumber(4100 + number))
      const answer = await press(way)
      expect(await way.changes()).toEqual([])
      return JSON.stringify(answer)
    }
    const sent = (fault: object) => async (way: ReturnType<typeof road>) => {
      const form = await way.openForm()
      await house.fault({ match: { pathContains: `/workspaces/${way.workspace}` }, fault })
      return (await chat.press(dana, way.thread, form, 'Request', { inputs: entered })).value
    }
    expect(await failing(1, sent({ is: 'status', status: 500 }))).toContain('Azure could not be reached')
    expect(await failing(2, sent({ is: 'hang' }))).toContain('Azure did not answer in time')
    const unknown = await failing(3, async way => {
      const form = await way.openForm()
      const inputs = { ...entered, collection: 'withdrawn-since' }
      return (await chat.press(dana, way.thread, form, 'Request', { inputs })).value
    })
    expect(unknown).toMatch(/collection/i)
    const nameless = await failing(3, async way => {
      const form = await way.openForm()
      const { aadObjectId: _none, ...somebody } = dana
      return (await chat.press(somebody, way.thread, form, 'Request', { inputs: entered })).value
    })
    expect(nameless).toContain('did not say who you are')
    const { rows } = await house.gatehouse.engine.sql.query('select id from requests')
    expect(rows).toEqual([])
  })

  it('a record of knowledge that is rubbish stops the start, by file and field', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-knowledge-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    await writeFile(join(folder, 'huggingface.json'), '{"id": 7}')
    const read = readLibrary(folder)
    expect(read).toMatchObject({ ok: false })
    expect(JSON.stringify(read)).toContain('huggingface.json')
  })

  it('an identity service that is down lets nobody in', async () => {
    const appId = '11111111-2222-4333-8444-555555555555'
    const identity = await startIdentity({ appId })
    onTestFinished(() => identity.close())
    const house = await openHouse({ place: await store.place(), service: { appId, identity } })
    identity.goDown(true)
    const { status } = await house.chat.say(dana, channelThreadNumber(4300), 'which workspaces are there?')
    expect(status).toBeGreaterThanOrEqual(401)
    expect(house.chat.activities).toEqual([])
    expect(await house.calls()).toEqual([])
  })
})
