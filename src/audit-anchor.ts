import type { Clock } from 'pg-boss'
import type { Logger } from 'pino'
import { auditHead } from './adapters/store/audit-rows.ts'
import type { Engine } from './adapters/store/engine.ts'

const everyMs = 10_000

export interface AuditAnchor {
  /** Logs the last head. Idempotent. */
  stop(): Promise<void>
}

/**
 * Puts the head of the audit into the log stream: at the start, at the end, and every ten seconds in which it moved. Logs are
 * kept elsewhere, so whoever cuts the tail of the audit, or writes it anew, cannot make the two agree.
 */
export function anchorAudit(
  { sql }: Pick<Engine, 'sql'>,
  clock: Pick<Clock, 'setInterval' | 'clearInterval'>,
  log: Pick<Logger, 'info' | 'error'>,
): AuditAnchor {
  let logged: string | undefined
  const look = async () => {
    try {
      const { seq, hash } = await auditHead(sql)
      if (hash !== logged) log.info({ audit: { head: { seq, hash } } }, 'audit.head')
      logged = hash
    } catch (error) {
      log.error({ err: error }, 'The head of the audit could not be read')
    }
  }
  const first = look()
  const timer = clock.setInterval(() => void look(), everyMs)
  let stopping: Promise<void> | undefined
  return {
    stop: () => {
      stopping ??= (async () => {
        clock.clearInterval(timer)
        await first
        await look()
      })()
      return stopping
    },
  }
}
