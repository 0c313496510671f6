/** So many at once, and so many a minute in the long run. */
export interface Limit {
  readonly burst: number
  readonly perMinute: number
}

export interface Allowance {
  /** Takes one; false where none is left. */
  take(key: string): boolean
  /** Whether one is left. */
  has(key: string): boolean
}

const mostKeys = 10_000

/** A bucket of allowances for each key, filled by time. Remembers the keys used last; whoever is forgotten starts full. */
export function allowance({ burst, perMinute }: Limit, now: () => number): Allowance {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>()

  function leftOf(key: string): number {
    const bucket = buckets.get(key)
    if (bucket === undefined) return burst
    return Math.min(burst, bucket.left + ((now() - bucket.at) / 60_000) * perMinute)
  }

  return {
    has: key => leftOf(key) >= 1,
    take: key => {
      const left = leftOf(key)
      const enough = left >= 1
      buckets.delete(key)
      const [oldest] = buckets.keys()
      if (buckets.size >= mostKeys && oldest !== undefined) buckets.delete(oldest)
      buckets.set(key, { left: enough ? left - 1 : left, at: now() })
      return enough
    },
  }
}
