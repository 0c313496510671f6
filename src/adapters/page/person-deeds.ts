import { z } from 'zod'
import type { AtWork } from './at-work.ts'
import { callBot, troubleOf } from './bot-call.ts'
import { type Answer, refused } from './page-guard.ts'
import type { PageConversation, PagePerson, PressAnswer } from './page-state.ts'
import {
  dialogActivity,
  executeActivity,
  installedActivity,
  messageActivity,
  type Occasion,
  submitActivity,
} from './teams-activity.ts'
import type { Transcript } from './transcript.ts'

const locale = z
  .string()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
  .default('en-US')
  // A browser started without a language says `en-US@posix`.
  .catch('en-US')

const saying = z.object({
  person: z.string(),
  conversation: z.string(),
  text: z.string().max(200_000),
  thread: z.string().optional(),
  locale,
})
const pressing = z.object({
  person: z.string(),
  conversation: z.string(),
  activityId: z.string(),
  action: z.object({
    type: z.enum(['Action.Execute', 'Action.Submit']).default('Action.Execute'),
    id: z.string().optional(),
    title: z.string().optional(),
    verb: z.string().optional(),
    data: z.unknown().optional(),
  }),
  inputs: z.record(z.string(), z.string()).default({}),
  trigger: z.enum(['manual', 'automatic']).default('manual'),
  /** Pressed in a dialog, not on the card that opened it. */
  inDialog: z.boolean().default(false),
  locale,
})
const opensDialog = z.object({ msteams: z.object({ type: z.literal('task/fetch') }) })
const invokeResponse = z.looseObject({
  statusCode: z.number().default(200),
  type: z.string().exactOptional(),
  value: z.unknown().optional(),
})

export interface PersonDeeds {
  /** Posts the message and waits until the bot has taken it; `{id, trouble?}`. */
  say(body: unknown): Promise<Answer>
  /** Sends the press to the bot and answers with what the bot answered (`PressAnswer`). */
  press(body: unknown): Promise<Answer>
  /** Tells the bot, once for each conversation, that it was added there. */
  install(): Promise<void>
}

interface Options {
  readonly botUrl: () => string
  readonly people: readonly PagePerson[]
  readonly conversations: readonly PageConversation[]
  readonly transcript: Transcript
  readonly clock: { now(): number }
  readonly newId: () => string
  readonly working: Pick<AtWork, 'begin' | 'end'>
}

/** What people do on the page, as the activities that Teams would send to the bot. */
export function personDeeds(options: Options): PersonDeeds {
  const { botUrl, people, conversations, transcript, clock, newId, working } = options

  function present(personId: string, conversationId: string) {
    const person = people.find(candidate => candidate.id === personId)
    const conversation = conversations.find(candidate => candidate.id === conversationId)
    return person && conversation?.members.includes(person.id) ? { person, conversation } : undefined
  }

  function occasion(
    who: { person: PagePerson; conversation: PageConversation },
    id: string,
    spoken: string,
  ): Occasion {
    return { ...who, id, locale: spoken, now: clock.now(), serviceUrl: `${botUrl()}/local/connector` }
  }

  async function whileWorking<T>(
    conversation: string,
    thread: string | undefined,
    work: Promise<T>,
  ): Promise<T> {
    working.begin(conversation, thread)
    try {
      return await work
    } finally {
      working.end(conversation, thread)
    }
  }

  return {
    async say(body) {
      const read = saying.safeParse(body)
      if (!read.success) return refused(400, 'BadSyntax', 'Say needs person, conversation and text.')
      const who = present(read.data.person, read.data.conversation)
      if (who === undefined) return notThere
      const { conversation, person } = who
      const root =
        read.data.thread === undefined ? undefined : transcript.find(conversation.id, read.data.thread)
      if (
        read.data.thread !== undefined &&
        (conversation.kind !== 'channel' || root?.thread !== root?.id || !root)
      )
        return refused(404, 'ThreadNotFound', 'There is no such thread.')
      const id = transcript.nextId()
      const thread = conversation.kind === 'channel' ? { thread: root?.id ?? id } : {}
      const { text } = read.data
      const said = await transcript.put({
        id,
        conversation: conversation.id,
        ...thread,
        author: { id: person.id, name: person.name },
        text,
        mentions: [],
        cards: [],
        at: new Date(clock.now()).toISOString(),
      })
      const activity = messageActivity({ ...occasion(who, id, read.data.locale), ...thread }, text)
      const answer = await whileWorking(conversation.id, thread.thread, callBot(botUrl(), activity))
      const trouble = troubleOf(answer)
      if (trouble === undefined) return { status: 200, body: { id } }
      await transcript.put({ ...said, undelivered: trouble })
      return { status: 200, body: { id, trouble } }
    },

    async press(body) {
      const read = pressing.safeParse(body)
      if (!read.success)
        return refused(400, 'BadSyntax', 'Press needs person, conversation, activityId and action.')
      const { activityId, action, inputs, trigger, inDialog } = read.data
      const who = present(read.data.person, read.data.conversation)
      if (who === undefined) return notThere
      const card = transcript.find(who.conversation.id, activityId)
      if (card === undefined || card.deleted)
        return refused(404, 'MessageNotFound', 'There is no such message.')
      const thread = card.thread === undefined ? {} : { thread: card.thread }
      // Teams merges the inputs into the action's data; data that is no object takes none.
      const data =
        isRecord(action.data) || action.data === undefined ? { ...action.data, ...inputs } : action.data
      const when = { ...occasion(who, `f:${newId()}`, read.data.locale), ...thread }
      if (inDialog || (action.type === 'Action.Submit' && opensDialog.safeParse(data).success)) {
        const name = inDialog ? 'task/submit' : 'task/fetch'
        return {
          status: 200,
          body: pressAnswer(await callBot(botUrl(), dialogActivity(when, activityId, name, data)), true),
        }
      }
      if (action.type === 'Action.Submit') {
        const sent = callBot(botUrl(), submitActivity({ ...when, id: transcript.nextId() }, activityId, data))
        return {
          status: 200,
          body: pressAnswer(await whileWorking(who.conversation.id, thread.thread, sent), false),
        }
      }
      const answer = await callBot(botUrl(), executeActivity(when, activityId, { ...action, data }, trigger))
      return { status: 200, body: pressAnswer(answer, true) }
    },

    async install() {
      for (const conversation of conversations) {
        const person = people.find(candidate => conversation.members.includes(candidate.id))
        if (person === undefined || transcript.isInstalled(conversation.id)) continue
        const activity = installedActivity(occasion({ person, conversation }, `f:${newId()}`, 'en-US'))
        if (troubleOf(await callBot(botUrl(), activity)) === undefined)
          await transcript.markInstalled(conversation.id)
      }
    },
  }
}

const notThere = refused(403, 'NotInConversation', 'That person is not in this conversation.')

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function pressAnswer(answer: Awaited<ReturnType<typeof callBot>>, isInvoke: boolean): PressAnswer {
  const trouble = troubleOf(answer)
  const httpStatus = answer.is === 'answered' ? answer.status : 504
  if (trouble !== undefined) return { httpStatus, trouble }
  const invoke = answer.is === 'answered' && isInvoke ? invokeResponse.safeParse(answer.body) : undefined
  if (invoke?.success) return { httpStatus, invoke: invoke.data }
  return isInvoke ? { httpStatus, trouble: 'Gatehouse answered without an invoke response.' } : { httpStatus }
}
