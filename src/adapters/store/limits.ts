import type { Limits, TimeLimit } from '../../changes/limits.ts'
import type { RequestState } from '../../changes/request.ts'
import { appendAudit } from './audit-log.ts'
import type { Engine } from './engine.ts'
import { existingRequest, insertRequest, takeNextNumber } from './new-request.ts'
import { addNotice } from './notices.ts'
import { keyOf, queues } from './queues.ts'
import { columns, requestsFrom, timestamp } from './request-rows.ts'
import type { Sql } from './sql.ts'
import { storableJson } from './storable.ts'

interface Row {
  readonly until: number
  readonly told: boolean
  readonly removal: string
}

/** Notes that a request, which is done now, is so for a time only. In the transaction of its last move. */
export async function noteLimit(sql: Sql, request: string, until: number, look: number): Promise<void> {
  await sql.query(
    `insert into limits (request_id, until, look_at, removal) values ($1, $2, $3, gen_random_uuid())
     on conflict (request_id) do nothing`,
    [request, timestamp(until), timestamp(look)],
  )
}

/** Time limits in PostgreSQL. The sweep asks for a job once a row's look is due, so that none is lost. */
export function postgresLimits(engine: Engine, newId: () => string): Limits {
  const { sql, tx, send } = engine
  const end = async ({ request }: TimeLimit) => {
    const { rows } = await sql.query('delete from limits where request_id = $1 returning 1', [request.id])
    return rows.length > 0
  }
  return {
    of: async id => {
      const { rows } = await sql.query<Row>(
        `select (extract(epoch from until) * 1000)::float8 as until, told, removal from limits where request_id = $1`,
        [id],
      )
      const [row] = rows
      const [request] =
        row === undefined
          ? []
          : await requestsFrom(sql, `select ${columns} from requests where id = $1`, [id])
      return row === undefined || request === undefined
        ? undefined
        : { request, until: Number(row.until), told: row.told, removal: row.removal }
    },
    lookAgain: async (id, at) => {
      await sql.query('update limits set look_at = $2 where request_id = $1', [id, timestamp(at)])
    },
    tell: (limit, what, look) =>
      tx(async () => {
        const { rows } = await sql.query(
          'update limits set told = true, look_at = $2 where request_id = $1 and not told returning 1',
          [limit.request.id, timestamp(look)],
        )
        // Two looks at once tell once.
        if (rows.length === 0) return
        const { requester, thread } = limit.request
        await addNotice(engine, newId(), { reader: requester, conversation: thread, what })
      }),
    end: async limit => {
      await end(limit)
    },
    remove: (limit, removal, decision, records) =>
      tx(async () => {
        await takeNextNumber(sql)
        const existing = await existingRequest(sql, removal)
        if (existing?.is === 'already-requested') return 'busy'
        // Whoever ends the limit makes the request.
        if (existing !== undefined || !(await end(limit))) return 'made'
        await appendAudit(sql, records.submitted)
        const created = await insertRequest(sql, removal, decision.at)
        await appendAudit(sql, records.approved)
        const state: RequestState = { is: 'approved', decision }
        await sql.query(
          'update requests set version = version + 1, status = $2, state = $3, look_at = $4 where id = $1',
          [created.id, state.is, storableJson(state), timestamp(decision.at)],
        )
        const job = { request: created.id, version: created.version + 1 }
        await send(queues.tick, job, { singletonKey: keyOf(job) })
        await send(queues.announce, job, { singletonKey: keyOf(job) })
        return 'made'
      }),
  }
}
