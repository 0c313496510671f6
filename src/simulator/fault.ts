import { z } from 'zod'

// `lands`: the request is carried out all the same and only its answer is lost, as seen in the field
// (a change that timed out had nevertheless landed).
const lands = z.boolean().optional()

const faultSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('status'),
    status: z.literal([401, 403, 404, 409, 429, 500, 503]),
    code: z.string().min(1).optional(),
    message: z.string().min(1).optional(),
    /** Seconds, sent as it is. Absent: the answer has no Retry-After. */
    retryAfter: z.number().int().nonnegative().optional(),
    additionalInfo: z.array(z.strictObject({ type: z.string(), info: z.unknown() })).optional(),
    lands,
  }),
  z.strictObject({ is: z.literal('slow'), ms: z.number().int().nonnegative() }),
  z.strictObject({ is: z.literal('hang'), lands }),
  z.strictObject({ is: z.literal('reset'), lands }),
  z.strictObject({ is: z.literal('location-expired') }),
  z.strictObject({ is: z.literal('operation-fails'), code: z.string().min(1), message: z.string().min(1) }),
  z.strictObject({ is: z.literal('rule-vanishes') }),
  z.strictObject({ is: z.literal('overlap') }),
])

export const queueSchema = z.array(
  z.strictObject({
    match: z
      .strictObject({ method: z.string().min(1).optional(), pathContains: z.string().min(1).optional() })
      .optional(),
    times: z.number().int().positive().optional(),
    fault: faultSchema,
  }),
)

export type Fault = z.infer<typeof faultSchema>
export type QueuedFault = z.infer<typeof queueSchema>[number]
type Kind = Fault['is']

interface Matched {
  readonly method: string
  readonly path: string
}

function matches({ match }: QueuedFault, request: Matched): boolean {
  if (match?.method !== undefined && match.method.toUpperCase() !== request.method) return false
  return match?.pathContains === undefined || request.path.includes(match.pathContains)
}

export interface Taken<K extends Kind> {
  readonly fault?: Extract<Fault, { is: K }>
  readonly queue: readonly QueuedFault[]
}

/** Takes the first queued fault of these kinds that matches the request, and counts it as used once. */
export function takeFault<K extends Kind>(
  queue: readonly QueuedFault[],
  request: Matched,
  kinds: readonly K[],
): Taken<K> {
  const isOfKind = (fault: Fault): fault is Extract<Fault, { is: K }> =>
    (kinds as readonly Kind[]).includes(fault.is)
  for (const [index, queued] of queue.entries()) {
    if (!isOfKind(queued.fault) || !matches(queued, request)) continue
    const left = (queued.times ?? 1) - 1
    const rest = left > 0 ? [{ ...queued, times: left }] : []
    return { fault: queued.fault, queue: [...queue.slice(0, index), ...rest, ...queue.slice(index + 1)] }
  }
  return { queue }
}
