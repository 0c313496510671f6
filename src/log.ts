import pino, { type Logger } from 'pino'

/** Of an error only what says where it came from: a database's errors carry the values of the statement with them. */
function knownParts(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error).slice(0, 500) }
  const code = 'code' in error ? { code: String(error.code) } : {}
  return { type: error.name, message: error.message, ...code, stack: error.stack }
}

/** Structured logs on standard error: standard output carries answers only. Secrets never reach it. */
export function openLog(level: string): Logger {
  return pino(
    {
      level,
      serializers: { err: knownParts },
      redact: {
        paths: ['*.authorization', '*.password', '*.token', '*.access_token', 'req.headers.authorization'],
        censor: '[redacted]',
      },
    },
    pino.destination({ dest: 2, sync: true }),
  )
}
