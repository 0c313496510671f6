import { createHash } from 'node:crypto'
import type { Activity, CloudAdapter, TurnContext } from 'botbuilder'
import type { Logger } from 'pino'
import type { Incoming } from '../../conversation/incoming.ts'
import type { Reply } from '../../conversation/reply.ts'
import { incomingOf } from './incoming.ts'
import type { Metrics } from './metrics.ts'
import { activityOf, invokeBodyOf } from './outgoing.ts'
import { recentTurns } from './recent-turns.ts'

/** What goes back over HTTP. */
export interface HttpAnswer {
  readonly status: number
  readonly body?: unknown
}

type Verified = Exclude<Parameters<CloudAdapter['processActivityDirect']>[0], string>

export interface TurnRunnerOptions {
  readonly adapter: CloudAdapter
  readonly botId?: string
  readonly onTurn: (incoming: Incoming) => Promise<Reply>
  readonly log: Logger
  readonly metrics: Metrics
  readonly now: () => number
}

/** Takes a verified activity through the rooms and sends what they reply. Never rejects. */
export function turnRunner(
  options: TurnRunnerOptions,
): (verified: Verified, activity: Activity) => Promise<HttpAnswer> {
  const { adapter, log, metrics } = options
  // Redeliveries were seen some 15 and 30 s later; two minutes are plenty.
  const recent = recentTurns<HttpAnswer>({ now: options.now, ttlMs: 120_000, capacity: 1000 })

  return async (verified, activity) => {
    const key = activity.id ? keyOf(activity) : undefined
    if (key === undefined) return run(verified, activity, () => {})
    const { repeated, answer } = recent.once(key, () => run(verified, activity, () => recent.forget(key)))
    if (!repeated) return answer
    metrics.turn(activity.type === 'invoke' ? 'invoke' : 'activity', 'repeated')
    // A repeated press gets the first one's answer; a repeated message was or is being answered already.
    return activity.type === 'invoke' ? answer : { status: 200 }
  }

  /** `failed` is called where a second delivery may fare better than this one. */
  async function run(verified: Verified, activity: Activity, failed: () => void): Promise<HttpAnswer> {
    const isInvoke = activity.type === 'invoke'
    let answer: HttpAnswer | undefined
    try {
      // Not `process`: that prints every error to the console and puts its message into the response.
      await adapter.processActivityDirect(verified, activity, async context => {
        const incoming = incomingOf(activity, options.botId === undefined ? {} : { bot: options.botId })
        const reply = await replyTo(incoming, activity, failed)
        answer = isInvoke ? { status: 200, body: invokeBodyOf(reply) } : await say(context, incoming, reply)
      })
    } catch (error) {
      log.error({ err: error, activityId: activity.id }, 'The turn could not be run')
      failed()
      metrics.turn('unknown', 'failed')
    }
    return (
      answer ?? { status: isInvoke ? 200 : 500, body: isInvoke ? invokeBodyOf(apology(activity)) : sorry }
    )
  }

  async function replyTo(incoming: Incoming, activity: Activity, failed: () => void): Promise<Reply> {
    try {
      const reply = await options.onTurn(incoming)
      metrics.turn(incoming.kind, reply.kind)
      if (incoming.kind === 'malformed' || incoming.kind === 'ignored') {
        log.info({ activityId: activity.id, reason: incoming.reason }, `The activity was ${incoming.kind}`)
      }
      return reply
    } catch (error) {
      log.error({ err: error, activityId: activity.id, kind: incoming.kind }, 'The turn failed')
      metrics.turn(incoming.kind, 'failed')
      failed()
      return incoming.kind === 'message' || incoming.kind === 'press' || activity.type === 'invoke'
        ? apology(activity)
        : { kind: 'nothing' }
    }
  }

  async function say(context: TurnContext, incoming: Incoming, reply: Reply): Promise<HttpAnswer> {
    // A sender that makes no sense to us gets its answer where it will look for it.
    if (reply.kind === 'error' && incoming.kind === 'malformed') {
      return { status: reply.status, body: { error: { code: reply.code, message: reply.text } } }
    }
    const outgoing = activityOf(reply)
    if (!outgoing) return { status: 200 }
    try {
      await context.sendActivity(outgoing)
    } catch (error) {
      // The connector need not hear of it: a 500 would only make it send the message again.
      log.error({ err: error, activityId: context.activity.id }, 'The reply could not be sent')
      metrics.turn(incoming.kind, 'unsent')
    }
    return { status: 200 }
  }
}

const sorry = { error: { code: 'InternalError', message: 'The message could not be handled.' } }

function apology(activity: Activity): Reply {
  const reference = (activity.id ?? 'none').replace(/[^\w:.-]/g, '').slice(0, 64)
  const text = `Sorry, something went wrong here. If it happens again, give this reference to the people who run Gatehouse: ${reference}`
  return { kind: 'error', status: 500, code: 'InternalError', text }
}

/**
 * Same id, same sender and same content: one and the same. With other content it is another turn, whatever its id. Undefined
 * for content that is nested too deeply to be compared.
 */
function keyOf(activity: Activity): string | undefined {
  const content = [
    activity.type,
    activity.conversation.id,
    activity.id,
    activity.from.id,
    activity.name,
    activity.replyToId,
    activity.text,
    activity.value,
  ]
  try {
    return createHash('sha256').update(JSON.stringify(content)).digest('base64')
  } catch {
    return undefined
  }
}
