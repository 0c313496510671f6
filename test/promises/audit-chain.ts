import { auditHead, auditRecords } from '../../src/adapters/store/audit-rows.ts'
import type { Sql } from '../../src/adapters/store/sql.ts'
import type { AuditRecord } from '../../src/changes/audit.ts'
import {
  beforeTheFirst,
  type ChainedRecord,
  canonicalContent,
  chainHash,
} from '../../src/changes/audit-chain.ts'
import { type LoggedHead, verifyAudit } from '../../src/changes/verify-audit.ts'

/** A chain of records with these details, as the store would have written it. */
export function chainOf(details: readonly unknown[]): readonly ChainedRecord[] {
  let head = beforeTheFirst
  return details.map((detail, index) => {
    const content = {
      at: new Date(Date.UTC(2026, 10, 22) + index).toISOString(),
      actor: { tenantId: 't', objectId: `o${index % 3}`, name: 'Dana' },
      action: 'request.submitted',
      subject: `r${index}`,
      from: index % 2 === 0 ? null : 'awaiting-approval',
      to: 'approved',
      detail,
    }
    const seq = index + 1
    const hash = chainHash(head.hash, seq, canonicalContent(content))
    const record = { ...content, seq, previous: head.hash, hash }
    head = { seq, hash }
    return record
  })
}

export async function* oneByOne<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all
}

/** What the verification of the store's own audit says now. */
export async function verdictOn(sql: Sql, logged?: LoggedHead) {
  const head = await auditHead(sql)
  return verifyAudit(auditRecords(sql, { last: head.seq }), head, logged)
}

export const refusal = (subject: string, detail: AuditRecord['detail'] = {}): AuditRecord => ({
  at: Date.UTC(2026, 10, 22, 12, 0, 0, 7),
  actor: { tenantId: 't', objectId: 'o', name: 'Dana' },
  action: 'press.refused',
  subject,
  detail,
})
