import { isRestError } from '@azure/core-rest-pipeline'
import type { GatewayTrouble } from '../../workspace/gateway.ts'
import type { Deadline } from './arm-client.ts'
import { isThrottled } from './token-bucket.ts'
import { troubleOf } from './trouble.ts'

/** What an error that a client of Azure's threw means to us. */
export function troubleIn(error: unknown, { signal }: Deadline): GatewayTrouble {
  if (isRestError(error) && error.response !== undefined) {
    const { status, headers, bodyAsText } = error.response
    return troubleOf({ status, header: name => headers.get(name), body: jsonOf(bodyAsText ?? '') })
  }
  if (isThrottled(error)) return { is: 'throttled', retryAfterSeconds: error.retryAfterSeconds }
  if (signal.aborted) return { is: 'timed-out' }
  if (isRestError(error))
    return { is: 'unavailable', message: `The connection to Azure failed (${error.code ?? 'no code'}).` }
  // The credential's own errors have no class in common.
  return { is: 'unauthenticated' }
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
