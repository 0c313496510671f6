import { AsyncLocalStorage } from 'node:async_hooks'
import type { Db } from 'pg-boss'
import type { Connection, Sql } from './sql.ts'
import type { Store } from './store.ts'

interface Running {
  readonly connection: Connection
  /** False once the transaction is over: work that outlives it must not use a connection that is no longer its own. */
  open: boolean
  /** What a joined transaction threw. The outer one may swallow it, and must not commit all the same. */
  failed?: { readonly error: unknown }
}

export interface Transactions {
  readonly sql: Sql
  tx<T>(work: () => Promise<T>): Promise<T>
  /** The running transaction's connection, for pg-boss. */
  boss(): Db | undefined
}

/** Finds the running transaction by the asynchronous call it was started in, so that nobody hands a connection around. */
export function transactionsOver(store: Pick<Store, 'pool' | 'begin'>): Transactions {
  const calls = new AsyncLocalStorage<Running>()
  const current = () => {
    const running = calls.getStore()
    return running?.open ? running : undefined
  }

  const start = <T>(work: () => Promise<T>) =>
    store.begin(async connection => {
      const running: Running = { connection, open: true }
      try {
        const result = await calls.run(running, work)
        if (running.failed !== undefined) throw running.failed.error
        return result
      } finally {
        running.open = false
      }
    })

  const join = async <T>(running: Running, work: () => Promise<T>) => {
    try {
      return await work()
    } catch (error) {
      running.failed ??= { error }
      throw error
    }
  }

  return {
    sql: { query: (text, params) => (current()?.connection.sql ?? store.pool).query(text, params) },
    tx(work) {
      const running = current()
      return running === undefined ? start(work) : join(running, work)
    },
    boss: () => current()?.connection.boss,
  }
}
