import type { Urgency } from '../../workspace/gateway.ts'

/** What a bucket needs of a clock: milliseconds, and a timer. */
export interface BucketClock {
  now(): number
  setTimeout(work: () => void, ms: number): unknown
  clearTimeout(timer: unknown): void
}

export interface BucketSize {
  readonly tokens: number
  readonly perSecond: number
}

export interface TokenBucket {
  /** Resolves when the call may be made. Rejects with a `Throttled` where that takes more than `patienceMs`, and with the signal. */
  take(who: Urgency, patienceMs: number, signal?: AbortSignal): Promise<void>
  /** Nothing more goes out for so many seconds. */
  close(seconds: number): void
  /** The other side counts too, and for others beside us. */
  atMost(tokens: number): void
}

/** Azure would not take the call now, so it was not made. */
export type Throttled = Error & { readonly retryAfterSeconds: number }

export function isThrottled(error: unknown): error is Throttled {
  return error instanceof Error && 'retryAfterSeconds' in error
}

interface Waiter {
  readonly latest: number
  readonly go: () => void
  readonly giveUp: (reason: unknown) => void
}

/** What nobody waits for leaves half of the bucket to people, and to the other replicas, which draw on the same one. */
const keptForPeople = 0.5

/** Counts calls as Azure does: so many at once, and so many per second in the long run. People go before the background. */
export function tokenBucket(size: BucketSize, clock: BucketClock): TokenBucket {
  const waiting: Record<Urgency, Waiter[]> = { person: [], background: [] }
  let tokens = size.tokens
  let filledAt = clock.now()
  let closedUntil = 0
  let timer: unknown

  /** Milliseconds until one of these may go; 0: now. */
  function waitFor(who: Urgency, now: number): number {
    const wanted = 1 + (who === 'background' ? size.tokens * keptForPeople : 0)
    return Math.ceil(Math.max(closedUntil - now, ((wanted - tokens) * 1000) / size.perSecond, 0))
  }

  function pump(): void {
    clock.clearTimeout(timer)
    const now = clock.now()
    tokens = Math.min(size.tokens, tokens + (Math.max(0, now - filledAt) * size.perSecond) / 1000)
    filledAt = now
    for (;;) {
      const who = waiting.person.length > 0 ? 'person' : 'background'
      const [first] = waiting[who]
      if (first === undefined) return
      const wait = waitFor(who, now)
      if (wait > 0) {
        for (const each of (['person', 'background'] as const).flatMap(line => waiting[line]))
          if (each.latest < now + wait) each.giveUp(throttled(wait))
        if (waiting.person.length + waiting.background.length > 0) timer = clock.setTimeout(pump, wait)
        return
      }
      tokens -= 1
      first.go()
    }
  }

  return {
    take: (who, patienceMs, signal) =>
      new Promise((resolve, reject) => {
        const line = waiting[who]
        const leave = () => {
          line.splice(line.indexOf(waiter), 1)
          signal?.removeEventListener('abort', abort)
        }
        const waiter: Waiter = {
          latest: clock.now() + patienceMs,
          go: () => {
            leave()
            resolve()
          },
          giveUp: reason => {
            leave()
            reject(reason)
          },
        }
        const abort = () => waiter.giveUp(signal?.reason)
        if (signal?.aborted) return reject(signal.reason)
        signal?.addEventListener('abort', abort)
        line.push(waiter)
        pump()
      }),
    close: seconds => {
      closedUntil = Math.max(closedUntil, clock.now() + seconds * 1000)
    },
    atMost: most => {
      tokens = Math.min(tokens, most)
    },
  }
}

function throttled(ms: number): Throttled {
  const error = new Error('Azure would not take the call now.')
  return Object.assign(error, { retryAfterSeconds: Math.max(1, Math.ceil(ms / 1000)) })
}
