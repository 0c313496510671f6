import type { IncomingHttpHeaders } from 'node:http'

export interface Answer {
  readonly status: number
  readonly body?: unknown
}

const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i

/** Why a request to the page is refused: no web page elsewhere may speak to it, nor read from it, not by DNS rebinding either. */
export function refusalOf(
  method: string | undefined,
  headers: Pick<IncomingHttpHeaders, 'host' | 'origin' | 'content-type'>,
): Answer | undefined {
  const { host, origin } = headers
  if (host === undefined || !loopback.test(host))
    return refused(403, 'NotLocal', 'Host must be this machine.')
  if (origin !== undefined && origin !== `http://${host}`)
    return refused(403, 'ForeignOrigin', 'Only the page itself may call this address.')
  const hasBody = method === 'POST' || method === 'PUT'
  if (hasBody && !/^application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? ''))
    return refused(415, 'NotJson', 'The body must be application/json.')
  return undefined
}

/** An error in the shape that the Bot Connector uses. */
export function refused(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } }
}
