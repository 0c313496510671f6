import {
  type AuditContent,
  beforeTheFirst,
  canonicalContent,
  chainHash,
} from '../../../changes/audit-chain.ts'
import { contentColumns } from '../audit-rows.ts'
import type { Migration } from '../migrate.ts'
import type { Sql } from '../sql.ts'

interface Row extends AuditContent {
  readonly seq: string
}

/** The audit becomes a chain: without gaps, each record with the hash of the one before it. */
export const theChain: Migration = {
  version: 3,
  name: 'the chain',
  sql: [
    'alter table audit_log disable trigger audit_is_append_only',
    'alter table audit_log alter column seq drop identity',
    'alter table audit_log add column previous text, add column hash text',
    chainWhatIsThere,
    'alter table audit_log alter column previous set not null, alter column hash set not null',
    'alter table audit_log enable trigger audit_is_append_only',
    // One row, locked by whoever appends. Its page keeps room for its next versions.
    `create table audit_head (
      one boolean primary key default true check (one),
      seq bigint not null,
      previous text not null,
      hash text not null) with (fillfactor = 10)`,
    `insert into audit_head (seq, previous, hash)
     select coalesce(max(seq), 0),
       coalesce((select previous from audit_log order by seq desc limit 1), ''),
       coalesce((select hash from audit_log order by seq desc limit 1), '${beforeTheFirst.hash}')
     from audit_log`,
  ],
}

/** Numbers had gaps where a transaction was rolled back; from now on a gap is a record that was taken away. */
async function chainWhatIsThere(sql: Sql): Promise<void> {
  const { rows } = await sql.query<Row>(`select seq, ${contentColumns} from audit_log order by seq`)
  let head = beforeTheFirst
  for (const { seq: place, ...content } of rows) {
    const seq = head.seq + 1
    const hash = chainHash(head.hash, seq, canonicalContent(content))
    await sql.query('update audit_log set seq = $2, previous = $3, hash = $4 where seq = $1', [
      place,
      seq,
      head.hash,
      hash,
    ])
    head = { seq, hash }
  }
}
