import { z } from 'zod'
import type { Accepted, GatewayAnswer, OperationHandle, OperationStatus } from '../../workspace/gateway.ts'
import { givenAddress } from './arm-address.ts'
import type { ArmAnswer } from './arm-client.ts'
import { armErrorOf } from './arm-error.ts'
import { retryAfterSeconds } from './retry-after.ts'
import { notUnderstood, troubleOf } from './trouble.ts'
import { word } from './wire-rule.ts'

// `unwatched`: Azure took the change but named no address that we may ask; only reading back can tell.
const handle = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal(['status', 'location']), url: z.string() }),
  z.object({ kind: z.literal('unwatched') }),
])

export type Operation = z.infer<typeof handle>

/** What Azure's answer to a change says: done at once, or where to ask. */
export function acceptedOf(answer: ArmAnswer, apiVersion: string): Accepted {
  const operation = operationOf(answer, apiVersion)
  const wait = retryAfterSeconds(answer.header)
  const correlationId = answer.header('x-ms-correlation-request-id')
  return {
    ...(operation === undefined ? {} : { operation: JSON.stringify(operation) as OperationHandle }),
    ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
    ...(correlationId === undefined ? {} : { correlationId }),
  }
}

/** Azure-AsyncOperation before Location, and Location only where the status says that work remains (ARM's async-operations). */
function operationOf(answer: ArmAnswer, apiVersion: string): Operation | undefined {
  const status = answer.header('azure-asyncoperation')
  const location = answer.header('location')
  const pending = answer.status === 201 || answer.status === 202
  if (status !== undefined) return at('status', status, apiVersion)
  if (location !== undefined && pending) return at('location', location, apiVersion)
  return answer.status === 202 ? { kind: 'unwatched' } : undefined
}

function at(kind: 'status' | 'location', address: string, apiVersion: string): Operation {
  const url = givenAddress(address, apiVersion)
  return url === undefined ? { kind: 'unwatched' } : { kind, url }
}

/** Reads a stored handle; undefined where it is none of ours. */
export function operationFrom(text: OperationHandle): Operation | undefined {
  try {
    return handle.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

const pollBody = z
  .object({
    status: word,
    properties: z.object({ provisioningState: word }).catch({ provisioningState: undefined }),
  })
  .partial()
  .catch({})

const failures = ['failed', 'canceled', 'cancelled']
const successes = ['succeeded', 'completed']
const underWay = [
  ...['inprogress', 'running', 'accepted', 'notstarted', 'pending', 'queued', 'started'],
  ...['creating', 'updating', 'deleting', 'provisioning'],
]

/** What a poll says. The words decide before the HTTP status: this provider answers 200 with `Failed` (azapi#508). */
export function statusOf(kind: 'status' | 'location', answer: ArmAnswer): GatewayAnswer<OperationStatus> {
  const { status } = answer
  // 403: the address lies at the subscription, which an identity with a role on one resource group may not read.
  if (status === 404 || status === 410 || status === 403) return { ok: true, value: { is: 'gone' } }
  if (status >= 300) return { ok: false, trouble: troubleOf(answer) }
  const body = pollBody.parse(answer.body)
  const said = (body.status ?? body.properties?.provisioningState)?.toLowerCase()
  if (said !== undefined && failures.includes(said)) return { ok: true, value: failed(said, answer.body) }
  if (status === 202) return { ok: true, value: running(answer) }
  if (status === 204) return { ok: true, value: { is: 'succeeded' } }
  if (kind === 'status' && said === undefined) {
    return { ok: false, trouble: notUnderstood('Azure answered a poll without a status.') }
  }
  return { ok: true, value: isDone(kind, said) ? { is: 'succeeded' } : running(answer) }
}

/** A status address names its end; a Location is done when it no longer says 202, unless its body says otherwise. */
function isDone(kind: 'status' | 'location', said = ''): boolean {
  return kind === 'status' ? successes.includes(said) : !underWay.includes(said)
}

function failed(said: string, body: unknown): OperationStatus {
  const { code, message } = armErrorOf(body)
  return { is: 'failed', code: code || said, message: message || 'Azure gave no reason.' }
}

function running(answer: ArmAnswer): OperationStatus {
  const wait = retryAfterSeconds(answer.header)
  return { is: 'running', ...(wait === undefined ? {} : { retryAfterSeconds: wait }) }
}
