import { z } from 'zod'
import type { Incoming } from '../../conversation/incoming.ts'
import type { ConversationReference } from '../../conversation/messenger.ts'
import type { Person } from '../../conversation/person.ts'
import { conversationOf, type Envelope, envelope, idUpTo, personOf, tenantOf } from './envelope.ts'
import { messageText } from './message-text.ts'

const verb = z.string().min(1).max(200)
const record = z.record(z.string(), z.unknown())
const execute = z.object({
  action: z.object({ verb, data: record.nullish() }),
  trigger: z.enum(['manual', 'automatic']).nullish(),
})
const submit = z.looseObject({ verb })
const dialog = z.object({ data: submit })
const link = z.object({ url: z.string().min(1).max(8192) })
const members = z.array(z.looseObject({ id: z.string() }))

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
      return invokeOf(it, from)
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

function invokeOf(it: Envelope, from: From): Incoming {
  switch (it.name) {
    case 'adaptiveCard/action':
      return pressOf(it, from)
    case 'task/fetch':
    case 'task/submit':
      return dialogOf(it, from)
    case 'composeExtension/queryLink':
    case 'composeExtension/anonymousQueryLink': {
      const read = link.safeParse(it.value)
      if (!read.success) return malformed(it, `The link lacks a usable ${whereOf(read.error)}.`)
      return {
        kind: 'link',
        url: read.data.url,
        anonymous: it.name !== 'composeExtension/queryLink',
        ...from,
      }
    }
    default:
      return { kind: 'other-invoke', name: (it.name ?? '').slice(0, 200), ...from }
  }
}

/** A dialog is opened and sent by the same buttons as a card: what it sends stands in `value.data`. */
function dialogOf(it: Envelope, from: From): Incoming {
  const read = dialog.safeParse(it.value)
  if (!read.success) return malformed(it, `The dialog lacks a usable ${whereOf(read.error)}.`)
  const { verb: said, msteams: _, ...data } = read.data.data
  return { kind: 'press', verb: said, data, trigger: 'manual', via: 'dialog', ...cardOf(it), ...from }
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
  const id = idUpTo(500).safeParse(it.replyToId)
  return id.success ? { cardActivityId: id.data } : {}
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
