import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, it } from 'vitest'
import type { Engine } from '../../../src/adapters/store/engine.ts'
import { eachStore, eventually } from '../../harness/store.ts'

const notes = {
  version: 1,
  name: 'notes',
  sql: ['create table notes (id text primary key, text text, decided_by text)'],
}

eachStore('transactions', store => {
  let engine: Engine
  const ran: string[] = []

  beforeAll(async () => {
    engine = await store.open({ migrations: [notes] })
    await engine.createQueue('news')
    await engine.work<{ about: string }>('news', { concurrency: 2 }, async data => {
      ran.push(data.about)
    })
  })

  const insert = (id: string) => engine.sql.query('insert into notes (id) values ($1)', [id])
  const ids = async (prefix: string) => {
    const { rows } = await engine.sql.query<{ id: string }>(
      'select id from notes where id like $1 order by id',
      [`${prefix}%`],
    )
    return rows.map(row => row.id)
  }
  const jobsAbout = async (about: string) => {
    const { rows } = await engine.sql.query<{ count: number }>(
      `select count(*)::int as count from pgboss.job where data->>'about' = $1`,
      [about],
    )
    return rows[0]?.count
  }

  it('keeps the row and the job together when the work resolves', async () => {
    await engine.tx(async () => {
      await insert('kept')
      await engine.send('news', { about: 'kept' })
    })
    expect(await ids('kept')).toEqual(['kept'])
    await eventually(() => ran.includes('kept'))
  })

  it('keeps neither the row nor the job when the work throws', async () => {
    const work = engine.tx(async () => {
      await insert('dropped')
      await engine.send('news', { about: 'dropped' })
      throw new Error('on purpose')
    })
    await expect(work).rejects.toThrow('on purpose')
    expect(await ids('dropped')).toEqual([])
    expect(await jobsAbout('dropped')).toBe(0)
  })

  it('hands no job to a worker before the commit', async () => {
    await engine.tx(async () => {
      await engine.send('news', { about: 'later' })
      await pause(200)
      expect(ran).not.toContain('later')
    })
    await eventually(() => ran.includes('later'))
  })

  it('sends inside a transaction to a queue that nothing was sent to before', async () => {
    await engine.createQueue('never-used')
    await engine.tx(() => engine.send('never-used', { about: 'first' }))
    expect(await jobsAbout('first')).toBe(1)
  })

  it('keeps nothing, and says so, when a failed statement was swallowed', async () => {
    const work = engine.tx(async () => {
      await insert('swallowed-1')
      await engine.sql.query('select * from no_such_table').catch(() => {})
      await insert('swallowed-2').catch(() => {})
      await engine.send('news', { about: 'swallowed' }).catch(() => {})
    })
    await expect(work).rejects.toThrow()
    expect(await ids('swallowed')).toEqual([])
    expect(await jobsAbout('swallowed')).toBe(0)
  })

  it('keeps nothing when a failed job was swallowed', async () => {
    const work = engine.tx(async () => {
      await insert('bad-job-1')
      await engine.send('news', { about: 'bad' }, { id: 'not a uuid' }).catch(() => {})
      await insert('bad-job-2').catch(() => {})
    })
    await expect(work).rejects.toThrow()
    expect(await ids('bad-job')).toEqual([])
  })

  it('answers again after a transaction that failed', async () => {
    await engine.tx(() => engine.sql.query('select 1 / 0')).catch(() => {})
    expect(await engine.health()).toEqual({ ok: true })
  })

  it('joins a nested transaction to the outer one', async () => {
    const work = engine.tx(async () => {
      await engine.tx(() => insert('nested-inner'))
      await insert('nested-outer')
      throw new Error('on purpose')
    })
    await expect(work).rejects.toThrow('on purpose')
    expect(await ids('nested')).toEqual([])
  })

  it('does not commit when a nested transaction threw and the outer one swallowed it', async () => {
    const work = engine.tx(async () => {
      await insert('joined-outer')
      await engine
        .tx(async () => {
          await insert('joined-inner')
          throw new Error('from within')
        })
        .catch(() => {})
    })
    await expect(work).rejects.toThrow('from within')
    expect(await ids('joined')).toEqual([])
  })

  it('keeps transactions that run at the same time apart', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) =>
        engine.tx(async () => {
          await insert(`apart-${n}`)
          await engine.sql.query('select 1')
          if (n % 2 === 1) throw new Error('odd')
        }),
      ),
    )
    expect(outcomes.filter(outcome => outcome.status === 'fulfilled')).toHaveLength(4)
    expect(await ids('apart')).toEqual(['apart-0', 'apart-2', 'apart-4', 'apart-6'])
  })

  it('runs work that outlived its transaction on its own, not on a connection that is no longer its own', async () => {
    let late = Promise.resolve<unknown>(undefined)
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    await engine.tx(async () => {
      late = held.then(() => insert('late'))
    })
    release()
    await late
    expect(await ids('late')).toEqual(['late'])
  })

  it('lets exactly one of 20 conditional updates at once win', async () => {
    await insert('contested')
    const decide = (who: string) =>
      engine.tx(async () => {
        const { rows } = await engine.sql.query(
          'update notes set decided_by = $2 where id = $1 and decided_by is null returning id',
          ['contested', who],
        )
        return rows.length
      })
    const wins = await Promise.all(Array.from({ length: 20 }, (_, n) => decide(`person ${n}`)))
    expect(wins.filter(won => won === 1)).toHaveLength(1)
    expect(wins.filter(won => won === 0)).toHaveLength(19)
  })

  it('gives the same JavaScript types on both stores', async () => {
    const moment = new Date('2026-03-04T05:06:07.089Z')
    const { rows } = await engine.sql.query(
      `select $1::timestamptz as moment, $2::jsonb as document, $3::text[] as list, $4::int as number,
        9007199254740993::bigint as big, true as yes, null::text as nothing, 1.50::numeric as decimal, $5::uuid as id`,
      [moment, JSON.stringify({ a: [1] }), ['x', 'y,z'], 7, '9b2f3c52-64a5-4a3e-8f57-0c8d0c7a6f11'],
    )
    expect(rows).toEqual([
      {
        moment,
        document: { a: [1] },
        list: ['x', 'y,z'],
        number: 7,
        big: '9007199254740993',
        yes: true,
        nothing: null,
        decimal: '1.50',
        id: '9b2f3c52-64a5-4a3e-8f57-0c8d0c7a6f11',
      },
    ])
  })

  it("says which constraint was broken in PostgreSQL's own code", async () => {
    await insert('twice')
    await expect(insert('twice')).rejects.toMatchObject({ code: '23505', constraint: 'notes_pkey' })
  })
})
