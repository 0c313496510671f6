import type { Db } from 'pg-boss'

/** Runs one statement. `bigint` and `numeric` come back as text, `timestamptz` as Date; write jsonb with JSON.stringify. */
export interface Sql {
  query<Row = Record<string, unknown>>(
    text: string,
    params?: readonly unknown[],
  ): Promise<{ readonly rows: readonly Row[] }>
}

/** One connection inside a transaction, as our statements and as pg-boss's see it. */
export interface Connection {
  readonly sql: Sql
  readonly boss: Db
}
