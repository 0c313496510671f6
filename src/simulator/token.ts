import { createHmac, timingSafeEqual } from 'node:crypto'

// Fixed, so that a simulator that was started again still knows its tokens. It guards nothing.
const key = 'the simulated tenant holds no secrets'
const prefix = 'simulated'
const lifetimeSeconds = 3600

function signatureOf(payload: string): string {
  return createHmac('sha256', key).update(payload).digest('base64url')
}

/** Issues a bearer token for a principal; `now` in milliseconds, `expires_on` in seconds since 1970 as a string. */
export function issueToken(oid: string, now: number) {
  const expires = Math.floor(now / 1000) + lifetimeSeconds
  const payload = Buffer.from(JSON.stringify({ oid, exp: expires })).toString('base64url')
  return {
    access_token: `${prefix}.${payload}.${signatureOf(payload)}`,
    expires_on: String(expires),
    token_type: 'Bearer',
  }
}

/** Whether a simulator issued this token. Its age is not looked at: a test may move the clock by days. */
export function isOurToken(token: string): boolean {
  const [start, payload, signature, ...rest] = token.split('.')
  if (start !== prefix || !payload || !signature || rest.length > 0) return false
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(payload))]
  return given.length === right.length && timingSafeEqual(given, right)
}
