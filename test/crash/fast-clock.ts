import type { AttachableClock } from 'pg-boss'

export interface FastTime {
  /** The instant, in milliseconds since 1970, at which the fast clock and the real one agree. */
  readonly epoch: number
  /** How many of its seconds pass in a real one. */
  readonly speed: number
}

/**
 * A clock that runs so many times faster than the real one, the same in every process that is given the same values, so that
 * leases and claims of minutes end in seconds. pg-boss reads the time in the database: that function is made to run as fast.
 */
export function fastClock({ epoch, speed }: FastTime): AttachableClock {
  return {
    now: () => Math.floor(epoch + (Date.now() - epoch) * speed),
    setTimeout: (work, ms) => setTimeout(work, ms / speed),
    clearTimeout: timer => clearTimeout(timer as NodeJS.Timeout),
    setInterval: (work, ms) => setInterval(work, Math.max(ms / speed, 1)),
    clearInterval: timer => clearInterval(timer as NodeJS.Timeout),
    attach: async ({ db, schema }) => {
      // Replicas start at once, and two may not replace one function together.
      await db.executeSql(`
        select pg_advisory_xact_lock(724999);
        create or replace function ${schema}.job_now() returns timestamp with time zone as $$
          select to_timestamp(${epoch / 1000} + (extract(epoch from pg_catalog.clock_timestamp()) - ${epoch / 1000}) * ${speed});
        $$ language sql volatile;`)
      return { [Symbol.asyncDispose]: async () => {} }
    },
  }
}
