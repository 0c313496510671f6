import { setMaxListeners } from 'node:events'
import { AzureMachineLearningWorkspaces } from '@azure/arm-machinelearning'
import {
  createPipelineRequest,
  type HttpClient,
  isRestError,
  type PipelineResponse,
  redirectPolicyName,
} from '@azure/core-rest-pipeline'
import type { TokenCredential } from '@azure/identity'
import type { GatewayTrouble, Urgency } from '../../workspace/gateway.ts'
import type { ArmBudget } from './arm-budget.ts'
import { attempts } from './attempts.ts'
import { sentence } from './sentence.ts'
import { isThrottled } from './token-bucket.ts'

export interface ArmCall {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  /** On `armHost`, api-version included. */
  readonly url: string
  readonly body?: unknown
  readonly deadline: Deadline
  /** A person's where absent. */
  readonly urgency?: Urgency
}

/** When to give up, retries and token included. Calls that answer one question share one. */
export interface Deadline {
  readonly milliseconds: number
  readonly signal: AbortSignal
}

export function deadline(milliseconds: number): Deadline {
  const signal = AbortSignal.timeout(milliseconds)
  // Many requests at once listen to it: that is no leak.
  setMaxListeners(0, signal)
  return { milliseconds, signal }
}

/** For calls one after another: so long each, and so long in all. */
export function deadlineWithin(wholeMs: number, eachMs: number): () => Deadline {
  const whole = deadline(wholeMs)
  return () => {
    const signal = AbortSignal.any([whole.signal, AbortSignal.timeout(eachMs)])
    setMaxListeners(0, signal)
    return { milliseconds: eachMs, signal }
  }
}

/** An answer of any status. `body` is the JSON, or undefined where there is none that can be read. */
export interface ArmAnswer {
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly body: unknown
}

/** What is logged of each call: never a query, a header or a body. */
export interface ArmLogEntry {
  readonly call: string
  readonly status?: number
  readonly correlationId?: string
  readonly trouble?: GatewayTrouble['is']
  /** One sentence, for the operator. */
  readonly detail?: string
}

export type ArmOutcome =
  | { readonly ok: true; readonly answer: ArmAnswer }
  | { readonly ok: false; readonly trouble: GatewayTrouble }

export interface ArmClientOptions {
  readonly credential: TokenCredential
  readonly httpClient: HttpClient
  readonly retry: {
    readonly maxRetries: number
    readonly retryDelayInMs?: number
    readonly maxRetryDelayInMs?: number
  }
  /** What all clients of this process share. */
  readonly budget?: ArmBudget
  readonly log?: (entry: ArmLogEntry) => void
}

const noToken = 'NoToken'

/**
 * Requests of our own through the pipeline of Azure's client (credential, retries, request ids). The client's own operations
 * drop `managedNetwork` in both directions, and it is not bound to its subscription: any address may be asked.
 */
export function armClient(options: ArmClientOptions): (call: ArmCall) => Promise<ArmOutcome> {
  const client = new AzureMachineLearningWorkspaces(named(options.credential), '-', {
    retryOptions: options.retry,
    userAgentOptions: { userAgentPrefix: 'gatehouse' },
    httpClient: options.httpClient,
  })
  const tries = attempts()
  client.pipeline.addPolicy(tries.policy, { afterPhase: 'Retry' })
  if (options.budget !== undefined)
    client.pipeline.addPolicy(options.budget.policy, {
      afterPhase: 'Retry',
      afterPolicies: [tries.policy.name],
    })
  // A redirect would repeat a write, and no address of ARM redirects.
  client.pipeline.removePolicy({ name: redirectPolicyName })

  return async call => {
    const { signal, milliseconds } = call.deadline
    if (signal.aborted) return { ok: false, trouble: { is: 'timed-out' } }
    const request = createPipelineRequest({
      url: call.url,
      method: call.method,
      abortSignal: signal,
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    })
    if (call.body !== undefined) request.headers.set('content-type', 'application/json')
    tries.allow(request, milliseconds)
    options.budget?.plan(request, call.urgency ?? 'person', milliseconds)
    let detail: string | undefined
    const outcome = await raced(client.sendRequest(request), signal)
      .then(answered)
      .catch((error: unknown): ArmOutcome => {
        const latest = tries.latest(request)
        if (latest !== undefined && 'answer' in latest) return answered(latest.answer)
        const cause = latest?.error
        if (isThrottled(cause))
          return { ok: false, trouble: { is: 'throttled', retryAfterSeconds: cause.retryAfterSeconds } }
        if (isRestError(cause)) return unavailable(cause)
        if (signal.aborted) return { ok: false, trouble: { is: 'timed-out' } }
        if (!(error instanceof Error) || error.name !== noToken) throw error
        detail = sentence(error.message)
        return { ok: false, trouble: { is: 'unauthenticated' } }
      })
    const correlationId = outcome.ok ? outcome.answer.header('x-ms-correlation-request-id') : undefined
    options.log?.({
      call: `${call.method} ${new URL(call.url).pathname}`,
      ...(outcome.ok ? { status: outcome.answer.status } : { trouble: outcome.trouble.is }),
      ...(correlationId === undefined ? {} : { correlationId }),
      ...(detail === undefined ? {} : { detail }),
    })
    return outcome
  }
}

/** Marks the trouble of getting a token, whatever the credential throws. */
function named(credential: TokenCredential): TokenCredential {
  return {
    async getToken(scopes, options) {
      try {
        const token = await credential.getToken(scopes, options)
        if (token !== null) return token
      } catch (cause) {
        throw noTokenError(cause instanceof Error ? cause.message : 'The credential failed.')
      }
      throw noTokenError('The credential has no token.')
    },
  }
}

function noTokenError(message: string): Error {
  return Object.assign(new Error(message), { name: noToken })
}

function answered(response: PipelineResponse): ArmOutcome {
  const { status, headers, bodyAsText } = response
  const header = (name: string) => headers.get(name)
  return { ok: true, answer: { status, header, body: jsonOf(bodyAsText ?? '') } }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unavailable(error: { readonly code?: string }): ArmOutcome {
  const message = `The connection to Azure failed (${error.code ?? 'no code'}).`
  return { ok: false, trouble: { is: 'unavailable', message } }
}

/** Ends with the signal even where something below does not listen to it, such as a credential. */
async function raced<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {}
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
