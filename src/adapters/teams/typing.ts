export interface Timers {
  setTimeout(work: () => void, milliseconds: number): unknown
  clearTimeout(timer: unknown): void
}

/** An answer within a second needs no typing before it. */
const firstAfterMs = 1_000
/** Clients show it for three seconds (Activity schema, A6000), and every try counts as a send. */
const againAfterMs = 3_000
/** How long an answer waits for a typing that is under way, so that none comes after it. */
const graceMs = 1_000

/** Shows that the bot is typing for as long as the work goes on, and never after it. What becomes of a typing is no matter. */
export async function typingWhile<T>(
  work: Promise<T>,
  show: () => Promise<unknown>,
  timers: Timers,
): Promise<T> {
  let underWay: Promise<unknown> | undefined
  let timer: unknown
  const showAfter = (milliseconds: number) => {
    timer = timers.setTimeout(() => {
      // The timer goes first: a connector that hangs must not keep the next one from being cleared.
      showAfter(againAfterMs)
      underWay ??= show()
        .catch(() => undefined)
        .finally(() => {
          underWay = undefined
        })
    }, milliseconds)
  }
  showAfter(firstAfterMs)
  try {
    return await work
  } finally {
    timers.clearTimeout(timer)
    if (underWay !== undefined) await Promise.race([underWay, elapsed(graceMs, timers)])
  }
}

function elapsed(milliseconds: number, timers: Timers): Promise<void> {
  return new Promise(resolve => {
    timers.setTimeout(resolve, milliseconds)
  })
}
