import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

const botIssuer = 'https://api.botframework.com'

export interface TokenClaims {
  readonly serviceUrl?: string
  readonly audience?: string
  readonly issuer?: string
  /** Seconds from now. */
  readonly expiresIn?: number
  readonly notBeforeIn?: number
  /** `stranger`: signed by a key of nobody's, under the real key's id. */
  readonly key?: 'bot-service' | 'other-channel' | 'stranger'
  readonly kid?: string
}

/**
 * The identity services of the cloud on loopback: OpenID metadata and keys of the Bot Service, tokens for a managed
 * identity (App Service protocol), and a pen for tokens as the connector sends them, good ones and others.
 */
export async function startIdentity(options: { readonly appId: string }) {
  const pairs = {
    'bot-service': await generateKeyPair('RS256', { extractable: true }),
    'other-channel': await generateKeyPair('RS256', { extractable: true }),
    stranger: await generateKeyPair('RS256', { extractable: true }),
  }
  const keys = [
    { ...(await exportJWK(pairs['bot-service'].publicKey)), kid: 'bot-service', endorsements: ['msteams'] },
    {
      ...(await exportJWK(pairs['other-channel'].publicKey)),
      kid: 'other-channel',
      endorsements: ['webchat'],
    },
  ]
  const requests: string[] = []
  let down = false

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://identity')
    requests.push(pathname)
    if (down) return send(response, 500, {})
    if (pathname === '/openid/.well-known/openidconfiguration') {
      return send(response, 200, { issuer: botIssuer, jwks_uri: `${url}/openid/keys` })
    }
    if (pathname === '/openid/keys') return send(response, 200, { keys })
    if (pathname === '/msi/token') {
      const expires_on = String(Math.floor(Date.now() / 1000) + 3600)
      return send(response, 200, {
        access_token: 'bot-token',
        expires_on,
        resource: botIssuer,
        token_type: 'Bearer',
      })
    }
    return send(response, 404, {})
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  function payload(claims: TokenClaims) {
    const now = Math.floor(Date.now() / 1000)
    return {
      iss: claims.issuer ?? botIssuer,
      aud: claims.audience ?? options.appId,
      nbf: now + (claims.notBeforeIn ?? -60),
      exp: now + (claims.expiresIn ?? 3600),
      ...(claims.serviceUrl === undefined ? {} : { serviceurl: claims.serviceUrl }),
    }
  }

  function unsigned(claims: TokenClaims): string {
    return `${part({ alg: 'none', typ: 'JWT' })}.${part(payload(claims))}.`
  }

  /** The public key, misused as a shared secret: works where the algorithm is believed from the token. */
  async function symmetric(claims: TokenClaims): Promise<string> {
    const secret = new TextEncoder().encode(JSON.stringify(keys[0]).padEnd(64, '.'))
    return new SignJWT(payload(claims)).setProtectedHeader({ alg: 'HS256', kid: 'bot-service' }).sign(secret)
  }

  function sign(claims: TokenClaims = {}): Promise<string> {
    const key = claims.key ?? 'bot-service'
    const kid = claims.kid ?? (key === 'stranger' ? 'bot-service' : key)
    return new SignJWT(payload(claims)).setProtectedHeader({ alg: 'RS256', kid }).sign(pairs[key].privateKey)
  }

  return {
    url,
    metadataUrl: `${url}/openid/.well-known/openidconfiguration`,
    /** For the process whose outbound tokens are to come from here (`MicrosoftAppType=UserAssignedMSI`). */
    environment: { IDENTITY_ENDPOINT: `${url}/msi/token`, IDENTITY_HEADER: 'test' },
    /** The paths asked for, in order. */
    requests,
    sign,
    unsigned,
    symmetric,
    goDown: (isDown: boolean) => {
      down = isDown
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
