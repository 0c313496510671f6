import type { Health } from './adapters/store/engine.ts'
import { within } from './adapters/store/within.ts'
import type { Incoming } from './conversation/incoming.ts'
import type { Reply } from './conversation/reply.ts'
import { refuse } from './intents/refuse.ts'
import { labelsFor } from './language/languages.ts'

/** Teams waits ten seconds for the answer to a press; the look at the store takes two of them. */
const patienceMs = 6_000

// lock_not_available, query_canceled, deadlock_detected: somebody holds what we need.
const busy = new Set(['55P03', '57014', '40P01'])

/**
 * The answer of a turn; where the store errs or hangs, a sentence that says so. Nothing may be done that is not on record, so
 * there is no way round the store. Every other error is the caller's.
 */
export async function failClosed(
  incoming: Incoming,
  turn: () => Promise<Reply>,
  health: () => Promise<Health>,
  tell: (what: object, sentence: string) => void,
): Promise<Reply> {
  const working = turn()
  const outcome = await within(
    patienceMs,
    working.then(
      reply => ({ reply }),
      (error: unknown) => ({ error }),
    ),
    undefined,
  )
  if (outcome !== undefined && 'reply' in outcome) return outcome.reply
  const error = outcome?.error
  const store = await health()
  if (store.ok && !isBusy(error)) return working
  if (!('person' in incoming) || incoming.kind === 'installed' || incoming.kind === 'uninstalled')
    return working
  // It may still come to an end; nobody waits for it any more.
  working.catch(() => {})
  tell({ ...(error === undefined ? {} : { err: error }), store }, 'The store does not answer')
  // In the language of the client: what people chose is in the store.
  return refuse({ is: 'store-trouble' }, { labels: labelsFor(incoming.person.locale) })
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && busy.has(String(error.code))
}
