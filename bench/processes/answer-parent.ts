/** What one process has used so far. */
export interface Usage {
  /** Milliseconds of processor time. */
  readonly cpuMs: number
  /** Megabytes. */
  readonly rss: number
  readonly heap: number
}

export type FromChild =
  | { readonly is: 'ready'; readonly port: number; readonly sinceStartMs: number; readonly usage: Usage }
  | { readonly is: 'usage'; readonly usage: Usage }

export type FromParent = { readonly is: 'usage'; readonly collect: boolean } | { readonly is: 'end' }

function usage(): Usage {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  return { cpuMs: (user + system) / 1000, rss: rss / 2 ** 20, heap: heapUsed / 2 ** 20 }
}

/** Says that it listens, and from then on what it has used, whenever it is asked. */
export function answerParent(port: number, close: () => Promise<void> = async () => {}): void {
  const tell = (message: FromChild) => process.send?.(message)
  process.on('message', (message: FromParent) => {
    if (message.is === 'end') return void close().then(() => process.exit(0))
    if (message.collect) globalThis.gc?.()
    tell({ is: 'usage', usage: usage() })
  })
  process.on('disconnect', () => process.exit(0))
  tell({ is: 'ready', port, sinceStartMs: performance.now(), usage: usage() })
}
