import { type Clock, systemClock } from 'pg-boss'
import { type Jobs, startJobs } from './jobs.ts'
import { type Migration, migrate } from './migrate.ts'
import { openServer } from './server.ts'
import type { Sql } from './sql.ts'
import type { Store, TellStoreNews } from './store.ts'
import { transactionsOver } from './transactions.ts'
import { within } from './within.ts'

export type { Migration } from './migrate.ts'
export type { Sql } from './sql.ts'
export type { StoreNews, TellStoreNews } from './store.ts'

export type Health = { readonly ok: true } | { readonly ok: false; readonly detail: string }

export interface Engine {
  readonly kind: 'embedded' | 'server'
  /** Inside `tx` the running transaction; outside each statement commits by itself. */
  readonly sql: Sql
  /** Commits when the work resolves and rolls back when it throws. Inside another it joins that one. */
  tx<T>(work: () => Promise<T>): Promise<T>
  /** Makes the queue, or gives the one that exists these options. Idempotent. */
  createQueue: Jobs['createQueue']
  /** Inside `tx` the job is committed or rolled back with it. */
  send: Jobs['send']
  /** Runs the handler on each due job, at least once: it may see a job again after a crash or a failure. */
  work: Jobs['work']
  /** How many jobs ran out of tries and wait for an operator. */
  deadLetters: Jobs['deadLetters']
  health(): Promise<Health>
  /** Lets running handlers finish (10 s), then closes. Idempotent. */
  close(): Promise<void>
}

export interface EngineOptions {
  /** The address of a PostgreSQL server; without it the embedded store in `dataDir` is used. */
  readonly url?: string
  /** In place of the password in the address. */
  readonly password?: () => Promise<string>
  readonly dataDir: string
  readonly migrations: readonly Migration[]
  /** pg-boss's clock: a TestClock moves its timers and its schema's time. The system's by default. */
  readonly clock?: Clock
  readonly log: TellStoreNews
  /** Told, in a sentence for people, what makes the start take long. */
  readonly slow?: (sentence: string) => void
  /** How often an absent server is tried, once a second. */
  readonly bootAttempts?: number
}

const healthMs = 2_000

/** Opens the store, brings its tables up to date and starts the jobs. Rejects with a `StoreTrouble` if it cannot. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { clock = systemClock, log, dataDir, url, password, slow = () => {}, bootAttempts = 60 } = options
  const store =
    url === undefined
      ? await (await embedded()).openEmbedded({ dataDir, log, slow })
      : await openServer({
          address: { url, ...(password === undefined ? {} : { password }) },
          ...{ clock, log, slow, bootAttempts },
        })
  try {
    await store.beginPatiently(sql => migrate(sql, options.migrations, new Date(clock.now())))
    await store.resumeAbandonedJobs()
    const { sql, tx, boss } = transactionsOver(store)
    const jobs = await startJobs(store, boss, clock, log)
    return {
      kind: store.kind,
      sql,
      tx,
      createQueue: jobs.createQueue,
      send: jobs.send,
      work: jobs.work,
      deadLetters: jobs.deadLetters,
      health: () =>
        within(healthMs, knock(store), { ok: false, detail: `no answer in ${healthMs / 1000} s` }),
      close: once(async () => {
        await jobs.stop()
        await store.close()
      }),
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Loaded where it is used: on a server nothing of it is needed, its package included. */
const embedded = () => import('./embedded.ts')

async function knock(store: Store): Promise<Health> {
  try {
    await store.pool.query('select 1')
    return { ok: true }
  } catch (error) {
    // A code at most: the message may name hosts.
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be read'
    return { ok: false, detail: code }
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= work()
    return running
  }
}
