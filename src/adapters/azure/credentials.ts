import type { AccessToken, TokenCredential } from '@azure/identity'
import { z } from 'zod'
import { loopbackOrigin } from './loopback.ts'

/** The identity that the process runs under in Azure; the client id chooses among several managed identities. */
export function cloudCredential(clientId?: string): TokenCredential {
  let kept: Promise<TokenCredential> | undefined
  return {
    async getToken(scopes, options) {
      kept ??= defaultCredential(clientId)
      const credential = await kept
      return credential.getToken(scopes, options)
    },
  }
}

/** Loaded on first use: the package takes 300 ms to import, and local mode never asks for it. */
async function defaultCredential(clientId?: string): Promise<TokenCredential> {
  const { DefaultAzureCredential } = await import('@azure/identity')
  return clientId === undefined
    ? new DefaultAzureCredential()
    : new DefaultAzureCredential({ managedIdentityClientId: clientId })
}

const tokenBody = z.object({ access_token: z.string().min(1), expires_on: z.coerce.number().positive() })

/** A credential that asks the simulator at this loopback address for its tokens. */
export function simulatorCredential(endpoint: string): TokenCredential {
  const origin = loopbackOrigin(endpoint)
  return {
    async getToken(_scopes, options): Promise<AccessToken> {
      const signal = options?.abortSignal
      const controller = new AbortController()
      const stop = () => controller.abort()
      signal?.addEventListener('abort', stop)
      try {
        const response = await fetch(`${origin}/_sim/token`, { signal: controller.signal, redirect: 'error' })
        const token = tokenBody.parse(await response.json())
        return { token: token.access_token, expiresOnTimestamp: token.expires_on * 1000 }
      } finally {
        signal?.removeEventListener('abort', stop)
      }
    },
  }
}
