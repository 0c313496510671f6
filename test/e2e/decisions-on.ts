import type { House } from '../harness/house.ts'
import type { Requested } from './road.ts'

/** The decisions on a request in the order of the audit log, its withdrawal and expiry included. */
export async function decisionsOn({ id }: Requested, { gatehouse }: House): Promise<readonly string[]> {
  const { rows } = await gatehouse.engine.sql.query<{ action: string }>(
    `select action from audit_log where subject = $1
     and action in ('request.approved', 'request.rejected', 'request.withdrawn', 'request.expired') order by seq`,
    [id],
  )
  return rows.map(({ action }) => action)
}
