import type { ApprovalRequest, Instant, RequestState, Watcher } from '../../changes/request.ts'
import type { Sql } from './sql.ts'

interface Row {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly body: Omit<ApprovalRequest, 'id' | 'number' | 'version' | 'state'>
  readonly state: RequestState
  readonly watchers: readonly Watcher[]
}

export const columns = `id, number, version, body, state,
  (select coalesce(jsonb_agg(w.body order by w.at, w.object_id), '[]') from watchers w
    where w.request_id = requests.id) as watchers`
export const openStates = `('awaiting-approval', 'approved', 'applying')`

/** Runs a statement that returns `columns`, as requests. */
export async function requestsFrom(
  sql: Sql,
  text: string,
  params: readonly unknown[],
): Promise<readonly ApprovalRequest[]> {
  const { rows } = await sql.query<Row>(text, params)
  return rows.map(({ id, number, version, body, state, watchers }) => ({
    ...body,
    id,
    number: Number(number),
    version,
    state,
    ...(watchers.length === 0 ? {} : { watchers }),
  }))
}

export function timestamp(instant: Instant | undefined): string | null {
  return instant === undefined ? null : new Date(instant).toISOString()
}
