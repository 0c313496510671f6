import { createHash } from 'node:crypto'
import type { Activity, CloudAdapter, TurnContext } from 'botbuilder'
import type { Logger } from 'pino'
import type { Incoming } from '../../conversation/incoming.ts'
import type { Reply } from '../../conversation/reply.ts'
import { labelsFor } from '../../language/languages.ts'
import type { guestBook } from './guests.ts'
import type { TeamsHostOptions } from './host-options.ts'
import { hurry, type PersonLimits } from './hurry.ts'
import { incomingOf } from './incoming.ts'
import { invokeBodyOf } from './invoke-body.ts'
import type { Metrics } from './metrics.ts'
import { activityOf } from './outgoing.ts'
import { recentTurns } from './recent-turns.ts'
import { type Timers, typingWhile } from './typing.ts'

/** What goes back over HTTP. */
export interface HttpAnswer {
  readonly status: number
  readonly body?: unknown
}

type Verified = Exclude<Parameters<CloudAdapter['processActivityDirect']>[0], string>

export interface TurnRunnerOptions {
  readonly adapter: CloudAdapter
  readonly botId?: string
  readonly onTurn: TeamsHostOptions['onTurn']
  readonly onPosted?: NonNullable<TeamsHostOptions['onPosted']>
  readonly log: Logger
  readonly metrics: Metrics
  readonly now: () => number
  readonly timers: Timers
  /** Says who is a guest; absent: only what an activity itself says counts. */
  readonly guests?: ReturnType<typeof guestBook>
  /** Names one turn, in the log and to the person if it fails. */
  readonly newId: () => string
  readonly limits: PersonLimits
}

/** Takes a verified activity through the rooms and sends what they reply. Never rejects. */
export function turnRunner(
  options: TurnRunnerOptions,
): (verified: Verified, activity: Activity) => Promise<HttpAnswer> {
  const { adapter, metrics } = options
  const tooFast = hurry(options.limits, options.now)
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
    // Whatever the body holds came through the door as it is.
    const name = typeof activity.name === 'string' ? activity.name : ''
    const turn = options.newId()
    const log = options.log.child({ turn, activityId: activity.id })
    const sorry = apologyIn(activity, turn)
    const began = options.now()
    let answer: HttpAnswer | undefined
    try {
      // Not `process`: that prints every error to the console and puts its message into the response.
      await adapter.processActivityDirect(verified, activity, async context => {
        const incoming = incomingOf(activity, options.botId === undefined ? {} : { bot: options.botId })
        const refused = tooFast(incoming, isInvoke)
        if (refused !== undefined) metrics.turn(incoming.kind, 'too-fast')
        const working = refused ?? replyTo(incoming, context)
        const waits = !isInvoke && (incoming.kind === 'message' || incoming.kind === 'press')
        const typing = () => context.sendActivity({ type: 'typing' })
        const reply = await (waits
          ? typingWhile(Promise.resolve(working), typing, options.timers)
          : Promise.resolve(working))
        answer = isInvoke
          ? { status: 200, body: invokeBodyOf(reply, name) }
          : await say(context, incoming, reply, log)
        log.info({ ...described(incoming), reply: reply.kind, ms: options.now() - began }, 'A turn')
      })
    } catch (error) {
      log.error({ err: error }, 'The turn could not be run')
      failed()
      metrics.turn('unknown', 'failed')
    }
    if (answer !== undefined) return answer
    return isInvoke
      ? { status: 200, body: invokeBodyOf(sorry, name) }
      : {
          status: 500,
          body: { error: { code: 'InternalError', message: 'The message could not be handled.' } },
        }

    async function replyTo(said: Incoming, context: TurnContext): Promise<Reply> {
      let incoming = said
      try {
        incoming = (await options.guests?.(said, context)) ?? said
        const reply = await options.onTurn(incoming)
        metrics.turn(incoming.kind, reply.kind)
        return reply
      } catch (error) {
        log.error({ err: error, kind: incoming.kind }, 'The turn failed')
        metrics.turn(incoming.kind, 'failed')
        failed()
        return incoming.kind === 'message' || incoming.kind === 'press' || isInvoke
          ? sorry
          : { kind: 'nothing' }
      }
    }
  }

  async function say(
    context: TurnContext,
    incoming: Incoming,
    reply: Reply,
    log: Logger,
  ): Promise<HttpAnswer> {
    // A sender that makes no sense to us gets its answer where it will look for it.
    if (reply.kind === 'error' && incoming.kind === 'malformed') {
      return { status: reply.status, body: { error: { code: reply.code, message: reply.text } } }
    }
    const outgoing = activityOf(reply)
    if (!outgoing) return { status: 200 }
    try {
      const posted = await context.sendActivity(outgoing)
      if (reply.kind === 'card' && posted?.id) await options.onPosted?.(incoming, reply, posted.id)
    } catch (error) {
      // The connector need not hear of it: a 500 would only make it send the message again.
      log.error({ err: error }, 'The reply could not be sent')
      metrics.turn(incoming.kind, 'unsent')
    }
    return { status: 200 }
  }
}

/** What a person reads whose turn failed. The reference leads to the log, and says nothing itself. */
function apologyIn(activity: Activity, reference: string): Reply {
  const { locale }: { readonly locale?: unknown } = activity
  const { apology } = labelsFor(typeof locale === 'string' ? locale : undefined).host
  return { kind: 'error', status: 500, code: 'InternalError', text: apology(reference) }
}

/** Of a turn, what a log may hold: no text, no names and nothing that was typed in. */
function described(incoming: Incoming) {
  switch (incoming.kind) {
    case 'press':
      return { kind: incoming.kind, verb: incoming.verb.slice(0, 100), trigger: incoming.trigger }
    case 'other-invoke':
      return { kind: incoming.kind, name: incoming.name.slice(0, 100) }
    case 'malformed':
    case 'ignored':
      return { kind: incoming.kind, reason: incoming.reason.slice(0, 200) }
    default:
      return { kind: incoming.kind }
  }
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
