/**
 * One line of CSV (RFC 4180). A leading sign that a spreadsheet would compute gets an apostrophe before it (OWASP, CSV
 * injection). What is absent is an empty cell.
 */
export function csvLine(cells: readonly unknown[]): string {
  return cells.map(cell).join(',')
}

function cell(value: unknown): string {
  const text = value === undefined || value === null ? '' : String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
