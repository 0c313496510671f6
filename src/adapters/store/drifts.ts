import type { Drifts } from '../../changes/drifts.ts'
import type { Engine } from './engine.ts'
import { addNotice } from './notices.ts'
import { timestamp } from './request-rows.ts'
import type { Sql } from './sql.ts'
import { storableText } from './storable.ts'

/** Notes that something was carried out in this workspace, which is looked at from then on. In the transaction of the move. */
export async function noteDrift(sql: Sql, workspace: string, look: number): Promise<void> {
  await sql.query(
    `insert into drift_looks (workspace, look_at) values ($1, $2)
     on conflict (workspace) do nothing`,
    [workspace, timestamp(look)],
  )
}

/** Drift in PostgreSQL. The sweep asks for a job once a row's look is due. */
export function postgresDrifts(engine: Engine, newId: () => string): Drifts {
  const { sql, tx } = engine
  return {
    lookAgain: async (workspace, at) => {
      await sql.query('update drift_looks set look_at = $2 where workspace = $1', [workspace, timestamp(at)])
    },
    told: async ids => {
      const { rows } = await sql.query<{ id: string; what: string }>(
        'select request_id as id, what from drift_told where request_id = any($1::uuid[])',
        [ids],
      )
      return new Map(rows.map(({ id, what }) => [id, what]))
    },
    tell: ({ id, requester, thread }, same, what) =>
      tx(async () => {
        const { rows } = await sql.query(
          `insert into drift_told (request_id, what) values ($1, $2)
           on conflict (request_id) do update set what = excluded.what where drift_told.what <> excluded.what
           returning 1`,
          [id, storableText(same)],
        )
        if (rows.length === 0) return
        await addNotice(engine, newId(), { reader: requester, conversation: thread, what })
      }),
    settled: async ({ id }) => {
      await sql.query('delete from drift_told where request_id = $1', [id])
    },
  }
}
