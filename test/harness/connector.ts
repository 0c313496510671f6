import { actionsOf, type CardAction, type CardJson, inputsOf } from './card-content.ts'
import { type Received, startConnectorService } from './connector-service.ts'
import type { Speaker, Thread } from './people.ts'

export * from './card-content.ts'
export type { Fault, Received } from './connector-service.ts'
export * from './people.ts'

export interface InvokeBody {
  readonly statusCode: number
  readonly type: string
  readonly value: unknown
}

export type Connector = Awaited<ReturnType<typeof startConnector>>

/**
 * Teams as the bot sees it: people who write and press, and a strict Bot Connector that keeps what the bot sends.
 * What Teams would not accept is refused and kept as a complaint, for `assertClean`.
 */
export async function startConnector(options: {
  /** The bot's address, such as `http://127.0.0.1:3978`; can be set later. */
  readonly bot?: string
  readonly port?: number
  /** Of a service: the token that stands in the Authorization header. */
  readonly bearer?: (serviceUrl: string) => Promise<string>
  readonly appId?: string
}) {
  const bot = { id: `28:${options.appId ?? 'gatehouse'}`, name: 'Gatehouse' }
  const { bearer } = options
  const service = await startConnectorService({
    port: options.port ?? 0,
    bot,
    asksForToken: bearer !== undefined,
  })
  const { waitFor } = service
  let botUrl = options.bot
  let sequence = 0

  /** Posts any activity to the bot, with what every activity of Teams has. */
  async function deliver(person: Speaker, thread: Thread, more: Readonly<Record<string, unknown>>) {
    if (botUrl === undefined) throw new Error('The connector was not told where the bot is.')
    const id = `u${++sequence}`
    const { id: from, name, aadObjectId } = person
    const activity = {
      id,
      timestamp: new Date(1_700_000_000_000 + sequence).toISOString(),
      channelId: 'msteams',
      serviceUrl: service.url,
      from: { id: from, name, ...(aadObjectId ? { aadObjectId } : {}) },
      recipient: bot,
      conversation: {
        id: thread.id,
        conversationType: thread.type,
        tenantId: person.tenantId,
        ...(thread.type === 'personal' ? {} : { isGroup: true }),
      },
      channelData: { tenant: { id: person.tenantId } },
      locale: person.locale,
      ...more,
    }
    service.enter(thread)
    service.remember(thread, String(activity.id))
    const authorization = bearer ? { authorization: `Bearer ${await bearer(service.url)}` } : {}
    const response = await fetch(`${botUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify(activity),
    })
    const text = await response.text()
    const json = text === '' ? undefined : (JSON.parse(text) as unknown)
    return { status: response.status, body: json, activityId: String(activity.id) }
  }

  /** Somebody writes; outside personal chats the bot is mentioned, or it would not hear of it. */
  function say(person: Speaker, thread: Thread, text: string) {
    if (thread.type === 'personal')
      return deliver(person, thread, { type: 'message', text, textFormat: 'plain' })
    const mention = { type: 'mention', text: `<at>${bot.name}</at>`, mentioned: bot }
    return deliver(person, thread, { type: 'message', text: `${mention.text} ${text}`, entities: [mention] })
  }

  function actionOf(card: CardJson, named: string): CardAction {
    const actions = actionsOf(card)
    const found =
      actions.find(action => action.title === named || action.verb === named) ??
      actions.find(action => action.title.startsWith(named))
    if (found) return found
    throw new Error(
      `The card has no "${named}"; it has ${actions.map(action => `"${action.title}"`).join(', ') || 'none'}.`,
    )
  }

  /** Presses a button by its title (or how that starts) or verb. Untouched inputs keep their starting values. */
  async function press(
    person: Speaker,
    thread: Thread,
    message: Pick<Received, 'activityId' | 'card'>,
    named: string,
    more: {
      readonly inputs?: Readonly<Record<string, string>>
      readonly trigger?: 'manual' | 'automatic'
      readonly id?: string
    } = {},
  ): Promise<InvokeBody> {
    const card = message.card ?? {}
    const action = actionOf(card, named)
    if (action.type !== 'Action.Execute')
      throw new Error(`"${action.title}" is an ${action.type}, not an Action.Execute.`)
    const data = { ...action.data, ...inputsOf(card), ...more.inputs }
    const { status, body } = await deliver(person, thread, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: message.activityId,
      value: { action: { type: action.type, verb: action.verb, data }, trigger: more.trigger ?? 'manual' },
      ...(more.id ? { id: more.id } : {}),
    })
    if (status !== 200) throw new Error(`An invoke was answered with HTTP ${status}: ${JSON.stringify(body)}`)
    return body as InvokeBody
  }

  /** Presses as an old client does, by the fallback: it comes as a message and is answered by one. */
  function submit(
    person: Speaker,
    thread: Thread,
    message: Pick<Received, 'activityId' | 'card'>,
    named: string,
    inputs: Readonly<Record<string, string>> = {},
  ) {
    const { fallback } = actionOf(message.card ?? {}, named)
    const data = fallback?.data as object | undefined
    if (fallback?.type !== 'Action.Submit')
      throw new Error(`"${named}" has no Action.Submit to fall back to.`)
    const value = { ...data, ...inputsOf(message.card), ...inputs }
    return deliver(person, thread, { type: 'message', replyToId: message.activityId, value })
  }

  return {
    ...service,
    bot,
    talkTo: (address: string): void => {
      botUrl = address
    },
    deliver,
    say,
    press,
    submit,
    /** The first card in this conversation, posted or updated, of which this is true. */
    cardIn: (thread: Thread, wanted: (card: CardJson) => boolean = () => true, timeoutMs?: number) =>
      waitFor(
        ({ conversationId, card }) => conversationId === thread.id && !!card && wanted(card),
        timeoutMs,
      ),
    textIn: (thread: Thread, wanted: (text: string) => boolean = () => true, timeoutMs?: number) =>
      waitFor(
        ({ conversationId, activity }) =>
          conversationId === thread.id && !!activity.text && wanted(activity.text),
        timeoutMs,
      ),
  }
}
