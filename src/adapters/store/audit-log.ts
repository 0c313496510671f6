import type { AuditRecord } from '../../changes/audit.ts'
import type { Sql } from './sql.ts'
import { storableJson, storableText } from './storable.ts'

/** Appends one record, in whatever transaction runs. */
export async function appendAudit(sql: Sql, record: AuditRecord): Promise<void> {
  const actor =
    record.actor === 'gatehouse'
      ? { name: 'gatehouse' }
      : {
          tenantId: record.actor.tenantId,
          objectId: record.actor.objectId ?? null,
          name: record.actor.name,
        }
  await sql.query(
    `insert into audit_log (at, actor, action, subject, from_state, to_state, detail)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      new Date(record.at).toISOString(),
      storableJson(actor),
      record.action,
      storableText(record.subject),
      record.from ?? null,
      record.to ?? null,
      storableJson(record.detail),
    ],
  )
}
