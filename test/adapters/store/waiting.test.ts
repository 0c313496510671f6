import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { resendOverdue } from '../../../src/adapters/store/backlog.ts'
import { migrations } from '../../../src/adapters/store/migrations/all.ts'
import { postgresNotices } from '../../../src/adapters/store/notices.ts'
import { createQueues, queues } from '../../../src/adapters/store/queues.ts'
import { postgresRequestLookup } from '../../../src/adapters/store/request-lookup.ts'
import { postgresRequests } from '../../../src/adapters/store/requests.ts'
import { postgresSubscriptions } from '../../../src/adapters/store/subscriptions.ts'
import { workspaceKey } from '../../../src/workspace/workspace-id.ts'
import { eachStore } from '../../harness/store.ts'
import {
  ada,
  applying,
  approval,
  dana,
  newRequest,
  noon,
  record,
  thread,
  workspaceNamed,
} from './sample-request.ts'

eachStore('those who wait', store => {
  const opened = (async () => {
    const engine = await store.open({ migrations })
    await createQueues(engine)
    return {
      engine,
      requests: postgresRequests(engine),
      lookup: postgresRequestLookup(engine),
      subscriptions: postgresSubscriptions(engine, randomUUID),
      notices: postgresNotices(engine),
    }
  })()
  const waitingFor = (name: string, reader = dana) => ({
    reader,
    workspaceId: workspaceNamed(name),
    workspaceName: name,
    conversation: thread,
    since: noon,
  })
  const keyOf = (name: string) => workspaceKey(workspaceNamed(name))
  const jobs = async (queue: string) => {
    const { engine } = await opened
    const { rows } = await engine.sql.query<{ data: { workspace?: string; notice?: string } }>(
      'select data from pgboss.job where name = $1',
      [queue],
    )
    return rows.map(({ data }) => data)
  }

  const noticesOf = async (name: string) => {
    const { engine } = await opened
    const { rows } = await engine.sql.query<{ id: string }>(
      `select id from notices where what->>'workspace' = $1`,
      [name],
    )
    return rows.map(({ id }) => id)
  }

  it('subscribe once for each person and workspace, and one look waits for all of them', async () => {
    const { subscriptions } = await opened
    await Promise.all([1, 2].map(() => subscriptions.subscribe(waitingFor('ws-a'))))
    await subscriptions.subscribe(waitingFor('ws-a', ada))
    expect((await subscriptions.of(keyOf('ws-a'))).map(({ reader, since }) => [reader.name, since])).toEqual([
      ['Dana', noon],
      ['Ada', noon],
    ])
    expect((await jobs(queues.watch)).filter(({ workspace }) => workspace === keyOf('ws-a'))).toHaveLength(1)
    expect(await subscriptions.unsubscribe(dana)).toEqual(['ws-a'])
    expect(await subscriptions.unsubscribe(dana)).toEqual([])
    expect(await subscriptions.unsubscribe(ada, keyOf('ws-b'))).toEqual([])
    expect(await subscriptions.unsubscribe(ada, keyOf('ws-a'))).toEqual(['ws-a'])
  })

  it('are told once, though two looks end at the same time', async () => {
    const { engine, subscriptions, notices } = await opened
    const waiting = waitingFor('ws-once')
    await subscriptions.subscribe(waiting)
    await Promise.all([1, 2, 3].map(() => subscriptions.end(waiting, 'active')))
    const [id = '', ...others] = await noticesOf('ws-once')
    expect(others).toEqual([])
    expect((await jobs(queues.tell)).filter(({ notice }) => notice === id)).toHaveLength(1)
    const claims = await Promise.all([1, 2, 3].map(() => notices.claim(id, noon, noon + 1_000)))
    expect(claims.filter(claim => claim !== undefined)).toMatchObject([
      { reader: dana, conversation: thread, what: { how: 'active', workspace: 'ws-once' }, attempts: 1 },
    ])
    await notices.release(id, noon + 500, true)
    expect(await notices.claim(id, noon + 499, noon + 1_000)).toBeUndefined()
    expect(await notices.claim(id, noon + 500, noon + 1_000)).toMatchObject({ attempts: 1 })
    // Whoever had it is gone: the net under the jobs finds it.
    expect(await resendOverdue(engine, noon + 2_000)).toBeGreaterThan(0)
    await notices.sent(id, 'm1')
    expect(await notices.claim(id, noon + 5_000, noon + 6_000)).toBeUndefined()
  })

  it('cannot be told where the conversation is gone, and the audit says so', async () => {
    const { engine, subscriptions, notices } = await opened
    await subscriptions.subscribe(waitingFor('ws-gone'))
    await subscriptions.end(waitingFor('ws-gone'), 'gone')
    const [id = ''] = await noticesOf('ws-gone')
    await notices.park(id, 'the conversation is gone', record('notice.parked', id))
    expect(await notices.claim(id, noon, noon + 1)).toBeUndefined()
    const { rows } = await engine.sql.query('select 1 from audit_log where subject = $1', [id])
    expect(rows).toHaveLength(1)
  })

  it('find a request by its number, their own newest one, and how long such changes took', async () => {
    const { requests, lookup } = await opened
    const made = newRequest('ws-took', ['docker.io'])
    const submitted = await requests.submit(made, record('request.submitted', made.id))
    const { number } = submitted.request
    expect(await lookup.byNumber(dana.tenantId, number)).toMatchObject({ id: made.id })
    expect(await lookup.byNumber('another tenant', number)).toBeUndefined()
    expect(await lookup.byNumber(dana.tenantId, 0.5)).toBeUndefined()
    expect(await lookup.latestOf(dana)).toMatchObject({ id: made.id })
    expect(await lookup.latestOf(ada)).toBeUndefined()
    const kind = { createsFirewall: false, provisions: false }
    expect(await lookup.durations(keyOf('ws-took'), kind)).toEqual([])
    const decision = approval(ada)
    const approved = await requests.decide(
      submitted.request,
      { is: 'approved', decision },
      decision,
      noon,
      record('a', made.id),
    )
    if (approved.is !== 'moved') throw new Error(approved.is)
    const begun = await requests.move(approved.request, applying(decision), noon, record('b', made.id))
    if (begun.is !== 'moved') throw new Error(begun.is)
    const done = { is: 'done', decision, at: noon, result: 'effective', tookMs: 540_000 } as const
    await requests.move(begun.request, done, undefined, record('c', made.id))
    expect(await lookup.durations(keyOf('ws-took'), kind)).toEqual([540_000])
    expect(await lookup.durations(keyOf('ws-took'), { ...kind, provisions: true })).toEqual([])
  })
})
