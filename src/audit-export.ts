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
  if (format === 'csv') yield columns.join(',')
  for await (const record of records) yield format === 'csv' ? csvLine(record) : JSON.stringify(record)
}

function csvLine(record: ChainedRecord): string {
  const actor = record.actor as Readonly<Record<string, unknown>>
  const cells: Record<(typeof columns)[number], unknown> = {
    ...record,
    tenantId: actor.tenantId,
    objectId: actor.objectId,
    name: actor.name,
    detail: JSON.stringify(record.detail),
  }
  return columns.map(column => cell(cells[column])).join(',')
}

/** RFC 4180; a leading sign that a spreadsheet would compute gets an apostrophe before it (OWASP, CSV injection). */
function cell(value: unknown): string {
  const text = value === undefined || value === null ? '' : String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
