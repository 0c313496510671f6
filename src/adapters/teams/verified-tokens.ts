import { createHash } from 'node:crypto'

export interface VerifiedTokens<Verified> {
  /** What was found when this token was verified, if that still counts. */
  of(token: string): Verified | undefined
  /** `expiresAt`: milliseconds since 1970, from the token. */
  keep(token: string, verified: Verified, expiresAt: number): void
}

/** A key that is withdrawn counts for at most so long. */
const keptMs = 300_000
const keptAtMost = 1_000

/**
 * Tokens whose signature and claims were found good. Teams sends the same one for about an hour, and to verify it twice for each
 * activity costs more than many a turn. Only their hashes are kept, so none can be read out of memory.
 */
export function verifiedTokens<Verified>(now: () => number): VerifiedTokens<Verified> {
  const known = new Map<string, { readonly verified: Verified; readonly until: number }>()
  const hashOf = (token: string) => createHash('sha256').update(token).digest('base64')
  return {
    of: token => {
      const hash = hashOf(token)
      const found = known.get(hash)
      if (found === undefined || now() < found.until) return found?.verified
      known.delete(hash)
      return undefined
    },
    keep: (token, verified, expiresAt) => {
      const [oldest] = known.keys()
      if (known.size >= keptAtMost && oldest !== undefined) known.delete(oldest)
      known.set(hashOf(token), { verified, until: Math.min(expiresAt, now() + keptMs) })
    },
  }
}
