import { createServer } from 'node:net'
import pg from 'pg'
import { expect, it } from 'vitest'
import { openEngine, type StoreNews } from '../../../src/adapters/store/engine.ts'
import { eventually, storeUnderTest } from '../../harness/store.ts'

const store = storeUnderTest('server')

it('says in a sentence, without the password, that no server answers', async () => {
  const port = await unusedPort()
  const slow: string[] = []
  const opening = openEngine({
    url: `postgres://someone:hunter2@127.0.0.1:${port}/nowhere`,
    dataDir: '',
    migrations: [],
    log: () => {},
    slow: sentence => slow.push(sentence),
    bootAttempts: 2,
  })
  await expect(opening).rejects.toMatchObject({
    storeTrouble: true,
    message: 'The database did not answer in 2 attempts (ECONNREFUSED). Check DATABASE_URL.',
  })
  expect(slow).toEqual(['The database does not answer yet (ECONNREFUSED). Trying again, up to 2 times.'])
})

it('does not try again where the password is wrong', async () => {
  const { url = '' } = await store.place()
  const wrong = new URL(url)
  wrong.password = 'hunter2'
  await expect(store.open({ dataDir: '', url: wrong.href })).rejects.toMatchObject({
    storeTrouble: true,
    message: 'The database refuses the connection (28P01). Check DATABASE_URL.',
  })
})

it('takes its password from a function, for its own connections and for those of the jobs', async () => {
  const { url = '' } = await store.place()
  const bare = new URL(url)
  const { password } = bare
  bare.password = ''
  let asked = 0
  const engine = await store.open({
    dataDir: '',
    url: bare.href,
    password: async () => {
      asked += 1
      return password
    },
  })
  const seen: unknown[] = []
  await engine.createQueue('q')
  await engine.work('q', { concurrency: 1 }, async data => void seen.push(data))
  await engine.send('q', { is: 'sent' })
  await eventually(() => seen.length === 1)
  // Once before anything else, then at each connection: a token that has expired is never used again.
  expect(asked).toBeGreaterThan(3)
  await expect(
    store.open({
      dataDir: '',
      url: bare.href,
      password: () => Promise.reject(new Error('No identity.\nat x')),
    }),
  ).rejects.toMatchObject({
    storeTrouble: true,
    message: 'There is no token for the database (No identity.). Check DATABASE_AUTH and AZURE_CLIENT_ID.',
  })
})

it.each(['postgres://me@db.example/g?sslmode=disable', 'nonsense'])(
  'sends a token nowhere in the clear: %s',
  async url => {
    const opening = store.open({ dataDir: '', url, password: async () => 'token' })
    await expect(opening).rejects.toMatchObject({ storeTrouble: true })
  },
)

it.each(['not an address', 'postgres://%%%', 'postgres://a:hunter2@127.0.0.1:99999/x'])(
  'explains an address that is none, without repeating it: %s',
  async url => {
    const opening = store.open({ dataDir: '', url, bootAttempts: 1 })
    await expect(opening).rejects.toMatchObject({ storeTrouble: true })
    await expect(opening).rejects.not.toThrow(/hunter2/)
  },
)

it('lives through the loss of all its connections, an open transaction included, and goes on', async () => {
  const place = await store.place()
  const news: StoreNews[] = []
  const engine = await store.open({ ...place, log: entry => news.push(entry) })
  const seen: unknown[] = []
  await engine.createQueue('after')
  await engine.work('after', { concurrency: 2 }, async data => {
    seen.push(data)
  })
  await engine.sql.query('create table notes (id int)')

  const cut = engine.tx(async () => {
    await engine.sql.query('insert into notes values (1)')
    await cutConnections(place.url)
    await engine.sql.query('insert into notes values (2)')
  })
  await expect(cut).rejects.toThrow()

  await eventually(() =>
    engine
      .tx(() => engine.send('after', { cut: true }))
      .then(
        () => true,
        () => false,
      ),
  )
  await eventually(() => seen.length > 0)
  expect((await engine.sql.query('select * from notes')).rows).toEqual([])
  expect(news.filter(entry => entry.level === 'error')).toEqual([])
  await engine.close()
})

it('shares the jobs of one database between replicas, each job to one of them', async () => {
  const place = await store.place()
  const replicas = await Promise.all([0, 1, 2].map(() => store.open({ ...place })))
  const ran: number[] = []
  for (const replica of replicas) {
    await replica.createQueue('split')
    await replica.work<{ number: number }>('split', { concurrency: 2 }, async ({ number }) => {
      ran.push(number)
    })
  }
  const numbers = Array.from({ length: 60 }, (_, number) => number)
  await Promise.all(numbers.map(number => replicas[number % 3]?.send('split', { number })))
  await eventually(() => ran.length >= 60)
  expect(ran.toSorted((a, b) => a - b)).toEqual(numbers)
})

it('lets replicas start together on an empty database', async () => {
  const place = await store.place()
  const migrations = [{ version: 1, name: 'people', sql: ['create table people (name text primary key)'] }]
  const replicas = await Promise.all([0, 1, 2, 3].map(() => store.open({ ...place, migrations })))
  for (const replica of replicas) {
    expect((await replica.sql.query('select version from schema_migrations')).rows).toEqual([{ version: 1 }])
    expect(await replica.health()).toEqual({ ok: true })
  }
})

async function cutConnections(url: string | undefined): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await client.end()
}

async function unusedPort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise(resolve => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
