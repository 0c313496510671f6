import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { TestClock } from 'pg-boss'
import { afterAll, describe, inject } from 'vitest'
import { type Engine, type EngineOptions, openEngine } from '../../src/adapters/store/engine.ts'
import { freshDatabase } from './postgres.ts'
import { copyStoreTemplate } from './store-template.ts'

export type StoreKind = Engine['kind']

/** Spreads into the options of `openEngine`. */
export interface Place {
  readonly dataDir: string
  readonly url?: string
}

export interface StoreUnderTest {
  readonly kind: StoreKind
  /** A folder or a database of its own, gone after the suite. Open it several times to play restart or replicas. */
  place(): Promise<Place>
  /** An engine on a fresh place, or on the one given. Closed after the suite if it is not closed before. */
  open(options?: Partial<EngineOptions>): Promise<Engine>
}

/** Runs the same suite on the embedded store and on a PostgreSQL server. */
export function eachStore(name: string, suite: (store: StoreUnderTest) => void): void {
  for (const kind of ['embedded', 'server'] as const)
    describe(`${name} (${kind})`, () => suite(storeUnderTest(kind)))
}

/** One kind of store for the enclosing suite. */
export function storeUnderTest(kind: StoreKind): StoreUnderTest {
  const engines: Engine[] = []
  const leftovers: (() => Promise<void>)[] = []
  afterAll(async () => {
    await Promise.all(engines.map(engine => engine.close()))
    await Promise.all(leftovers.map(remove => remove()))
  })
  const place = async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-store-'))
    leftovers.push(() => rm(dataDir, { recursive: true, force: true }))
    if (kind === 'embedded') {
      await copyStoreTemplate(dataDir)
      return { dataDir }
    }
    const database = await freshDatabase(inject('postgres'))
    leftovers.push(database.drop)
    return { dataDir, url: database.url }
  }
  return {
    kind,
    place,
    async open(options = {}) {
      const where = options.dataDir === undefined ? await place() : {}
      const engine = await openEngine({ dataDir: '', migrations: [], log: () => {}, ...where, ...options })
      engines.push(engine)
      return engine
    },
  }
}

/** Moves a TestClock and everything that waits on it; a plain tick would replay each poll of the time between. */
export async function advance(clock: TestClock, ms: number): Promise<void> {
  await clock.setTime(clock.now() + ms)
  await clock.tick(1_000)
}

/** Looks until it is so. Fails after `patienceMs` milliseconds of real time, looks not counted. */
export async function eventually<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  patienceMs = 45_000,
): Promise<T> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 20) {
    const seen = await look()
    if (seen !== undefined && seen !== false) return seen
    await pause(20)
  }
  throw new Error(`it did not come to be: ${look}`)
}
