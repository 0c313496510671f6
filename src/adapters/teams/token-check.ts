import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'

/** The one issuer of the public cloud's Bot Service. */
export const botIssuer = 'https://api.botframework.com'

export type TokenVerdict =
  | {
      readonly is: 'good'
      readonly serviceUrl: string | undefined
      /** Milliseconds since 1970. */
      readonly expiresAt: number
    }
  | { readonly is: 'bad'; readonly reason: string }
  /** The signing keys could not be had: the token may be good. */
  | { readonly is: 'no-keys'; readonly reason: string }

const metadata = z.object({ jwks_uri: z.url() })
const longestHeader = 8192

/**
 * The bearer of an Authorization header if it claims Teams' issuer, without verifying it. botbuilder 4.23.3 grows
 * a list with every token of another issuer, before it looks at a signature, so those never get as far.
 */
export function plausibleBearer(header: string | undefined): string | undefined {
  if (header === undefined || header.length > longestHeader) return undefined
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(header)?.[1]
  const payload = token?.split('.')[1]
  if (token === undefined || payload === undefined) return undefined
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    const issuer = typeof claims === 'object' && claims !== null && 'iss' in claims ? claims.iss : undefined
    return issuer === botIssuer ? token : undefined
  } catch {
    return undefined
  }
}

/**
 * Verifies signature, audience, issuer and times. botbuilder does so again; by then no stranger's token is left, for
 * which it would print the public key and a stack. Many requests at once fetch the keys once.
 */
export function tokenCheck(options: { readonly metadataUrl: string; readonly appId: string }) {
  let keys: Promise<JWTVerifyGetKey> | undefined

  async function fetchKeys(): Promise<JWTVerifyGetKey> {
    const response = await fetch(options.metadataUrl, { signal: AbortSignal.timeout(10_000) })
    if (!response.ok) throw new Error(`The OpenID metadata answered ${response.status}.`)
    const { jwks_uri } = metadata.parse(await response.json())
    return createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: 10_000, cacheMaxAge: 3_600_000 })
  }

  return async (token: string): Promise<TokenVerdict> => {
    try {
      keys ??= fetchKeys()
      const { payload } = await jwtVerify(token, await keys, {
        issuer: botIssuer,
        audience: options.appId,
        algorithms: ['RS256', 'RS384', 'RS512'],
        requiredClaims: ['exp'],
        clockTolerance: 300,
      })
      const { serviceurl, exp = 0 } = payload
      return {
        is: 'good',
        serviceUrl: typeof serviceurl === 'string' ? serviceurl : undefined,
        expiresAt: exp * 1_000,
      }
    } catch (error) {
      if (isVerdict(error)) return { is: 'bad', reason: error.code }
      keys = undefined
      return { is: 'no-keys', reason: error instanceof Error ? error.message : 'unknown' }
    }
  }
}

function isVerdict(error: unknown): error is errors.JOSEError {
  return (
    error instanceof errors.JOSEError &&
    // The two that speak of the fetching of keys, not of the token.
    !(error instanceof errors.JWKSTimeout) &&
    error.code !== 'ERR_JOSE_GENERIC' &&
    error.code !== 'ERR_JWKS_INVALID'
  )
}
