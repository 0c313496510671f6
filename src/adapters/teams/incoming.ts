import { z } from 'zod'
import type { Incoming } from '../../conversation/incoming.ts'
import type { ConversationReference } from '../../conversation/messenger.ts'
import type { Person } from '../../conversation/person.ts'
import { audienceIn } from './audience-in.ts'
import { messageText } from './message-text.ts'

// Teams writes null where it has nothing to say.
const account = z.looseObject({ id: z.string().min(1).max(300), name: z.string().nullish() })
const guid = z.guid().transform(id => id.toLowerCase())

const envelope = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().min(1).max(300).nullish(),
  name: z.string().nullish(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(2048),
  from: account.extend({ aadObjectId: z.unknown().optional() }),
  recipient: account.nullish(),
  conversation: z.looseObject({
    id: z.string().min(1).max(500),
    conversationType: z.string().nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string().nullish() }).nullish() }).nullish(),
})
type Envelope = z.infer<typeof envelope>

const verb = z.string().min(1).max(200)
const record = z.record(z.string(), z.unknown())
const execute = z.object({
  action: z.object({ verb, data: record.nullish() }),
  trigger: z.enum(['manual', 'automatic']).nullish(),
})
const submit = z.looseObject({ verb })
const members = z.array(z.looseObject({ id: z.string() }))
const locale = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/)

/** What an activity means to the rooms. Believes nothing that the channel does not vouch for. Pure; never throws. */
export function incomingOf(activity: unknown, ids: { readonly bot?: string }): Incoming {
  const parsed = envelope.safeParse(activity)
  if (!parsed.success) return malformed(activity, `The activity lacks a usable ${whereOf(parsed.error)}.`)
  const it = parsed.data
  if (!spoken.includes(it.type)) return { kind: 'ignored', reason: it.type }
  const tenant = tenantOf(it)
  if (typeof tenant !== 'string') return malformed(activity, tenant.reason)
  const person = personOf(it, tenant)
  const from = {
    activityId: it.id ?? '',
    person,
    conversation: conversationOf(it, person),
  }
  const botIds = [it.recipient?.id, ids.bot].filter(id => id !== undefined)
  if (botIds.includes(it.from.id)) return { kind: 'ignored', reason: 'the bot itself' }
  switch (it.type) {
    case 'message':
      if (!it.id) return malformed(activity, 'The message has no id.')
      return messageOf(it, from, botIds)
    case 'invoke':
      if (!it.id) return malformed(activity, 'The invoke has no id.')
      if (it.name === 'adaptiveCard/action') return pressOf(it, from)
      return { kind: 'other-invoke', name: (it.name ?? '').slice(0, 200), ...from }
    case 'installationUpdate':
      if (it.action === 'add') return { kind: 'installed', ...from }
      if (it.action === 'remove') return { kind: 'uninstalled', ...from }
      return { kind: 'ignored', reason: `installationUpdate ${String(it.action).slice(0, 50)}` }
    case 'conversationUpdate':
      if (holds(it.membersAdded, botIds)) return { kind: 'installed', ...from }
      if (holds(it.membersRemoved, botIds)) return { kind: 'uninstalled', ...from }
      return { kind: 'ignored', reason: 'conversationUpdate' }
    default:
      return { kind: 'ignored', reason: it.type }
  }
}

/** All else (edits, reactions, typing, kinds not invented yet) is left alone: an edit never repeats a command. */
const spoken = ['message', 'invoke', 'installationUpdate', 'conversationUpdate']

type From = {
  readonly activityId: string
  readonly person: Person
  readonly conversation: ConversationReference
}

function messageOf(it: Envelope, from: From, botIds: readonly string[]): Incoming {
  const text = messageText(it.text, it.entities, botIds)
  const value = it.value
  if (typeof value === 'object' && value !== null) {
    const pressed = submit.safeParse(value)
    if (pressed.success) {
      // `msteams` is an instruction to the client, not data of ours.
      const { verb: said, msteams: _, ...data } = pressed.data
      return { kind: 'press', verb: said, data, trigger: 'manual', via: 'submit', ...cardOf(it), ...from }
    }
    if (text === '')
      return { kind: 'malformed', reason: 'The value of the press names no verb.', invoke: false }
  }
  return { kind: 'message', text, ...from }
}

function pressOf(it: Envelope, from: From): Incoming {
  const read = execute.safeParse(it.value)
  if (!read.success) return malformed(it, `The press lacks a usable ${whereOf(read.error)}.`)
  const { action, trigger } = read.data
  return {
    kind: 'press',
    verb: action.verb,
    data: action.data ?? {},
    // Some clients and the Playground send no trigger for a press by hand.
    trigger: trigger ?? 'manual',
    via: 'execute',
    ...cardOf(it),
    ...from,
  }
}

function cardOf(it: Envelope): { readonly cardActivityId?: string } {
  const id = it.replyToId
  return typeof id === 'string' && id !== '' ? { cardActivityId: id } : {}
}

function personOf(it: Envelope, tenantId: string): Person {
  const objectId = guid.safeParse(it.from.aadObjectId)
  const said = locale.safeParse(it.locale)
  return {
    tenantId,
    userId: it.from.id,
    name: (it.from.name ?? '').slice(0, 200),
    ...(objectId.success ? { objectId: objectId.data } : {}),
    ...(said.success ? { locale: said.data } : {}),
  }
}

function conversationOf(it: Envelope, person: Person): ConversationReference {
  const { conversation } = it
  const address = {
    serviceUrl: it.serviceUrl,
    channelId: it.channelId,
    ...(it.recipient ? { bot: it.recipient } : {}),
    conversation,
    ...(typeof it.locale === 'string' ? { locale: it.locale } : {}),
  }
  const kind = kindOf(conversation)
  const audience = audienceIn(kind, conversation.id, person)
  return {
    tenantId: person.tenantId,
    key: conversation.id,
    kind,
    ...(audience === undefined ? {} : { audience }),
    address,
  }
}

function kindOf(conversation: Envelope['conversation']): ConversationReference['kind'] {
  switch (conversation.conversationType) {
    case 'channel':
    case 'personal':
    case 'groupChat':
      return conversation.conversationType
    case undefined:
    case null:
    case '':
      return conversation.isGroup === true ? 'groupChat' : 'personal'
    default:
      // A kind not invented yet: taken for a place where others read along.
      return 'groupChat'
  }
}

/** The tenant that the channel names, in lower case; where it names two that differ, neither is believed. */
function tenantOf(it: Envelope): string | { readonly reason: string } {
  const stated = [it.conversation.tenantId, it.channelData?.tenant?.id].filter(id => typeof id === 'string')
  const read = stated.map(id => guid.safeParse(id))
  const [first, second] = read
  if (first === undefined) return { reason: 'The activity names no tenant.' }
  if (!first.success || second?.success === false) return { reason: 'The tenant is no GUID.' }
  if (second !== undefined && second.data !== first.data) return { reason: 'The activity names two tenants.' }
  return first.data
}

function holds(list: unknown, botIds: readonly string[]): boolean {
  const read = members.safeParse(list)
  return read.success && read.data.some(member => botIds.includes(member.id))
}

function malformed(activity: unknown, reason: string): Incoming {
  const invoke =
    typeof activity === 'object' && activity !== null && 'type' in activity && activity.type === 'invoke'
  return { kind: 'malformed', reason, invoke }
}

function whereOf(error: z.ZodError): string {
  return error.issues[0]?.path.join('.') || 'body'
}
