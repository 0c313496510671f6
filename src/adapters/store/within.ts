import { setTimeout as pause } from 'node:timers/promises'

/** The work's own outcome, or `late` if that takes more than `ms` milliseconds. The work itself goes on. */
export async function within<T, L>(ms: number, work: Promise<T>, late: L): Promise<T | L> {
  const stop = new AbortController()
  const limit = pause(ms, late, { signal: stop.signal }).catch(() => late)
  try {
    return await Promise.race([work, limit])
  } finally {
    stop.abort()
  }
}
