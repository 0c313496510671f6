import { beforeAll, expect, it } from 'vitest'
import { forgetOldCards, postgresConversations } from '../../../src/adapters/store/conversations.ts'
import type { Engine } from '../../../src/adapters/store/engine.ts'
import { postgresFleetCache } from '../../../src/adapters/store/fleet-cache.ts'
import { migrations } from '../../../src/adapters/store/migrations/all.ts'
import { type Conversations, rememberedForMs } from '../../../src/bot/conversations.ts'
import { eachStore } from '../../harness/store.ts'

const place = { tenantId: 'tenant', key: '19:general' }
const dana = { tenantId: 'tenant', objectId: 'dana', thread: '19:general;messageid=1' }
const card = {
  lastIntent: 'can_use',
  collections: ['huggingface'],
  workspaces: ['ws-prod\0 \ud800'],
} as const
const stored = { ...card, workspaces: ['ws-prod \ufffd'] }

eachStore('conversations', store => {
  let engine: Engine
  let conversations: Conversations
  beforeAll(async () => {
    engine = await store.open({ migrations })
    conversations = postgresConversations(engine)
  })

  it('keep the last card of one person in one thread, and give it to nobody else', async () => {
    expect(await conversations.recall(dana, place, 0)).toEqual({})
    await conversations.keep(dana, { lastIntent: 'help' }, 1_000)
    await conversations.keep(dana, card, 2_000)
    expect(await conversations.recall(dana, place, 1_999)).toEqual({ last: stored })
    expect(await conversations.recall(dana, place, 2_000)).toEqual({})
    for (const other of [{ tenantId: 'other' }, { objectId: 'ada' }, { thread: '19:general;messageid=2' }])
      expect(await conversations.recall({ ...dana, ...other }, place, 0)).toEqual({})
  })

  it('keep two people in one thread apart, whichever replica hears whom', async () => {
    const other = postgresConversations(engine)
    const [mona, noor] = ['mona', 'noor'].map(objectId => ({ ...dana, objectId, thread: '19:shared' }))
    if (mona === undefined || noor === undefined) throw new Error('Two people are needed.')
    const own = { lastIntent: 'can_use', collections: ['meta'], workspaces: ['ws-a'] } as const
    const theirs = { lastIntent: 'request_remove', rules: ['allow-hf'], pendingSlot: 'workspace' } as const
    await Promise.all([conversations.keep(mona, own, 5_000), other.keep(noor, theirs, 5_000)])
    for (const replica of [conversations, other]) {
      expect(await replica.recall(mona, place, 0)).toMatchObject({ last: own })
      expect((await replica.recall(noor, place, 0)).last).toEqual(theirs)
    }
    await other.keep(mona, { lastIntent: 'help' }, 6_000)
    expect((await conversations.recall(mona, place, 0)).last).toEqual({ lastIntent: 'help' })
    expect((await conversations.recall(noor, place, 0)).last).toEqual(theirs)
  })

  it('keep the default workspace of a place until another takes its place, or none', async () => {
    const ada = { ...dana, objectId: 'ada' }
    await conversations.setDefault(place, { name: 'ws-dev', by: 'Dana' })
    await conversations.setDefault(place, { name: 'ws-prod', by: 'Ada' })
    expect(await conversations.recall(ada, place, 0)).toEqual({ here: { name: 'ws-prod', by: 'Ada' } })
    expect(await conversations.recall(ada, { ...place, tenantId: 'other' }, 0)).toEqual({})
    await conversations.setDefault(place, undefined)
    expect(await conversations.recall(ada, place, 0)).toEqual({})
  })

  it('forget cards that nobody may speak of any more', async () => {
    const amir = { ...dana, objectId: 'amir' }
    await conversations.keep(amir, card, 5_000)
    await forgetOldCards(engine, 5_000 + rememberedForMs)
    expect(await conversations.recall(amir, place, 0)).toEqual({ last: stored })
    await forgetOldCards(engine, 5_001 + rememberedForMs)
    expect(await conversations.recall(amir, place, 0)).toEqual({})
  })

  it('stand beside the list of workspaces, which one replica reads for all that list the same', async () => {
    const replicas = ['sub-1', 'sub-1', 'sub-2'].map(scope => postgresFleetCache(engine, scope))
    const [one, two, other] = replicas
    if (one === undefined || two === undefined || other === undefined) throw new Error('There are three.')
    expect(await one.newerThan(0)).toBeUndefined()
    expect(await one.claim(1_000, 60_000)).toBe(true)
    expect(await two.claim(2_000, 60_000)).toBe(false)
    expect(await other.claim(2_000, 60_000)).toBe(true)
    const fleet = { workspaces: [], unread: [{ subscriptionId: 'é', trouble: { is: 'not-found' as const } }] }
    await one.keep({ fleet, at: 3_000 })
    expect(await two.newerThan(2_999)).toEqual({ fleet, at: 3_000 })
    expect(await two.newerThan(3_000)).toBeUndefined()
    expect(await other.newerThan(0)).toBeUndefined()
    // Whoever died over its list holds it up for as long as it said; an older list replaces none.
    expect(await two.claim(4_000, 60_000)).toBe(true)
    expect(await one.claim(63_999, 60_000)).toBe(false)
    expect(await one.claim(64_000, 60_000)).toBe(true)
    await two.keep({ fleet: { ...fleet, unread: [] }, at: 2_000 })
    expect(await one.newerThan(0)).toEqual({ fleet, at: 3_000 })
  })
})
