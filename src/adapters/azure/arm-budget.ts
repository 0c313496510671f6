import type { PipelinePolicy, PipelineRequest } from '@azure/core-rest-pipeline'
import type { Urgency } from '../../workspace/gateway.ts'
import { retryAfterSeconds } from './retry-after.ts'
import { type BucketClock, type BucketSize, type TokenBucket, tokenBucket } from './token-bucket.ts'

/** What a call counts as at Azure. `graph`: a query of Azure Resource Graph, which is no write although it is a POST. */
export type CallKind = 'read' | 'write' | 'delete' | 'graph'

/** Looks on as a call goes out, and at what comes back; each try of a request is a call. */
export type CallWatch = <T extends { readonly status: number }>(
  call: { readonly kind: CallKind; readonly method: string },
  send: () => Promise<T>,
) => Promise<T>

/** ARM's figures for one principal in one subscription, and Resource Graph's for one user (request-limits-and-throttling). */
const sizes: Readonly<Record<CallKind, BucketSize>> = {
  read: { tokens: 250, perSecond: 25 },
  write: { tokens: 200, perSecond: 10 },
  delete: { tokens: 200, perSecond: 10 },
  graph: { tokens: 15, perSecond: 3 },
}

/** Some answers of 429 name no wait; ARM's buckets refill within seconds. */
const unnamedWaitSeconds = 5

export interface ArmBudget {
  /** To be placed below the retry policy, so that every try is counted. */
  readonly policy: PipelinePolicy
  /** Says whose a request is, and how long it may wait for its turn; a person's, and a minute, where nothing was said. */
  plan(request: PipelineRequest, who: Urgency, patienceMs: number): void
}

/**
 * Keeps what is asked of Azure within what Azure takes, by subscription and kind of call, and people's questions before what
 * nobody waits for. Where Azure said when to come again, nothing goes out before: a call in between would only be put off
 * further. For all clients of one process; other replicas show in the remainders that Azure's answers name.
 */
export function armBudget(clock: BucketClock, watch: CallWatch = (_call, send) => send()): ArmBudget {
  const buckets = new Map<string, TokenBucket>()
  const plans = new WeakMap<PipelineRequest, { readonly who: Urgency; readonly patienceMs: number }>()

  function bucketOf(subscription: string, kind: CallKind): TokenBucket {
    const key = `${subscription} ${kind}`
    const bucket = buckets.get(key) ?? tokenBucket(sizes[kind], clock)
    buckets.set(key, bucket)
    return bucket
  }

  return {
    plan: (request, who, patienceMs) => void plans.set(request, { who, patienceMs }),
    policy: {
      name: 'gatehouseBudget',
      async sendRequest(request, next) {
        const { kind, subscription } = accountOf(request)
        const bucket = bucketOf(subscription, kind)
        const { who, patienceMs } = plans.get(request) ?? { who: 'person', patienceMs: 60_000 }
        await bucket.take(who, patienceMs, request.abortSignal as AbortSignal | undefined)
        const answer = await watch({ kind, method: request.method }, () => next(request))
        const header = (name: string) => answer.headers.get(name)
        if (answer.status === 429) bucket.close(retryAfterSeconds(header) ?? unnamedWaitSeconds)
        const left = Number(header(remainder[kind]) ?? Number.NaN)
        if (Number.isFinite(left)) bucket.atMost(left)
        return answer
      },
    },
  }
}

const remainder: Readonly<Record<CallKind, string>> = {
  read: 'x-ms-ratelimit-remaining-subscription-reads',
  write: 'x-ms-ratelimit-remaining-subscription-writes',
  delete: 'x-ms-ratelimit-remaining-subscription-deletes',
  graph: 'x-ms-user-quota-remaining',
}

function accountOf({ method, url }: PipelineRequest): {
  readonly kind: CallKind
  readonly subscription: string
} {
  const { pathname } = new URL(url)
  if (/^\/providers\/Microsoft\.ResourceGraph\//i.test(pathname)) return { kind: 'graph', subscription: '' }
  const subscription = /^\/subscriptions\/([^/]+)/i.exec(pathname)?.[1]?.toLowerCase() ?? ''
  const kind = method === 'GET' || method === 'HEAD' ? 'read' : method === 'DELETE' ? 'delete' : 'write'
  return { kind, subscription }
}
