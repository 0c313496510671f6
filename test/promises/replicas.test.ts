import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simulatorCredential } from '../../src/adapters/azure/credentials.ts'
import { azureGateway } from '../../src/adapters/azure/gateway.ts'
import { postgresReferences } from '../../src/adapters/store/references.ts'
import { postgresRequests } from '../../src/adapters/store/requests.ts'
import { digestOf } from '../../src/changes/effect.ts'
import { plan } from '../../src/changes/plan.ts'
import { openStore } from '../../src/open-store.ts'
import type { WorkspaceId } from '../../src/workspace/workspace-id.ts'
import { library } from '../bot/road.ts'
import { type Arrived, broken, type Journey, travel } from '../crash/journey.ts'
import { insist, openTown, type Town } from '../crash/town.ts'
import {
  actionsOf,
  ada,
  channelThreadNumber,
  dana,
  type Received,
  tenantId,
  textOf,
} from '../harness/connector.ts'
import { eventually, type Place, storeUnderTest } from '../harness/store.ts'

const replicas = 3
const atOnce = 20
const patienceMs = 150_000
const limitMs = 300_000

describe('three replicas on one database', () => {
  const store = storeUnderTest('server')
  const arrivals: Arrived[] = []
  let place: Place | undefined
  let opened: Town | undefined
  let used = 0

  beforeAll(async () => {
    place = await store.place()
    opened = await openTown({ place, replicas, workspaces: 8 })
    await opened.whole()
  }, limitMs)

  // What comes twice may come late: each road is looked at again when all are through.
  afterAll(async () => {
    const town = opened
    if (town === undefined) return
    const seen = await town.witness()
    const late = await Promise.all(arrivals.map(arrived => broken(arrived, town, seen)))
    await town.close()
    expect(late.flat()).toEqual([])
    expect(seen.flaw).toBeUndefined()
    town.chat.assertClean()
  }, limitMs)

  function here() {
    if (opened === undefined || place === undefined) throw new Error('The town is not open.')
    used += 1
    return { town: opened, place, workspace: `prod-0${used}`, thread: channelThreadNumber(7000 + used) }
  }

  async function road(more: Pick<Journey, 'presses' | 'death' | 'massDeaths'>): Promise<Arrived> {
    const { town, workspace, thread } = here()
    const arrived = await travel({ workspace, thread, ...more }, town)
    arrivals.push(arrived)
    expect(await broken(arrived, town)).toEqual([])
    return arrived
  }

  it(
    'P01 count one press once that reaches all three at once, and twice more half a minute later',
    async () => {
      const { answers } = await road({ presses: 'five times' })
      expect(answers).toHaveLength(5)
    },
    limitMs,
  )

  it(
    'P02 keep a decision that was stored when the replica that stored it dies before it answers',
    () => road({ presses: 'three times anew', death: { when: 'after', crossing: 'decision stored' } }),
    limitMs,
  )

  it(
    'P10 go on with an operation whose replica dies after it was started and before that was stored',
    () => road({ presses: 'once', death: { when: 'after', crossing: 'PUT sent' } }),
    limitMs,
  )

  it(
    'P11 tell the end when the replica that was to tell it dies',
    () => road({ presses: 'once', death: { when: 'after', crossing: 'news claimed' } }),
    limitMs,
  )

  it(
    'P12 are all killed twice, with a request that waits, and tell its end where it was made',
    () => road({ presses: 'once', massDeaths: 2 }),
    limitMs,
  )

  it(
    'P08 apply twenty requests for one workspace one after the other, and lose no rule, where Azure would lose one',
    async () => {
      const { town, place, workspace, thread } = here()
      const { chat } = town
      const azure = azureGateway({
        subscriptionIds: 'all-visible',
        apiVersion: '2025-06-01',
        credential: simulatorCredential(town.azure.url),
        endpoint: town.azure.url,
        readTimeoutMs: 20_000,
      })
      const list = await azure.list()
      const id = list.ok ? list.value.workspaces.find(({ name }) => name === workspace)?.id : undefined
      if (id === undefined) throw new Error(`There is no ${workspace}.`)
      const rulesNow = async () => {
        const read = await azure.read(id)
        if (!read.ok) throw new Error(read.trouble.is)
        return new Map(read.value.network.rules.map(({ name, ...rule }) => [name, rule]))
      }
      const before = await rulesNow()
      // Two PUTs at once would both be taken, and the first one's rule would be gone.
      await town.fault({
        match: { method: 'PUT', pathContains: `/workspaces/${workspace}/` },
        times: 1_000,
        fault: { is: 'overlap' },
      })
      await insist(town, () => chat.say(dana, thread, 'help'))
      const requests = await submitAll(id, thread.id, place, town, azure)

      const waiting = await eventually(() => {
        const cards = requests.map(request =>
          chat.activities.findLast(({ card }) =>
            actionsOf(card).some(({ title, data }) => title === 'Approve' && data.request === request.id),
          ),
        )
        const there = cards.filter(card => card !== undefined)
        return there.length === requests.length && there
      }, patienceMs)
      // A store that is busy says so, and is asked again.
      const approve = (card: Received) =>
        eventually(async () => {
          const { value } = await insist(town, () => chat.press(ada, thread, card, 'Approve'))
          return textOf(value).includes('Approved by Ada Approver')
        }, patienceMs)
      await Promise.all(waiting.map(approve))
      const isDone = ({ activityId }: { readonly activityId: string }) =>
        / #\d+: done/.test(textOf(chat.messageNow(thread, activityId)?.card))
      await eventually(() => waiting.every(isDone), patienceMs)

      const puts = (await town.calls(workspace)).filter(({ method }) => method === 'PUT')
      expect(puts).toHaveLength(atOnce)
      const after = await rulesNow()
      for (const [name, rule] of before) expect(after.get(name)).toEqual(rule)
      const added = [...after].filter(([name]) => !before.has(name)).map(([, rule]) => rule)
      expect(added.flatMap(rule => ('destinations' in rule ? rule.destinations : [])).sort()).toEqual(
        requests.flatMap(({ hosts }) => hosts).sort(),
      )
      // Each overlap would have used one up.
      expect(await town.faultsLeft()).toBe(1_000)
    },
    limitMs,
  )
})

/** Writes twenty requests into the store as the bot does, each for a host of its own. */
async function submitAll(
  workspaceId: WorkspaceId,
  thread: string,
  place: Place,
  town: Town,
  azure: ReturnType<typeof azureGateway>,
) {
  const { clock } = town
  const engine = await openStore({ ...place, clock, log: pino({ level: 'silent' }) })
  try {
    const store = postgresRequests(engine)
    const reference = await eventually(() => postgresReferences(engine).conversation(tenantId, thread))
    const read = await azure.read(workspaceId)
    if (!read.ok) throw new Error(read.trouble.is)
    const requester = { tenantId, objectId: dana.aadObjectId ?? '', userId: dana.id, name: dana.name }
    const isWritable = (host: string) =>
      library.collections.some(({ hosts }) => hosts.some(each => each.writable && each.host === host))
    const requests: { readonly id: string; readonly hosts: readonly string[] }[] = []
    for (let index = 0; index < atOnce; index += 1) {
      const hosts = [`packages-${index}.example.com`]
      const change = { kind: 'allow-hosts', workspaceId, hosts } as const
      const planned = plan(change, read.value, { ruleShape: 'combined', isWritable })
      if (!planned.ok) throw new Error(planned.refusal.is)
      const id = randomUUID()
      const requestedAt = clock.now()
      await store.submit(
        {
          ...{ id, requester, change, requestedAt, plan: planned.plan, thread: reference },
          digest: digestOf(planned.plan.effect),
          reason: 'Twenty at once.',
          expiresAt: requestedAt + 72 * 3_600_000,
        },
        { at: requestedAt, actor: requester, action: 'request.submitted', subject: id, detail: {} },
      )
      requests.push({ id, hosts })
    }
    return requests
  } finally {
    await engine.close()
  }
}
