import {
  actionsOf,
  type CardJson,
  type Connector,
  dana,
  type Received,
  type Speaker,
  type Thread,
} from '../harness/connector.ts'
import type { Call, House } from '../harness/house.ts'
import { advance } from '../harness/store.ts'

/** A message as a person sees it when they press one of its buttons. */
export type Seen = Pick<Received, 'activityId' | 'card'>

/** A request that was made, and the message whose card became its status card. */
export interface Requested {
  readonly id: string
  readonly number: number
  readonly status: Seen & { readonly card: CardJson }
}

export interface Road {
  readonly house: House
  readonly workspace: string
  readonly thread: Thread
  /** The answer to "can I use Hugging Face in ...?". */
  ask(by?: Speaker): Promise<Received>
  /** Asks, and opens the request form in place of the answer. */
  openForm(by?: Speaker): Promise<Seen & { readonly card: CardJson }>
  request(by?: Speaker): Promise<Requested>
  /** The message with Approve and Reject, once it has been posted. */
  approval(requested: Requested): Promise<Received>
  /** Texts that tell how the request ended, in its thread. */
  news(requested: Requested): readonly Received[]
  /** Lets time pass until the end was told and no card offers anything any more; the news, which came once. */
  end(requested: Requested, seconds?: number): Promise<string>
  /** Every message about the request, as it stands now. */
  messages(requested: Requested): readonly Received[]
  /** Changes that Azure was asked for in this workspace. */
  changes(): Promise<readonly Call[]>
}

export const entered = { in_tier: 'current', in_reason: 'We evaluate a sentence transformer this sprint.' }

/** One workspace, one thread, and what people do there on the way from the question to the news. */
export function road(house: House, workspace: string, thread: Thread): Road {
  const { chat } = house

  const ask: Road['ask'] = async (by = dana) => {
    const { activityId } = await chat.say(by, thread, `can I use Hugging Face in ${workspace}?`)
    const answer = chat.activities.find(({ replyToId }) => replyToId === activityId)
    if (answer === undefined) throw new Error(`Nobody was answered about ${workspace}.`)
    return answer
  }

  const openForm: Road['openForm'] = async (by = dana) => {
    const answer = await ask(by)
    const form = await chat.press(by, thread, answer, 'Request')
    return { activityId: answer.activityId, card: cardOf(form.value) }
  }

  const news: Road['news'] = requested => newsOf(requested, chat, thread)
  const messages: Road['messages'] = requested => messagesAbout(requested, chat, thread)

  return {
    house,
    workspace,
    thread,
    ask,
    openForm,
    news,
    messages,
    request: async (by = dana) => {
      const form = await openForm(by)
      const sent = await chat.press(by, thread, form, 'Request', { inputs: entered })
      return requestedOf(form.activityId, sent.value)
    },
    approval: ({ id }) =>
      house.passUntil(() =>
        chat.activities.findLast(({ card }) =>
          actionsOf(card).some(({ title, data }) => title === 'Approve' && data.request === id),
        ),
      ),
    end: async (requested, seconds) => {
      await house.passUntil(() => {
        const quiet = messages(requested).every(({ card }) => !offersAnything(card))
        return quiet && news(requested).length > 0
      }, seconds)
      for (let more = 0; more < 3; more += 1) await advance(house.clock, 70_000)
      const [text, ...others] = news(requested).map(({ activity }) => activity.text ?? '')
      if (text === undefined || others.length > 0) throw new Error(`It was told ${1 + others.length} times.`)
      return text
    },
    changes: async () =>
      (await house.calls()).filter(
        ({ method, path }) => method !== 'GET' && path.includes(`/workspaces/${workspace}/`),
      ),
  }
}

/** Texts that tell how the request ended, in its thread. */
export function newsOf({ number }: Requested, chat: Connector, thread: Thread): readonly Received[] {
  return chat.activities.filter(
    ({ conversationId, replyToId, activity: { text = '' } }) =>
      conversationId === thread.id &&
      // An answer to somebody's message is no news.
      replyToId === undefined &&
      !text.includes('still waits') &&
      new RegExp(`equest #${number}\\b`).test(text),
  )
}

/** Every message about the request, as it stands now. */
export function messagesAbout(
  { id, status }: Requested,
  chat: Connector,
  thread: Thread,
): readonly Received[] {
  const about = chat.activities.filter(
    each =>
      each.card !== undefined &&
      (JSON.stringify(each.card).includes(id) ||
        (each.conversationId === thread.id && each.activityId === status.activityId)),
  )
  const places = new Map(about.map(each => [`${each.conversationId} ${each.activityId}`, each]))
  return [...places.values()].flatMap(
    each => chat.messageNow({ ...thread, id: each.conversationId }, each.activityId) ?? [],
  )
}

/** Reads which request was made off the requester's own view of its card. */
export function requestedOf(activityId: string, answer: unknown): Requested {
  const card = cardOf(answer)
  const id = actionsOf(card).find(({ title }) => title === 'Withdraw')?.data.request
  const number = /Request #(\d+)/.exec(JSON.stringify(card))?.[1]
  if (typeof id !== 'string' || number === undefined)
    throw new Error(`This is no card of a request: ${JSON.stringify(answer)}`)
  return { id, number: Number(number), status: { activityId, card } }
}

export function cardOf(answer: unknown): CardJson {
  const isCard = typeof answer === 'object' && answer !== null && 'type' in answer
  if (!isCard || answer.type !== 'AdaptiveCard') throw new Error(`This is no card: ${JSON.stringify(answer)}`)
  return answer as CardJson
}

/** Whether a card still lets anybody decide or take back, or refreshes by itself. */
export function offersAnything(card: CardJson | undefined): boolean {
  const refresh = card?.refresh as { readonly userIds?: readonly string[] } | undefined
  return (
    actionsOf(card).some(({ title }) => ['Approve', 'Reject', 'Withdraw'].includes(title)) ||
    (refresh?.userIds ?? []).length > 0
  )
}
