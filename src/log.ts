import pino, { type Logger } from 'pino'

/** Structured logs on standard error: standard output carries answers only. Secrets never reach it. */
export function openLog(level: string): Logger {
  return pino(
    {
      level,
      redact: {
        paths: ['*.authorization', '*.password', '*.token', '*.access_token', 'req.headers.authorization'],
        censor: '[redacted]',
      },
    },
    pino.destination({ dest: 2, sync: true }),
  )
}
