import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, it } from 'vitest'
import type { Engine, StoreNews } from '../../../src/adapters/store/engine.ts'
import { eachStore, eventually } from '../../harness/store.ts'

eachStore('jobs', store => {
  let engine: Engine
  const news: StoreNews[] = []

  beforeAll(async () => {
    engine = await store.open({ log: entry => news.push(entry) })
  })

  it('runs a job with its data', async () => {
    const seen: unknown[] = []
    await engine.createQueue('plain')
    await engine.work('plain', { concurrency: 1 }, async (data, job) => {
      seen.push({ data, attempt: job.attempt, lastAttempt: job.lastAttempt })
    })
    await engine.send('plain', { hosts: ['a', 'b'] })
    await eventually(() => seen.length > 0)
    expect(seen).toEqual([{ data: { hosts: ['a', 'b'] }, attempt: 1, lastAttempt: false }])
  })

  it('tries a failed job again, tells it which try it is, and logs each failure', async () => {
    const attempts: { attempt: number; lastAttempt: boolean }[] = []
    await engine.createQueue('flaky', { retryLimit: 2, retryDelaySeconds: 0, retryBackoff: false })
    await engine.work('flaky', { concurrency: 1 }, async (_, { attempt, lastAttempt }) => {
      attempts.push({ attempt, lastAttempt })
      if (attempt < 3) throw new Error(`failure ${attempt}`)
    })
    await engine.send('flaky', {})
    await eventually(() => attempts.length === 3)
    expect(attempts).toEqual([
      { attempt: 1, lastAttempt: false },
      { attempt: 2, lastAttempt: false },
      { attempt: 3, lastAttempt: true },
    ])
    const said = news.filter(entry => entry.queue === 'flaky')
    expect(said.map(({ level, attempt }) => ({ level, attempt }))).toEqual([
      { level: 'warn', attempt: 1 },
      { level: 'warn', attempt: 2 },
    ])
    expect(said[0]?.message).toContain('failure 1')
  })

  it('gives a job up after its last try, loudly, and keeps it among the dead letters', async () => {
    const before = await engine.deadLetters()
    await engine.createQueue('hopeless', { retryLimit: 1, retryDelaySeconds: 0, retryBackoff: false })
    await engine.work('hopeless', { concurrency: 1 }, async () => {
      throw Object.assign(new Error('no way'), { token: 'a secret that hangs on the error' })
    })
    await engine.send('hopeless', { which: 'this one' })
    await eventually(async () => (await engine.deadLetters()) === before + 1)
    expect(news.filter(entry => entry.queue === 'hopeless' && entry.level === 'error')).toHaveLength(1)
    const { rows } = await engine.sql.query<{ data: unknown; all: string }>(
      `select data, row_to_json(job)::text as all from pgboss.job where name = 'dead'`,
    )
    expect(rows.map(row => row.data)).toContainEqual({ which: 'this one' })
    expect(rows.map(row => row.all).join()).not.toContain('a secret')
  })

  it('runs at most as many jobs of a queue at once as it is told', async () => {
    let running = 0
    let most = 0
    let done = 0
    await engine.createQueue('narrow')
    await engine.work('narrow', { concurrency: 3 }, async () => {
      running += 1
      most = Math.max(most, running)
      await pause(50)
      running -= 1
      done += 1
    })
    await Promise.all(Array.from({ length: 9 }, () => engine.send('narrow', {})))
    await eventually(() => done === 9)
    expect(most).toBeLessThanOrEqual(3)
    expect(most).toBeGreaterThan(1)
  })

  it('ignores a second job with the same id', async () => {
    const seen: unknown[] = []
    const id = '3d2c5a52-97a3-4f6f-9b0e-6c1d8b9f1a2e'
    await engine.createQueue('once')
    await engine.send('once', { number: 1 }, { id })
    await engine.send('once', { number: 2 }, { id })
    await engine.work('once', { concurrency: 2 }, async data => {
      seen.push(data)
    })
    await engine.send('once', { number: 3 })
    await eventually(() => seen.length === 2)
    expect(seen).toEqual(expect.arrayContaining([{ number: 1 }, { number: 3 }]))
  })

  it('keeps one waiting job per key in a short queue', async () => {
    const seen: unknown[] = []
    await engine.createQueue('short', { policy: 'short' })
    await engine.tx(async () => {
      await engine.send('short', { number: 1 }, { singletonKey: 'a' })
      await engine.send('short', { number: 2 }, { singletonKey: 'a' })
      await engine.send('short', { number: 3 }, { singletonKey: 'b' })
    })
    await engine.work('short', { concurrency: 1 }, async data => {
      seen.push(data)
    })
    await eventually(() => seen.length === 2)
    // Jobs of one transaction have one age, and so no order among them.
    expect(seen).toEqual(expect.arrayContaining([{ number: 1 }, { number: 3 }]))
  })

  it('leaves the process free to answer while a backlog is worked off', async () => {
    const total = 200
    let done = 0
    let turns = 0
    await engine.createQueue('backlog')
    await Promise.all(Array.from({ length: total }, () => engine.send('backlog', {})))
    const ticker = setInterval(() => {
      turns += 1
    }, 0)
    await engine.work('backlog', { concurrency: 1 }, async () => {
      done += 1
    })
    await eventually(() => done === total)
    clearInterval(ticker)
    expect(turns).toBeGreaterThan(total / 2)
  })

  it('gives a queue that exists the options of the latest start', async () => {
    await engine.createQueue('tuned', { retryLimit: 3 })
    await engine.createQueue('tuned', { retryLimit: 5, retryBackoff: false })
    const { rows } = await engine.sql.query(
      `select retry_limit, retry_backoff, dead_letter, notify from pgboss.queue where name = 'tuned'`,
    )
    expect(rows).toEqual([{ retry_limit: 5, retry_backoff: false, dead_letter: 'dead', notify: true }])
  })

  it('lets a handler write and send in one transaction', async () => {
    const seen: string[] = []
    await engine.createQueue('chain')
    await engine.work<{ step: number }>('chain', { concurrency: 2 }, async ({ step }) => {
      seen.push(`step ${step}`)
      if (step < 4) await engine.tx(() => engine.send('chain', { step: step + 1 }))
    })
    await engine.send('chain', { step: 1 })
    await eventually(() => seen.length === 4)
    expect(seen).toEqual(['step 1', 'step 2', 'step 3', 'step 4'])
  })
})

eachStore('closing', store => {
  it('waits for the handler that runs and starts no other', async () => {
    const engine = await store.open()
    const steps: string[] = []
    await engine.createQueue('slow')
    await engine.work<{ name: string }>('slow', { concurrency: 1 }, async ({ name }) => {
      steps.push(`${name} began`)
      await pause(300)
      await engine.tx(() => engine.send('slow', { name: 'second' }))
      steps.push(`${name} ended`)
    })
    await engine.send('slow', { name: 'first' })
    await eventually(() => steps.length === 1)
    await Promise.all([engine.close(), engine.close()])
    expect(steps).toEqual(['first began', 'first ended'])
    await engine.close()
    await expect(engine.sql.query('select 1')).rejects.toThrow()
  })

  it('keeps rows and waiting jobs for the next start', async () => {
    const place = await store.place()
    const before = await store.open({ ...place })
    await before.createQueue('waiting')
    await before.send('waiting', { from: 'before' })
    await before.close()

    const after = await store.open({ ...place })
    const seen: unknown[] = []
    await after.createQueue('waiting')
    await after.work('waiting', { concurrency: 1 }, async data => {
      seen.push(data)
    })
    await eventually(() => seen.length === 1)
    expect(seen).toEqual([{ from: 'before' }])
    await after.close()
  })

  it('says that it is not well after it was closed', async () => {
    const engine = await store.open()
    await engine.close()
    expect(await engine.health()).toMatchObject({ ok: false })
  })
})
