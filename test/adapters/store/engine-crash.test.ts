import { setTimeout as pause } from 'node:timers/promises'
import { TestClock } from 'pg-boss'
import { expect, it } from 'vitest'
import { startChild } from '../../harness/child-process.ts'
import { advance, eachStore, eventually, storeUnderTest } from '../../harness/store.ts'

const entry = new URL('./engine-child.ts', import.meta.url)

eachStore('kill -9', store => {
  it('loses nothing that was acknowledged, halves no transaction, and runs the unfinished job again', async () => {
    const place = await store.place()
    const child = await startChild(entry, JSON.stringify(place))
    await child.said(/^began$/)
    await child.said(/^acknowledged 25$/)
    await child.kill()
    const acknowledged = child.lines().filter(line => line.startsWith('acknowledged')).length

    // A server cannot know that the process is dead before its heartbeat is missed: let that be so at once.
    const clock = store.kind === 'server' ? new TestClock(Date.now() + 60_000) : undefined
    const engine = await store.open({ ...place, ...(clock === undefined ? {} : { clock }) })
    const { rows } = await engine.sql.query<{ rows: number; jobs: number; matched: number }>(
      `select (select count(*)::int from notes) as rows,
              (select count(*)::int from pgboss.job where name = 'written') as jobs,
              (select count(*)::int from notes join pgboss.job on name = 'written' and (data->>'id')::int = notes.id) as matched`,
    )
    const found = rows[0] ?? { rows: 0, jobs: 0, matched: 0 }
    expect(found.rows).toBeGreaterThanOrEqual(acknowledged)
    expect(found.jobs).toBe(found.rows)
    expect(found.matched).toBe(found.rows)

    const seen: { data: unknown; attempt: number }[] = []
    await engine.createQueue('unfinished')
    await engine.work('unfinished', { concurrency: 1 }, async (data, { attempt }) => {
      seen.push({ data, attempt })
    })
    await eventually(async () => {
      if (clock !== undefined) await advance(clock, 5_000)
      return seen.length > 0
    })
    expect(seen).toEqual([{ data: { question: 'who finishes this?' }, attempt: 2 }])
    await engine.close()
  })
})

const store = storeUnderTest('embedded')

it('does not make the unfinished job of the embedded store wait for its heartbeat', async () => {
  const place = await store.place()
  const child = await startChild(entry, JSON.stringify(place))
  await child.said(/^began$/)
  await child.kill()

  const engine = await store.open({ ...place })
  const { rows } = await engine.sql.query(
    `select state::text, start_after <= now() as due from pgboss.job where name = 'unfinished'`,
  )
  expect(rows).toEqual([{ state: 'retry', due: true }])
  await engine.close()
})

it('refuses a second process on the folder, in a sentence that names the first', async () => {
  const place = await store.place()
  const child = await startChild(entry, JSON.stringify(place))
  await child.said(/^acknowledged 1$/)
  await expect(store.open({ ...place })).rejects.toMatchObject({
    storeTrouble: true,
    message: expect.stringContaining(`is in use by process ${child.pid}.`),
  })
  await child.said(/^acknowledged 5$/)
})

it('waits for the first process where that one is about to end', async () => {
  const place = await store.place()
  const child = await startChild(entry, JSON.stringify(place))
  await child.said(/^acknowledged 1$/)
  const opening = store.open({ ...place })
  await pause(300)
  await child.kill()
  const engine = await opening
  expect(await engine.health()).toEqual({ ok: true })
  await engine.close()
})
