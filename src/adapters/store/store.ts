import type { ConstructorOptions, Db } from 'pg-boss'
import type { Connection, Sql } from './sql.ts'

/** What the embedded store and the server have in common. The engine is built on this and knows no other difference. */
export interface Store {
  readonly kind: 'embedded' | 'server'
  /** Outside any transaction: each statement commits by itself. */
  readonly pool: Sql
  /** Commits when the work resolves, rolls back when it throws, and throws if the commit turned into a rollback. */
  begin<T>(work: (connection: Connection) => Promise<T>): Promise<T>
  /** A transaction for migrations: it may wait for another replica and run for as long as it takes. */
  beginPatiently<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** How pg-boss reaches this database; `running` is the connection of the transaction that it is called in. */
  bossOptions(running: () => Db | undefined): ConstructorOptions
  /** Gives back to their queues the jobs that a killed process left running, where we know that no other process lives. */
  resumeAbandonedJobs(): Promise<void>
  close(): Promise<void>
}

/** What the store says to the operator's log. */
export interface StoreNews {
  readonly level: 'info' | 'warn' | 'error'
  readonly message: string
  readonly queue?: string
  readonly jobId?: string
  readonly attempt?: number
}

export type TellStoreNews = (news: StoreNews) => void
