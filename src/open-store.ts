import type { Clock } from 'pg-boss'
import type { Logger } from 'pino'
import { type Engine, openEngine } from './adapters/store/engine.ts'
import { migrations } from './adapters/store/migrations/all.ts'

export interface StoreOptions {
  readonly url?: string
  readonly password?: () => Promise<string>
  readonly dataDir: string
  readonly clock: Clock
  readonly log: Logger
  /** Says, in a sentence for people, what takes long. */
  readonly say?: (sentence: string) => void
}

/** Opens the store with our tables. An embedded one is then this process's alone, and so is everything else in its folder. */
export function openStore({ log, say, ...options }: StoreOptions): Promise<Engine> {
  return openEngine({
    ...options,
    migrations,
    log: ({ level, message, ...rest }) => log[level](rest, message),
    ...(say === undefined ? {} : { slow: say }),
  })
}
