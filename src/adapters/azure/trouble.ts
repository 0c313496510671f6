import type { GatewayTrouble } from '../../workspace/gateway.ts'
import type { ArmAnswer } from './arm-client.ts'
import { type ArmError, armErrorOf } from './arm-error.ts'
import { retryAfterSeconds } from './retry-after.ts'

/** ARM says 429 without a Retry-After at times; its buckets refill within seconds (request-limits-and-throttling). */
const defaultRetrySeconds = 30

/** What an answer with an error status, or with a status that we did not ask for, means to us. */
export function troubleOf(answer: ArmAnswer): GatewayTrouble {
  const { status } = answer
  const error = armErrorOf(answer.body)
  if (isLock(error.code)) return disallowed(error)
  if (status === 401) return { is: 'unauthenticated' }
  if (status === 403) {
    return error.code.startsWith('RequestDisallowed')
      ? disallowed(error)
      : { is: 'forbidden', message: said(answer, error) }
  }
  if (status === 404) return { is: 'not-found' }
  if (status === 408) return { is: 'timed-out' }
  if (status === 409) return { is: 'busy', message: said(answer, error) }
  if (status === 429) {
    return { is: 'throttled', retryAfterSeconds: retryAfterSeconds(answer.header) ?? defaultRetrySeconds }
  }
  if (status >= 500) return { is: 'unavailable', message: said(answer, error) }
  if (status >= 400)
    return { is: 'refused', code: error.code || `HTTP ${status}`, message: said(answer, error) }
  return notUnderstood(`Azure answered HTTP ${status}, which was not expected here.`)
}

export function notUnderstood(message: string): GatewayTrouble {
  return { is: 'not-understood', message }
}

/** A lock, or a subscription that is switched off: 409 by status, but waiting does not help. */
function isLock(code: string): boolean {
  return code === 'ScopeLocked' || code === 'ReadOnlyDisabledSubscription'
}

function disallowed(error: ArmError): GatewayTrouble {
  const message = error.message || 'Azure does not allow this.'
  const named =
    error.policy === undefined || message.includes(error.policy)
      ? message
      : `${message.replace(/[.!?…]+$/, '').slice(0, 290 - error.policy.length)} (${error.policy}).`
  return { is: 'disallowed', code: error.code, message: named }
}

function said(answer: ArmAnswer, error: ArmError): string {
  return error.message || error.code || `Azure answered HTTP ${answer.status}.`
}
