import type { ChainedRecord, ChainHead } from '../../changes/audit-chain.ts'
import type { Sql } from './sql.ts'

interface Row extends Omit<ChainedRecord, 'seq'> {
  readonly seq: string
}

/**
 * What the hash covers, under the names of `AuditContent`. The time with its microseconds, which we never write: nothing that the
 * column can hold may escape the hash.
 */
export const contentColumns = `regexp_replace(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '000Z$', 'Z') as at,
  actor, action, subject, from_state as from, to_state as to, detail`

/** The head that the store keeps beside the records. */
export async function auditHead(sql: Sql): Promise<ChainHead> {
  const { rows } = await sql.query<{ seq: string; hash: string }>('select seq, hash from audit_head')
  const [head] = rows
  if (head === undefined) throw new Error('the audit has no head')
  return { seq: Number(head.seq), hash: head.hash }
}

/** All records after `seq` up to `last`, oldest first, a thousand at a time. `since` leaves out what was written before it. */
export async function* auditRecords(
  sql: Sql,
  { after = 0, last, since }: { readonly after?: number; readonly last: number; readonly since?: string },
): AsyncGenerator<ChainedRecord> {
  for (let from = after; ; ) {
    const { rows } = await sql.query<Row>(
      `select seq, previous, hash, ${contentColumns} from audit_log where seq > $1 and seq <= $2 and ($3::timestamptz is null or at >= $3)
       order by seq limit 1000`,
      [from, last, since ?? null],
    )
    for (const row of rows) yield { ...row, seq: Number(row.seq) }
    const end = rows.at(-1)
    if (end === undefined) return
    from = Number(end.seq)
  }
}
