import { TestClock } from 'pg-boss'
import { expect, it } from 'vitest'
import { advance, eachStore, eventually } from '../../harness/store.ts'

const hour = 3_600_000
// Far from any real now, so that a statement that reads the real time shows.
const start = Date.parse('2001-05-06T07:08:09Z')

eachStore("a test's clock", store => {
  it('runs a delayed job when the hour has passed and not before, in the schema and in the timers alike', async () => {
    const clock = new TestClock(start)
    const engine = await store.open({ clock })
    const ranAt: number[] = []
    await engine.createQueue('later')
    await engine.work('later', { concurrency: 2 }, async () => {
      ranAt.push(clock.now())
    })
    await engine.send('later', { sent: 'plainly' }, { startAfter: new Date(start + hour) })
    await engine.tx(() =>
      engine.send('later', { sent: 'in a transaction' }, { startAfter: new Date(start + hour) }),
    )

    await advance(clock, hour - 60_000)
    await engine.sql.query('select 1')
    expect(ranAt).toEqual([])

    await advance(clock, 60_000)
    await eventually(() => ranAt.length === 2)
    await engine.close()
  })

  it('has a job that is sent in a transaction due at once', async () => {
    const clock = new TestClock(start)
    const engine = await store.open({ clock })
    let ran = 0
    await engine.createQueue('now')
    await engine.work('now', { concurrency: 1 }, async () => {
      ran += 1
    })
    await engine.tx(() => engine.send('now', {}))
    await eventually(async () => {
      await clock.tick(1_000)
      return ran === 1
    })
    await engine.close()
  })

  it('backs off between tries on that clock', async () => {
    const clock = new TestClock(start)
    const engine = await store.open({ clock })
    const attempts: number[] = []
    await engine.createQueue('flaky', { retryLimit: 3, retryDelaySeconds: 600, retryBackoff: false })
    await engine.work('flaky', { concurrency: 1 }, async (_, job) => {
      attempts.push(job.attempt)
      if (job.attempt === 1) throw new Error('once')
    })
    await engine.send('flaky', {})
    await eventually(async () => {
      await clock.tick(1_000)
      return attempts.length === 1
    })
    await eventually(async () => {
      const { rows } = await engine.sql.query(`select 1 from pgboss.job where state = 'retry'`)
      return rows.length === 1
    })
    await advance(clock, 300_000)
    expect(attempts).toEqual([1])
    await advance(clock, 300_000)
    await eventually(() => attempts.length === 2)
    await engine.close()
  })
})
