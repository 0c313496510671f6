import { csvLine } from './cards/csv-line.ts'
import type { ChainedRecord } from './changes/audit-chain.ts'

const columns = [
  ...['seq', 'at', 'tenantId', 'objectId', 'name', 'action', 'subject', 'from', 'to', 'detail'],
  ...['previous', 'hash'],
] as const

/**
 * Records as lines. `jsonl`: everything that the hash covers, so that a copy can be checked as well. `csv`: a header and the same
 * columns for a spreadsheet, in which no cell is taken for a formula.
 */
export async function* exportLines(
  records: AsyncIterable<ChainedRecord>,
  format: 'jsonl' | 'csv',
): AsyncGenerator<string> {
  if (format === 'csv') yield csvLine(columns)
  for await (const record of records) yield format === 'csv' ? lineOf(record) : JSON.stringify(record)
}

function lineOf(record: ChainedRecord): string {
  const actor = record.actor as Readonly<Record<string, unknown>>
  const cells: Record<(typeof columns)[number], unknown> = {
    ...record,
    tenantId: actor.tenantId,
    objectId: actor.objectId,
    name: actor.name,
    detail: JSON.stringify(record.detail),
  }
  return csvLine(columns.map(column => cells[column]))
}
