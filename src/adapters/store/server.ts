import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { CLOCK_OVERRIDE_SETTING, type Clock } from 'pg-boss'
import { connectionOf, type ServerAddress } from './server-address.ts'
import type { Connection, Sql } from './sql.ts'
import type { Store, TellStoreNews } from './store.ts'
import { storeTrouble } from './store-trouble.ts'
import { within } from './within.ts'

const connectTimeoutMs = 5_000
// The server gives up first; the client's own limit is for a server that no longer answers at all.
const statementTimeoutMs = 15_000
const queryTimeoutMs = 20_000
// A person waits for whoever waits for a lock; none of ours is held for longer than a statement or two.
const lockTimeoutMs = 4_000
const closeTimeoutMs = 5_000

/** Connects to the PostgreSQL server at `address`; while it is absent, tries once a second, `bootAttempts` times. */
export async function openServer(options: {
  readonly address: ServerAddress
  readonly clock: Clock
  readonly log: TellStoreNews
  readonly slow: (sentence: string) => void
  readonly bootAttempts: number
}): Promise<Store> {
  const { address, log } = options
  const connection = {
    ...connectionOf(address),
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
  }
  if (address.password !== undefined) await tryPassword(address.password)
  await waitForServer(connection, options.bootAttempts, options.slow)
  const pool = new pg.Pool({
    ...connection,
    max: 10,
    application_name: 'gatehouse',
    statement_timeout: statementTimeoutMs,
    lock_timeout: lockTimeoutMs,
    idle_in_transaction_session_timeout: statementTimeoutMs,
    query_timeout: queryTimeoutMs,
    // A TestClock answers only sessions that ask for it, and a job sent in a transaction goes over ours.
    ...('attach' in options.clock ? { options: `-c ${CLOCK_OVERRIDE_SETTING}=on` } : {}),
  })
  // Without a listener a connection that drops while idle would end the process.
  pool.on('error', error =>
    log({ level: 'warn', message: `a database connection was lost: ${error.message}` }),
  )
  return {
    kind: 'server',
    pool: sqlOver(pool),
    begin: work => begin(pool, work),
    beginPatiently: work => beginPatiently(connection, work),
    bossOptions: () => ({ ...connection, max: 5, application_name: 'gatehouse-jobs' }),
    // Another replica may be running them: pg-boss notices by their heartbeat.
    resumeAbandonedJobs: async () => {},
    close: () => within(closeTimeoutMs, pool.end(), undefined),
  }
}

/** Without a token there is no use in knocking, and the server could not say why. */
async function tryPassword(password: () => Promise<string>): Promise<void> {
  try {
    await password()
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 200) : ''
    throw storeTrouble(
      `There is no token for the database (${why}). Check DATABASE_AUTH and AZURE_CLIENT_ID.`,
    )
  }
}

function sqlOver(target: Pick<pg.Pool | pg.ClientBase, 'query'>): Sql {
  return {
    query: <Row>(text: string, params: readonly unknown[] = []) =>
      target.query<Row & pg.QueryResultRow>(text, [...params]),
  }
}

async function begin<T>(pool: pg.Pool, work: (connection: Connection) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  // The pool stops listening while a client is out; the failing query tells us, this only keeps the process alive.
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  try {
    await client.query('begin')
    const result = await work({
      sql: sqlOver(client),
      boss: { executeSql: (text, values) => client.query(text, values) },
    })
    await commit(client)
    return result
  } catch (error) {
    await client.query('rollback').catch(onError)
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

/** PostgreSQL answers the commit of a failed transaction with ROLLBACK and no error. */
async function commit(client: pg.ClientBase): Promise<void> {
  const { command } = await client.query('commit')
  if (command !== 'COMMIT')
    throw new Error('a statement failed and its error was swallowed: nothing of the transaction was kept')
}

async function beginPatiently<T>(config: pg.ClientConfig, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...config, application_name: 'gatehouse-migrations' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin')
    const result = await work(sqlOver(client))
    await commit(client)
    return result
  } finally {
    // Ending the session rolls back what was not committed.
    await client.end()
  }
}

async function waitForServer(
  config: pg.ClientConfig,
  attempts: number,
  slow: (sentence: string) => void,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const code = await knock(config)
    if (code === undefined) return
    if (!mayPass.has(code))
      throw storeTrouble(`The database refuses the connection (${code}). Check DATABASE_URL.`)
    if (attempt >= attempts)
      throw storeTrouble(`The database did not answer in ${attempts} attempts (${code}). Check DATABASE_URL.`)
    if (attempt === 1)
      slow(`The database does not answer yet (${code}). Trying again, up to ${attempts} times.`)
    await pause(1_000)
  }
}

// Not there yet, starting up, shutting down, or out of connections.
const mayPass = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'timeout',
  '57P03',
  '57P01',
  '53300',
])

/** Connects once. Undefined is success; else a code, never the address, which holds the password. */
async function knock(config: pg.ClientConfig): Promise<string | undefined> {
  let client: pg.Client | undefined
  try {
    client = new pg.Client(config)
    client.on('error', () => {})
    await client.connect()
    return undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
    return error instanceof Error && /timeout/i.test(error.message) ? 'timeout' : 'no usable answer'
  } finally {
    await client?.end().catch(() => {})
  }
}
