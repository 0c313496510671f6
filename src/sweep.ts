import type { Clock } from 'pg-boss'
import type { Logger } from 'pino'
import { resendOverdue } from './adapters/store/backlog.ts'
import { forgetOldCards } from './adapters/store/conversations.ts'
import type { Engine } from './adapters/store/engine.ts'
import { forgetOldSends } from './adapters/store/send-slots.ts'

const sweepMs = 15_000

/**
 * Takes up again and again what got lost, and forgets what is old. The only process takes up at once what the last one left;
 * replicas leave each other's work alone for a while.
 */
export async function startSweep(
  engine: Engine,
  clock: Clock,
  log: Logger,
): Promise<{ readonly stop: () => void }> {
  await resendOverdue(engine, engine.kind === 'embedded' ? clock.now() : clock.now() - sweepMs)
  const sweep = clock.setInterval(() => {
    Promise.all([
      resendOverdue(engine, clock.now() - sweepMs),
      forgetOldSends(engine, clock.now()),
      forgetOldCards(engine, clock.now()),
    ]).catch(error => log.error({ err: error }, 'The sweep failed'))
  }, sweepMs)
  return { stop: () => clock.clearInterval(sweep) }
}
