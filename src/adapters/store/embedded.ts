import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite, type Transaction } from '@electric-sql/pglite'
import { type Db, fromPglite } from 'pg-boss'
import { lockFolder } from './folder-lock.ts'
import type { Connection, Sql } from './sql.ts'
import type { Store, TellStoreNews } from './store.ts'
import { storeTrouble } from './store-trouble.ts'

// PGlite 0.5.16 is PostgreSQL 18; the folder's format follows the major version.
const postgresMajor = '18'
const vacuumEveryMs = 30_000
// PGlite would give bigint as a JavaScript number; node-postgres gives text.
const bigintType = 20

/** Opens PostgreSQL in this process on `dataDir/store`, which it then owns until it is closed. */
export async function openEmbedded(options: {
  readonly dataDir: string
  readonly log: TellStoreNews
  readonly slow: (sentence: string) => void
}): Promise<Store> {
  const folder = join(options.dataDir, 'store')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(folder)
  try {
    await checkVersion(folder, options.slow)
    const pglite = await PGlite.create(folder, { parsers: { [bigintType]: (text: string) => text } })
    return embeddedStore(pglite, options.log, lock.release)
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function checkVersion(folder: string, slow: (sentence: string) => void): Promise<void> {
  const found = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (found === undefined) slow('Preparing a new store. This takes up to ten seconds, once.')
  else if (found.trim() !== postgresMajor)
    throw storeTrouble(
      `The folder ${folder} was written by PostgreSQL ${found.trim()}; this version of Gatehouse reads ${postgresMajor}. Start the version that wrote it, or give this one another DATA_DIR.`,
    )
}

function embeddedStore(pglite: PGlite, log: TellStoreNews, unlock: () => Promise<void>): Store {
  const root = fromPglite(pglite)
  const vacuum = keepVacuuming(pglite, log)
  const begin = <T>(work: (connection: Connection) => Promise<T>) =>
    pglite.transaction(transaction =>
      work({ sql: sqlOver(transaction), boss: bossInside(transaction) }),
    ) as Promise<T>
  return {
    kind: 'embedded',
    pool: sqlOver(pglite),
    begin,
    beginPatiently: work => begin(connection => work(connection.sql)),
    bossOptions: running => ({
      // There is one connection: a look-up of pg-boss's own that is not routed into the running
      // transaction would wait for it for ever.
      db: { ...root, executeSql: (text, values) => (running() ?? root).executeSql(text, values) },
      backend: 'pglite',
      // Both judge an autovacuum that single-user PostgreSQL does not have.
      monitorVacuum: false,
      reindex: false,
    }),
    resumeAbandonedJobs: () => resumeAbandonedJobs(pglite),
    async close() {
      await vacuum.stop()
      await pglite.close()
      await unlock()
    },
  }
}

function sqlOver(target: Pick<PGlite | Transaction, 'query'>): Sql {
  return { query: (text, params = []) => target.query(text, [...params]) }
}

/**
 * Not `fromPglite`: on an error that one sends ROLLBACK, and if the error is swallowed, what follows in the
 * transaction would commit by itself. Here the transaction stays aborted, as PostgreSQL leaves it.
 */
function bossInside(transaction: Transaction): Db {
  return {
    executeSql: async (text, values) =>
      values !== undefined && values.length > 0
        ? transaction.query(text, values)
        : { rows: (await transaction.exec(text)).flatMap(result => result.rows) },
  }
}

/**
 * The lock says that nobody else works here, so a job that is still `active` was left by a process that died. It may
 * run at once, instead of when its heartbeat is missed. A job without tries left is kept for pg-boss to give up on:
 * it may be what killed the process.
 */
async function resumeAbandonedJobs(pglite: PGlite): Promise<void> {
  const { rows } = await pglite.query<{ installed: boolean }>(
    `select to_regclass('pgboss.job') is not null as installed`,
  )
  if (rows[0]?.installed)
    await pglite.query(
      `update pgboss.job set state = 'retry', heartbeat_on = null where state = 'active' and retry_count < retry_limit`,
    )
}

/** PGlite has no autovacuum: without this it slows down by half within minutes of steady work. */
function keepVacuuming(pglite: PGlite, log: TellStoreNews): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    running = pglite
      .exec('vacuum analyze')
      .catch((error: Error) => log({ level: 'warn', message: `vacuum failed: ${error.message}` }))
  }, vacuumEveryMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
