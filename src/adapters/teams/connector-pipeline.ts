import type { Pipeline, PipelinePolicy, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline'

export interface SendPolicy {
  /** How long one try may take, in milliseconds. */
  readonly timeoutMs: number
  readonly retries: number
  /** A longer Retry-After is not sat out: the answer goes back to the caller, who can come again later. */
  readonly longestWaitMs: number
  readonly sleep: (milliseconds: number) => Promise<void>
}

/** The connector gave no answer. `sent: false`: no connection came about, so nothing can have arrived. */
export interface Silence extends Error {
  readonly name: 'ConnectorSilence'
  readonly sent: boolean
}

const neverSent = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]

/**
 * Sets our way of sending on a connector client. botbuilder's own repeats a POST after a 5xx or a reset, so that one
 * message appears up to four times, and waits for a hanging connector for ever.
 */
export function tuneConnectorClient(client: object, policy: SendPolicy): void {
  const pipeline = pipelineOf(client)
  pipeline.removePolicy({ name: 'defaultRetryPolicy' })
  // A redirect would carry the bot's token to a host that nobody allowed.
  pipeline.removePolicy({ name: 'redirectPolicy' })
  pipeline.addPolicy(teamsRetry(policy), { phase: 'Retry' })
}

/** The pipeline inside a connector client: a private field of botbuilder 4.23.3, held by a test. */
export function pipelineOf(client: object): Pipeline {
  const inner = 'client' in client ? client.client : undefined
  const pipeline =
    typeof inner === 'object' && inner !== null && 'pipeline' in inner ? inner.pipeline : undefined
  if (typeof pipeline !== 'object' || pipeline === null || !('removePolicy' in pipeline)) {
    throw new Error('botbuilder’s connector client no longer has a pipeline at client.pipeline.')
  }
  return pipeline as Pipeline
}

export function isSilence(error: unknown): error is Silence {
  return error instanceof Error && error.name === 'ConnectorSilence' && 'sent' in error
}

function teamsRetry(policy: SendPolicy): PipelinePolicy {
  return {
    name: 'teamsRetry',
    async sendRequest(request, next) {
      // The SDK's own agent keeps idle connections so long that the connector drops them first, and a POST that meets
      // such a reset may or may not have arrived. Node's global agent drops them after 5 s.
      request.disableKeepAlive = true
      for (let tried = 0; ; tried++) {
        const answer = await attempt(request, next, policy.timeoutMs)
        const wait = tried < policy.retries ? waitBefore(request.method, answer, tried) : undefined
        if (wait === undefined || wait > policy.longestWaitMs) {
          if ('name' in answer) throw answer
          return answer
        }
        await policy.sleep(wait)
      }
    },
  }
}

async function attempt(
  request: PipelineRequest,
  next: (request: PipelineRequest) => Promise<PipelineResponse>,
  timeoutMs: number,
): Promise<PipelineResponse | Silence> {
  // `request.timeout` ends with the headers; a signal covers the body too.
  request.abortSignal = AbortSignal.timeout(timeoutMs)
  try {
    return await next(request)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const silence = new Error(`The connector gave no answer (${code}).`, { cause: error })
    return Object.assign(silence, { name: 'ConnectorSilence', sent: !neverSent.includes(code) } as const)
  }
}

/** Milliseconds before the next try; undefined where there must be none. A new message is repeated only if it was refused. */
function waitBefore(method: string, answer: PipelineResponse | Silence, tried: number): number | undefined {
  const backoff = Math.min(8000, 500 * 2 ** tried) * (0.5 + Math.random() / 2)
  const repeatable = method !== 'POST'
  if ('name' in answer) return repeatable ? backoff : undefined
  const refused = answer.status === 429 || answer.status === 412
  if (!refused && !(repeatable && answer.status >= 500)) return undefined
  return retryAfterMs(answer) ?? backoff
}

function retryAfterMs(response: PipelineResponse): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined
}
