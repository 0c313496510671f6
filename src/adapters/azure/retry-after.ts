/** Seconds that an answer asks us to wait, never negative; undefined where it names none that can be read. */
export function retryAfterSeconds(header: (name: string) => string | undefined): number | undefined {
  const value = header('retry-after')?.trim()
  if (value === undefined || value === '') return undefined
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value))
  // A date is measured against the answer's own date, so that our clock need not agree with Azure's.
  const seconds = (Date.parse(value) - Date.parse(header('date') ?? '')) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined
}
