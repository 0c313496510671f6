import { type Answer, armError } from './answer.ts'
import type { Fault } from './fault.ts'
import { isOurToken } from './token.ts'

type StatusFault = Extract<Fault, { is: 'status' }>

const usual: Readonly<Record<StatusFault['status'], readonly [code: string, message: string]>> = {
  401: ['ExpiredAuthenticationToken', 'The access token expiry time has passed.'],
  403: [
    'AuthorizationFailed',
    'The client does not have authorization to perform this action over this scope.',
  ],
  404: ['ResourceNotFound', 'The resource was not found.'],
  409: ['Conflict', 'The workspace has an ongoing operation running. Try again when it has ended.'],
  429: ['TooManyRequests', 'The request is being throttled.'],
  500: ['InternalServerError', 'Received 500 from a service request.'],
  503: ['ServiceUnavailable', 'The service is unavailable.'],
}

/** The answer that a queued `status` fault asks for; code and message as the service would choose unless given. */
export function faultAnswer(fault: StatusFault): Answer {
  const [code, message] = usual[fault.status]
  return armError(fault.status, fault.code ?? code, fault.message ?? message, {
    ...(fault.additionalInfo ? { additionalInfo: fault.additionalInfo } : {}),
    ...(fault.retryAfter === undefined ? {} : { headers: { 'Retry-After': String(fault.retryAfter) } }),
  })
}

/** The refusal of a request without a token of ours; undefined if it may come in. */
export function unauthorised(authorization: string | undefined): Answer | undefined {
  const headers = { 'WWW-Authenticate': 'Bearer' }
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  if (token === undefined) {
    const message = "Authentication failed. The 'Authorization' header is missing or is not a bearer token."
    return armError(401, 'AuthenticationFailed', message, { headers })
  }
  if (isOurToken(token)) return undefined
  return armError(401, 'InvalidAuthenticationToken', 'The access token is invalid.', { headers })
}
