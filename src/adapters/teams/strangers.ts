import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { allowance, type Limit } from './allowance.ts'

/** Refused requests of one address. */
export const addressLimit: Limit = { burst: 60, perMinute: 60 }

const mostTokens = 1_000
const longestAddress = 64

export interface Strangers {
  /** Whether this address was refused too often of late, and brings no token that was good before. */
  areTooMany(request: IncomingMessage): boolean
  wasRefused(request: IncomingMessage): void
  /** Its token is good: that address may go on whatever others behind it do. The token is checked each time all the same. */
  wasGood(request: IncomingMessage): void
}

/**
 * Keeps those who knock without being let in from costing more than a look at their headers. Counts refusals only, so Teams,
 * whose requests are not refused, is never slowed down: many share its addresses, and a proxy may show one address for all.
 */
export function strangers(options: {
  readonly limit: Limit
  readonly now: () => number
  /** How many proxies of ours stand before the bot: so many entries of X-Forwarded-For are theirs. */
  readonly trustedProxies: number
}): Strangers {
  const refusals = allowance(options.limit, options.now)
  const goodTokens = new Set<string>()

  const addressOf = ({ headers, socket }: IncomingMessage): string => {
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',')
    const stated = options.trustedProxies > 0 ? forwarded.at(-options.trustedProxies)?.trim() : undefined
    return (stated || (socket.remoteAddress ?? 'unknown')).slice(0, longestAddress)
  }
  const tokenOf = ({ headers }: IncomingMessage) =>
    createHash('sha256')
      .update(headers.authorization ?? '')
      .digest('base64')

  return {
    areTooMany: request => !refusals.has(addressOf(request)) && !goodTokens.has(tokenOf(request)),
    wasRefused: request => {
      refusals.take(addressOf(request))
    },
    wasGood: request => {
      const token = tokenOf(request)
      if (goodTokens.has(token)) return
      const [oldest] = goodTokens
      if (goodTokens.size >= mostTokens && oldest !== undefined) goodTokens.delete(oldest)
      goodTokens.add(token)
    },
  }
}
