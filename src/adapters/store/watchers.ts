import type { AuditRecord } from '../../changes/audit.ts'
import type { ApprovalRequest, Watcher } from '../../changes/request.ts'
import type { Watched } from '../../changes/store.ts'
import { appendAudit } from './audit-log.ts'
import type { Engine } from './engine.ts'
import { columns, openStates, requestsFrom, timestamp } from './request-rows.ts'
import { storableJson } from './storable.ts'

/**
 * Has a person told of the end of an open request. The row of the request is held meanwhile, so that it cannot end between
 * the look and the writing: whoever is told "you will hear" does; and two who must not both watch do not.
 */
export function watchRequest(
  { sql, tx }: Pick<Engine, 'sql' | 'tx'>,
  id: string,
  watcher: Watcher,
  record: AuditRecord,
  mayWatch: (request: ApprovalRequest) => boolean,
): Promise<Watched> {
  const { tenantId, objectId } = watcher.person
  return tx(async (): Promise<Watched> => {
    const open = await sql.query(
      `select id from requests where id = $1 and requester_tenant = $2 and status in ${openStates} for update`,
      [id, tenantId],
    )
    if (open.rows.length === 0) return 'ended'
    const known = await sql.query(
      'select 1 from watchers where request_id = $1 and tenant_id = $2 and object_id = $3',
      [id, tenantId, objectId],
    )
    if (known.rows.length > 0) return 'watched-already'
    const [request] = await requestsFrom(sql, `select ${columns} from requests where id = $1`, [id])
    if (request === undefined || !mayWatch(request)) return 'not-allowed'
    await appendAudit(sql, record)
    await sql.query(
      'insert into watchers (request_id, tenant_id, object_id, at, body) values ($1, $2, $3, $4, $5)',
      [id, tenantId, objectId, timestamp(record.at), storableJson(watcher)],
    )
    return 'watches'
  })
}
