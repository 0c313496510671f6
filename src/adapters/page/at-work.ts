import type { PageEvent } from './page-state.ts'

export interface AtWork {
  begin(conversation: string, thread: string | undefined): void
  end(conversation: string, thread: string | undefined): void
  /** A typing activity: at work for three seconds (Activity specification, A6000). */
  typing(conversation: string, thread: string | undefined): void
}

const typingMilliseconds = 3000

/** Counts who is at work where, and tells when that begins and ends. */
export function atWork(tell: (event: PageEvent) => void): AtWork {
  const counts = new Map<string, number>()

  function change(conversation: string, thread: string | undefined, by: 1 | -1): void {
    const key = JSON.stringify([conversation, thread])
    const before = counts.get(key) ?? 0
    counts.set(key, before + by)
    if (before === 0 || before + by === 0)
      tell({
        kind: 'working',
        conversation,
        ...(thread === undefined ? {} : { thread }),
        working: before === 0,
      })
  }

  return {
    begin: (conversation, thread) => change(conversation, thread, 1),
    end: (conversation, thread) => change(conversation, thread, -1),
    typing(conversation, thread) {
      change(conversation, thread, 1)
      setTimeout(() => change(conversation, thread, -1), typingMilliseconds).unref()
    },
  }
}
