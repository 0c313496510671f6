import type { AuditRecord } from '../../changes/audit.ts'
import { type AuditContent, canonicalContent } from '../../changes/audit-chain.ts'
import type { Sql } from './sql.ts'
import { storableJson, storableText } from './storable.ts'

/**
 * Appends one record to the chain, in whatever transaction runs. One statement: it waits for the head, which the transaction
 * then holds to its end, so records stand in the order in which they were committed, whichever replica wrote them.
 */
export async function appendAudit(sql: Sql, record: AuditRecord): Promise<void> {
  const actor = storableJson(actorOf(record))
  const detail = storableJson(record.detail)
  const content: AuditContent = {
    at: new Date(record.at).toISOString(),
    // What the database will give back.
    actor: JSON.parse(actor),
    action: record.action,
    subject: storableText(record.subject),
    from: record.from ?? null,
    to: record.to ?? null,
    detail: JSON.parse(detail),
  }
  const { rows } = await sql.query(
    `with head as (
       update audit_head set seq = seq + 1, previous = hash,
         hash = encode(sha256(convert_to(hash || E'\\n' || (seq + 1)::text || E'\\n' || $8::text, 'UTF8')), 'hex')
       returning seq, previous, hash)
     insert into audit_log (seq, previous, hash, at, actor, action, subject, from_state, to_state, detail)
     select seq, previous, hash, $1::timestamptz, $2::jsonb, $3::text, $4::text, $5::text, $6::text, $7::jsonb from head
     returning seq`,
    [
      content.at,
      actor,
      content.action,
      content.subject,
      content.from,
      content.to,
      detail,
      canonicalContent(content),
    ],
  )
  // Without a head nothing would be written, and what follows must not happen.
  if (rows.length !== 1) throw new Error('the audit has no head')
}

function actorOf({ actor }: AuditRecord): object {
  return actor === 'gatehouse'
    ? { name: 'gatehouse' }
    : { tenantId: actor.tenantId, objectId: actor.objectId ?? null, name: actor.name }
}
