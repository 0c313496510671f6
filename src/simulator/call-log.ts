import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/** A request that reached the simulated ARM. `status` is null while, or if for ever, it has no answer. */
export interface Call {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly status: number | null
  /** Milliseconds of the simulator's clock. */
  readonly at: number
  readonly body?: unknown
}

export interface CallLog {
  /** Writes a call down and returns what writes its answer's status. */
  received(call: Omit<Call, 'status'>): (status: number) => void
  /** The newest calls, oldest first, and how many older ones were let go. */
  all(): { readonly calls: readonly Call[]; readonly dropped: number }
  clear(): void
}

const limit = 20_000

type Entry = { readonly n: number; readonly call: Call } | { readonly n: number; readonly status: number }

/** Keeps the calls in memory and, with a path, there as lines of JSON, so that a count of PUTs outlives a kill. */
export function callLog(path: string | undefined): CallLog {
  const calls = new Map<number, Call>()
  let next = 0
  let dropped = 0

  function keep(entry: Entry): void {
    const call = calls.get(entry.n)
    if ('call' in entry) calls.set(entry.n, entry.call)
    else if (call) calls.set(entry.n, { ...call, status: entry.status })
    next = Math.max(next, entry.n + 1)
    for (const oldest of calls.keys()) {
      if (calls.size <= limit) return
      calls.delete(oldest)
      dropped += 1
    }
  }

  if (path !== undefined && existsSync(path)) {
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      const entry = parsed(line)
      if (entry) keep(entry)
    }
    writeFileSync(path, [...calls].map(([n, call]) => lineOf({ n, call })).join(''))
  }

  function record(entry: Entry): void {
    keep(entry)
    if (path !== undefined) appendFileSync(path, lineOf(entry))
  }

  return {
    received(call) {
      const n = next
      record({ n, call: { ...call, status: null } })
      return status => {
        if (calls.has(n)) record({ n, status })
      }
    },
    all: () => ({ calls: [...calls.values()], dropped }),
    clear() {
      calls.clear()
      dropped = 0
      if (path !== undefined) rmSync(path, { force: true })
    },
  }
}

function lineOf(entry: Entry): string {
  return `${JSON.stringify(entry)}\n`
}

function parsed(line: string): Entry | undefined {
  try {
    return line === '' ? undefined : (JSON.parse(line) as Entry)
  } catch {
    // The last line of a process that was killed while it wrote.
    return undefined
  }
}
