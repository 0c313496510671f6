import { gatehouseBot, localTenantId } from './local-people.ts'
import type { PageConversation, PagePerson } from './page-state.ts'

type Activity = Readonly<Record<string, unknown>>

/** Where, when and by whom: what every activity that Teams sends has. */
export interface Occasion {
  readonly id: string
  readonly now: number
  readonly serviceUrl: string
  readonly person: PagePerson
  readonly locale: string
  readonly conversation: PageConversation
  /** In a channel: the message that began the thread. */
  readonly thread?: string
}

export interface PressedAction {
  readonly type: 'Action.Execute' | 'Action.Submit'
  readonly id?: string | undefined
  readonly title?: string | undefined
  readonly verb?: string | undefined
  readonly data?: unknown
}

/** A person's message; outside a personal chat it mentions the bot, or Teams would not deliver it. */
export function messageActivity(occasion: Occasion, text: string): Activity {
  const mention = `<at>${gatehouseBot.name}</at>`
  const mentioned = occasion.conversation.kind !== 'personal'
  return {
    ...basics(occasion),
    type: 'message',
    textFormat: 'plain',
    text: mentioned ? `${mention} ${text}` : text,
    attachments: [{ contentType: 'text/html', content: htmlOf(text, mentioned) }],
    entities: [
      ...(mentioned ? [{ type: 'mention', text: mention, mentioned: gatehouseBot }] : []),
      clientInfo(occasion.locale),
    ],
  }
}

/** A press on Action.Execute, or a refresh. */
export function executeActivity(
  occasion: Occasion,
  cardActivityId: string,
  action: PressedAction,
  trigger: 'manual' | 'automatic',
): Activity {
  return {
    ...basics(occasion),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: cardActivityId,
    channelData: {
      ...channelData(occasion),
      source: { name: 'message' },
      legacy: { replyToId: cardActivityId },
    },
    value: { action: { ...action, type: 'Action.Execute' }, trigger },
    entities: [clientInfo(occasion.locale)],
  }
}

/** A press on Action.Submit: a message without text, whose value is the data. */
export function submitActivity(occasion: Occasion, cardActivityId: string, data: unknown): Activity {
  return {
    ...basics(occasion),
    type: 'message',
    replyToId: cardActivityId,
    channelData: {
      ...channelData(occasion),
      source: { name: 'message' },
      legacy: { replyToId: cardActivityId },
    },
    value: data,
    entities: [clientInfo(occasion.locale)],
  }
}

/** A dialog is asked for (`task/fetch`), or what was entered into it is sent (`task/submit`). */
export function dialogActivity(
  occasion: Occasion,
  cardActivityId: string,
  name: 'task/fetch' | 'task/submit',
  data: unknown,
): Activity {
  return {
    ...basics(occasion),
    type: 'invoke',
    name,
    replyToId: cardActivityId,
    channelData: { ...channelData(occasion), source: { name: 'message' } },
    value: { data, context: { theme: 'default' } },
    entities: [clientInfo(occasion.locale)],
  }
}

/** The bot's app was added to a conversation. */
export function installedActivity(occasion: Occasion): Activity {
  return {
    ...basics(occasion),
    type: 'installationUpdate',
    action: 'add',
    entities: [clientInfo(occasion.locale)],
  }
}

function basics(occasion: Occasion): Activity {
  const { conversation, person, thread } = occasion
  const timestamp = new Date(occasion.now).toISOString()
  return {
    id: occasion.id,
    timestamp,
    localTimestamp: timestamp.replace('Z', '+00:00'),
    localTimezone: 'Etc/UTC',
    locale: occasion.locale,
    channelId: 'msteams',
    serviceUrl: occasion.serviceUrl,
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    recipient: gatehouseBot,
    conversation: {
      id: thread === undefined ? conversation.id : `${conversation.id};messageid=${thread}`,
      conversationType: conversation.kind,
      tenantId: localTenantId,
      ...(conversation.kind === 'personal' ? {} : { isGroup: true }),
    },
    channelData: channelData(occasion),
  }
}

function channelData({ conversation }: Occasion): Activity {
  const { team } = conversation
  return {
    tenant: { id: localTenantId },
    ...(team === undefined
      ? {}
      : {
          team: { id: team.id, name: team.name },
          channel: { id: conversation.id },
          teamsTeamId: team.id,
          teamsChannelId: conversation.id,
        }),
  }
}

function clientInfo(locale: string): Activity {
  const country = locale.split('-')[1]
  return { type: 'clientInfo', locale, platform: 'Web', timezone: 'Etc/UTC', ...(country ? { country } : {}) }
}

function htmlOf(text: string, mentioned: boolean): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const mention = `<span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">${gatehouseBot.name}</span>&nbsp;`
  return `<p>${mentioned ? mention : ''}${escaped}</p>`
}
