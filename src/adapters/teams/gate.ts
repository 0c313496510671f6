import type { IncomingHttpHeaders } from 'node:http'
import type { Activity } from 'botbuilder'
import { z } from 'zod'
import { isLoopback, isServiceUrlAllowed, type ServiceUrlRule } from './service-url.ts'
import { plausibleBearer } from './token-check.ts'

/** Why a request does not come in: one word for the log and the caller's program, one sentence for a person. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 413 | 415 | 429 | 500 | 503
  readonly code: string
  readonly message: string
}

export const mostBytes = 256 * 1024

const envelope = z.looseObject({
  type: z.string().min(1),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  conversation: z.looseObject({ id: z.string().min(1) }),
  from: z.looseObject({ id: z.string().min(1) }),
})

/**
 * In local mode no token is asked for, so no page of another origin may get in: a foreign Host means DNS rebinding,
 * a foreign Origin a form or script elsewhere. `port` is the one that we listen on.
 */
export function localRefusal(headers: IncomingHttpHeaders, port: number): Refusal | undefined {
  const host = headers.host ?? ''
  if (!URL.canParse(`http://${host}`) || !isLoopback(new URL(`http://${host}`).hostname)) {
    return {
      status: 403,
      code: 'ForeignHost',
      message: 'Local mode answers only under a loopback host name.',
    }
  }
  const { origin } = headers
  if (origin === undefined) return undefined
  const url = URL.canParse(origin) ? new URL(origin) : undefined
  const own = url?.protocol === 'http:' && isLoopback(url.hostname) && url.port === String(port)
  return own
    ? undefined
    : { status: 403, code: 'ForeignOrigin', message: 'Local mode answers only to its own page.' }
}

/** What can be told from the headers of a posted activity, before its body is read. */
export function headerRefusal(headers: IncomingHttpHeaders, asksForToken: boolean): Refusal | undefined {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    return { status: 415, code: 'NotJson', message: 'The body must be sent as application/json.' }
  }
  if (headers['content-encoding'] !== undefined) {
    return { status: 415, code: 'Encoded', message: 'The body must be sent without content encoding.' }
  }
  // Before the body is read, so that a stranger costs us little.
  if (asksForToken && plausibleBearer(headers.authorization) === undefined) return unauthorized
  return undefined
}

export const unauthorized: Refusal = {
  status: 401,
  code: 'Unauthorized',
  message: 'The request does not come from Teams.',
}

export type Door =
  | { readonly is: 'open'; readonly activity: Activity }
  | { readonly is: 'refused'; readonly refusal: Refusal }

/** What can be told from the body before anybody is believed. */
export function bodyDoor(body: unknown, rule: ServiceUrlRule): Door {
  const parsed = envelope.safeParse(body)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') || 'body'
    return shut(400, 'NotAnActivity', `This is no activity: "${field}" is missing or wrong.`)
  }
  if (parsed.data.channelId !== 'msteams') return shut(400, 'OtherChannel', 'Only Teams is served.')
  if (!isServiceUrlAllowed(parsed.data.serviceUrl, rule)) {
    return shut(400, 'ForeignServiceUrl', 'The service URL is not one that this bot speaks to.')
  }
  // Without `deliveryMode`: with expectReplies botbuilder keeps the answers back instead of sending them.
  const { deliveryMode: _, ...activity } = parsed.data
  return { is: 'open', activity: activity as unknown as Activity }
}

/** Every tenant that the activity names must be one of ours, and it must name one. Asked after authentication. */
export function tenantRefusal(activity: Activity, allowed: readonly string[]): Refusal | undefined {
  const channelData: unknown = activity.channelData
  const inChannel = z.looseObject({ tenant: z.looseObject({ id: z.string() }) }).safeParse(channelData)
  const stated = [activity.conversation.tenantId, inChannel.data?.tenant.id].filter(
    id => typeof id === 'string',
  )
  const ours = allowed.map(id => id.toLowerCase())
  if (stated.length > 0 && stated.every(id => ours.includes(id.toLowerCase()))) return undefined
  return { status: 403, code: 'OtherTenant', message: 'This bot does not serve that organisation.' }
}

function shut(status: Refusal['status'], code: string, message: string): Door {
  return { is: 'refused', refusal: { status, code, message } }
}
