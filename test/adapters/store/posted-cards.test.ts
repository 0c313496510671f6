import { expect, it } from 'vitest'
import { resendOverdue, takeOver } from '../../../src/adapters/store/backlog.ts'
import { migrations } from '../../../src/adapters/store/migrations/all.ts'
import { postgresPostedCards } from '../../../src/adapters/store/posted-cards.ts'
import { createQueues, queues } from '../../../src/adapters/store/queues.ts'
import { postgresReferences } from '../../../src/adapters/store/references.ts'
import { postgresRequests } from '../../../src/adapters/store/requests.ts'
import { eachStore } from '../../harness/store.ts'
import { ada, dana, hour, newRequest, noon, record, thread } from './sample-request.ts'

eachStore('what was posted and where', store => {
  const opened = (async () => {
    const engine = await store.open({ migrations })
    await createQueues(engine)
    return { engine, requests: postgresRequests(engine), cards: postgresPostedCards(engine) }
  })()
  const request = async (workspace: string) => {
    const { requests } = await opened
    const { id, ...rest } = newRequest(workspace, ['docker.io'])
    await requests.submit({ id, ...rest }, record('request.submitted', id))
    return id
  }

  it('wants a card once for each role and conversation', async () => {
    const { cards } = await opened
    const id = await request('ws-want')
    await Promise.all([1, 2, 3].map(() => cards.want(id, { role: 'approval', conversation: thread })))
    expect((await cards.of(id)).map(({ role }) => role)).toEqual(['status', 'approval'])
  })

  it('gives a card to one of many who claim it, and again when the claim has run out', async () => {
    const { cards } = await opened
    const id = await request('ws-claim')
    const [card] = await cards.of(id)
    const cardId = card?.id ?? ''
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => cards.claim(cardId, { now: noon, until: noon + 60_000, by: 'a job' })),
    )
    expect(claims.filter(claim => claim !== undefined)).toHaveLength(1)
    expect(
      await cards.claim(cardId, { now: noon + 59_999, until: noon + 120_000, by: 'a job' }),
    ).toBeUndefined()
    expect(
      await cards.claim(cardId, { now: noon + 60_000, until: noon + 120_000, by: 'a job' }),
    ).toMatchObject({ attempts: 2 })
  })

  it('remembers what a card shows, and forgets the tries', async () => {
    const { cards } = await opened
    const id = await request('ws-shown')
    const [card] = await cards.of(id)
    const cardId = card?.id ?? ''
    await cards.claim(cardId, { now: noon, until: noon + 60_000, by: 'a job' })
    await cards.shown(cardId, 'm1', 1, 'digest')
    expect((await cards.of(id))[0]).toMatchObject({
      activityId: 'm1',
      shownVersion: 1,
      shownDigest: 'digest',
      attempts: 0,
      conversation: thread,
    })
    expect(await cards.claim(cardId, { now: noon, until: noon + 60_000, by: 'a job' })).toBeDefined()
  })

  it('gives a parked card to nobody, and says in the audit why', async () => {
    const { engine, cards } = await opened
    const id = await request('ws-park')
    const [card] = await cards.of(id)
    const cardId = card?.id ?? ''
    await cards.park(cardId, 'the conversation is gone', record('card.parked', id))
    expect(
      await cards.claim(cardId, { now: noon + hour, until: noon + 2 * hour, by: 'a job' }),
    ).toBeUndefined()
    const { rows } = await engine.sql.query('select 1 from audit_log where subject = $1 and action = $2', [
      id,
      'card.parked',
    ])
    expect(rows).toHaveLength(1)
  })

  const claimTwice = async (cardId: string) => {
    const { cards } = await opened
    await cards.claim(cardId, { now: noon, until: noon + 1, by: 'a job that dies' })
    await cards.claim(cardId, { now: noon + 1, until: noon + hour, by: 'the next job' })
  }
  const approvalOf = async (id: string) => {
    const { cards } = await opened
    await cards.want(id, { role: 'approval', conversation: { ...thread, key: id } })
    const card = (await cards.of(id)).find(({ role }) => role === 'approval')
    if (card === undefined) throw new Error('It was not wanted.')
    return {
      card,
      learn: (activityId: string) =>
        cards.learn(id, { role: 'approval', conversation: { ...thread, key: id }, activityId }),
      ids: async () =>
        (await cards.of(id)).filter(({ role }) => role === 'approval').map(each => each.activityId),
    }
  }

  it('learns from a press which message it is that nobody noted, and posts it no second time', async () => {
    const { cards } = await opened
    const id = await request('ws-learn')
    const { card, learn, ids } = await approvalOf(id)
    await learn('before it was tried')
    expect(await ids()).toEqual([undefined])
    await cards.claim(card.id, { now: noon, until: noon + hour, by: 'a job that dies' })
    await Promise.all([learn('m1'), learn('m1')])
    expect(await ids()).toEqual(['m1'])
    expect(await cards.claim(card.id, { now: noon, until: noon + hour, by: 'a job' })).toBeDefined()
    await learn('any other message')
    expect(await ids()).toEqual(['m1'])
  })

  it('remembers both copies of what was posted twice, whichever is heard of first', async () => {
    const { cards } = await opened
    const noted = await approvalOf(await request('ws-noted-first'))
    await claimTwice(noted.card.id)
    await cards.shown(noted.card.id, 'm2', 1, 'digest')
    await Promise.all([noted.learn('m1'), noted.learn('m1')])
    expect(await noted.ids()).toEqual(['m2', 'm1'])
    const pressed = await approvalOf(await request('ws-pressed-first'))
    await claimTwice(pressed.card.id)
    await pressed.learn('m1')
    await cards.shown(pressed.card.id, 'm2', 1, 'digest')
    expect(await pressed.ids()).toEqual(['m1', 'm2'])
  })

  it('keeps an answer that shows a request like the cards that were posted', async () => {
    const { cards } = await opened
    const id = await request('ws-keep')
    const answer = { role: 'status', conversation: thread, activityId: 'an answer', version: 1 } as const
    await cards.keep(id, answer)
    await cards.keep(id, answer)
    expect((await cards.of(id)).map(({ activityId }) => activityId)).toEqual([undefined, 'an answer'])
    expect((await cards.of(id))[1]).toMatchObject({ shownVersion: 1, role: 'status' })
  })

  it('sends overdue looks and cards again, and what a dead process held at once', async () => {
    const { engine, cards } = await opened
    const id = await request('ws-overdue')
    const [card] = await cards.of(id)
    await cards.claim(card?.id ?? '', { now: noon, until: noon + 60_000, by: 'a job' })
    const count = async (queue: string) => {
      const { rows } = await engine.sql.query<{ count: number }>(
        `select count(*)::int as count from pgboss.job where name = $1 and data->>'request' = $2`,
        [queue, id],
      )
      return rows[0]?.count
    }
    await resendOverdue(engine, noon)
    expect([await count(queues.tick), await count(queues.announce)]).toEqual([1, 1])
    await takeOver(engine, noon)
    await resendOverdue(engine, noon)
    expect([await count(queues.tick), await count(queues.announce)]).toEqual([1, 2])
    // One net at a time: what it sent and nobody has done yet is not sent again.
    await resendOverdue(engine, noon + hour)
    await resendOverdue(engine, noon + hour)
    expect([await count(queues.tick), await count(queues.announce)]).toEqual([2, 2])
  })

  it('tells exactly one caller that a conversation is new', async () => {
    const { engine } = await opened
    const key = { ...thread, key: '19:new' }
    const references = postgresReferences(engine)
    const again = postgresReferences(engine)
    const known = await Promise.all([references.remember(key, dana), again.remember(key, dana)])
    expect(known.filter(Boolean)).toHaveLength(1)
    await references.forget(key)
    expect(await references.conversation(key.tenantId, key.key)).toBeUndefined()
    expect(await references.remember(key, dana)).toBe(true)
  })

  it('forgets a conversation with its threads, and that approvals go there', async () => {
    const { engine } = await opened
    const references = postgresReferences(engine)
    const channel = { ...thread, key: '19:gone@thread.tacv2' }
    const inside = { ...thread, key: `${channel.key};messageid=1` }
    const other = { ...thread, key: `${channel.key}2` }
    for (const each of [channel, inside, other]) await references.remember(each, dana)
    const tenantId = 'a tenant of its own'
    await references.setApprovalsPlace({ ...inside, tenantId })
    await references.forget({ ...channel, tenantId })
    expect(await references.approvalsPlace(tenantId)).toBeUndefined()
    expect(await references.conversation(thread.tenantId, inside.key)).toEqual(inside)
    await references.forget(channel)
    expect(await references.conversation(thread.tenantId, channel.key)).toBeUndefined()
    expect(await references.conversation(thread.tenantId, inside.key)).toBeUndefined()
    expect(await references.conversation(thread.tenantId, other.key)).toEqual(other)
    expect(await references.remember(inside, dana)).toBe(true)
  })

  it('finds people and places again', async () => {
    const { engine } = await opened
    const references = postgresReferences(engine)
    await references.remember(thread, ada)
    await references.remember(thread, { ...dana, userId: '29:dana-new' })
    const again = postgresReferences(engine)
    expect(await again.userIds(ada.tenantId, [ada.objectId, dana.objectId, 'nobody'])).toEqual([
      '29:ada',
      '29:dana-new',
    ])
    expect(await again.userIds('another tenant', [ada.objectId])).toEqual([])
    expect(await again.approvalsPlace(thread.tenantId)).toBeUndefined()
    await references.setApprovalsPlace(thread)
    expect(await again.approvalsPlace(thread.tenantId)).toEqual(thread)
  })
})
