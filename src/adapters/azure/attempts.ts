import type { PipelinePolicy, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline'
import { retryAfterSeconds } from './retry-after.ts'

/** How the latest try of a request ended; nothing while it is under way. */
type Attempt = { readonly answer: PipelineResponse } | { readonly error: unknown }

export interface Attempts {
  /** To be placed below the retry policy, where it sees every try. */
  readonly policy: PipelinePolicy
  /** Says how long a request may take in all: waiting longer than that before a retry is pointless. */
  allow(request: PipelineRequest, milliseconds: number): void
  latest(request: PipelineRequest): Attempt | undefined
}

/**
 * Remembers the latest try, so that a time-out during the wait before a retry is told as what Azure said (throttled, say),
 * and stops at once where Azure asks for a longer wait than we have: the pipeline itself would wait without limit.
 */
export function attempts(): Attempts {
  const allowed = new WeakMap<PipelineRequest, number>()
  const ended = new WeakMap<PipelineRequest, Attempt>()
  return {
    policy: {
      name: 'gatehouseAttempts',
      async sendRequest(request, next) {
        ended.delete(request)
        const answer = await next(request).catch((error: unknown) => {
          ended.set(request, { error })
          throw error
        })
        ended.set(request, { answer })
        const wait = retryAfterSeconds(name => answer.headers.get(name)) ?? 0
        if (wait * 1000 > (allowed.get(request) ?? Number.POSITIVE_INFINITY)) {
          if (answer.status === 429 || answer.status === 503)
            throw new Error('Azure asks for too long a wait.')
        }
        return answer
      },
    },
    allow: (request, milliseconds) => void allowed.set(request, milliseconds),
    latest: request => ended.get(request),
  }
}
