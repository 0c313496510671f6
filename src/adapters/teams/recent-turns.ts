export interface RecentTurns<T> {
  /** Runs the work once per key; a repetition gets the same answer, also while the first is under way. */
  once(key: string, work: () => Promise<T>): { readonly repeated: boolean; readonly answer: Promise<T> }
  /** What came of it does not count: a repetition is run again. */
  forget(key: string): void
}

/** Teams sends one activity again when the answer is slow. Remembers keys for a while, the newest `capacity` at most. */
export function recentTurns<T>(options: {
  readonly now: () => number
  readonly ttlMs: number
  readonly capacity: number
}): RecentTurns<T> {
  const seen = new Map<string, { readonly at: number; readonly answer: Promise<T> }>()
  return {
    once(key, work) {
      const now = options.now()
      for (const [old, { at }] of seen) {
        if (seen.size < options.capacity && now - at < options.ttlMs) break
        seen.delete(old)
      }
      const known = seen.get(key)
      if (known) return { repeated: true, answer: known.answer }
      const answer = work()
      seen.set(key, { at: now, answer })
      return { repeated: false, answer }
    },
    forget: key => void seen.delete(key),
  }
}
