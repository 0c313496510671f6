import type { Activity, ConversationReference as BotReference, CloudAdapter } from 'botbuilder'
import { z } from 'zod'
import type {
  ConversationReference,
  Messenger,
  OutgoingMessage,
  SendOutcome,
} from '../../conversation/messenger.ts'
import { isSilence } from './connector-pipeline.ts'
import { messageActivity } from './outgoing.ts'
import { isServiceUrlAllowed, type ServiceUrlRule } from './service-url.ts'

const address = z.looseObject({
  serviceUrl: z.string().min(1),
  channelId: z.string().min(1),
  bot: z.looseObject({ id: z.string().min(1), name: z.string().nullish() }).optional(),
  conversation: z.looseObject({ id: z.string().min(1) }),
  locale: z.string().nullish(),
})

/** Used where the connector says "later" without saying when. */
const defaultWaitSeconds = 5

/** Speaks in conversations that the bot was in before. Outcomes are values; each try ends within the pipeline's time-out. */
export function teamsMessenger(options: {
  readonly adapter: CloudAdapter
  /** Empty in local mode. */
  readonly appId: string
  readonly serviceUrls: ServiceUrlRule
}): Messenger {
  async function deliver(
    conversation: ConversationReference,
    message: OutgoingMessage,
    activityId: string | undefined,
  ): Promise<SendOutcome> {
    const read = address.safeParse(conversation.address)
    if (!read.success) return { is: 'gone', detail: 'The stored address of the conversation cannot be read.' }
    if (!isServiceUrlAllowed(read.data.serviceUrl, options.serviceUrls)) {
      return { is: 'gone', detail: 'The stored address leads to a host that this bot does not speak to.' }
    }
    const activity = messageActivity(message)
    let id: string | undefined
    try {
      await options.adapter.continueConversationAsync(
        options.appId,
        read.data as unknown as Partial<BotReference>,
        async context => {
          // botbuilder makes up an id for the activity that starts the turn, and would answer to it.
          context.activity.id = undefined as unknown as string
          const sent =
            activityId === undefined
              ? await context.sendActivity(activity)
              : await context.updateActivity({ ...activity, id: activityId } as Partial<Activity>)
          id = sent?.id
        },
      )
    } catch (error) {
      return outcomeOf(error, activityId === undefined ? 'post' : 'update')
    }
    return { is: 'sent', activityId: id || (activityId ?? '') }
  }

  return {
    post: (conversation, message) => deliver(conversation, message, undefined),
    update: (conversation, activityId, message) => deliver(conversation, message, activityId),
  }
}

/** What a failed send means. Statuses as Teams documents them for bots (conversation messages, status codes). */
export function outcomeOf(error: unknown, what: 'post' | 'update'): SendOutcome {
  if (isSilence(error)) {
    return { is: error.sent && what === 'post' ? 'ambiguous' : 'failed', detail: error.message }
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : Number.NaN
  const detail = detailOf(error, status)
  if (status === 429) return { is: 'throttled', retryAfterSeconds: retryAfterSeconds(error) }
  if (status === 403 || status === 404 || status === 410) return { is: 'gone', detail }
  // A POST that ended in a 5xx or a time-out within the service may have been stored all the same.
  if (what === 'post' && (status >= 500 || status === 408)) return { is: 'ambiguous', detail }
  return { is: 'failed', detail }
}

function detailOf(error: unknown, status: number): string {
  // Before the connector was asked, as where no token was to be had. Its words may name what is not for the record.
  if (Number.isNaN(status)) return `Nothing was sent (${error instanceof Error ? error.name : 'unknown'}).`
  const code = error instanceof Error && 'code' in error ? String(error.code).slice(0, 100) : ''
  return `The connector answered ${status}${code === '' || code === 'undefined' ? '' : ` (${code})`}.`
}

function retryAfterSeconds(error: unknown): number {
  const { response } = error as {
    readonly response?: { readonly headers?: { get(name: string): string | undefined } }
  }
  const seconds = Number(response?.headers?.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : defaultWaitSeconds
}
