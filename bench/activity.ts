import { type Speaker, tenantId } from '../test/harness/people.ts'

const bot = { id: '28:22222222-2222-4222-8222-222222222222', name: 'Gatehouse' }
let sequence = 0

/** A channel's thread; each has its own language, default workspace and cards. */
export function threadOf(number: number): string {
  return `19:bench-${number}@thread.tacv2;messageid=${number}`
}

function activity(by: Speaker, thread: string, serviceUrl: string, more: object) {
  sequence += 1
  return {
    id: `b${sequence}`,
    timestamp: new Date(1_700_000_000_000 + sequence).toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: by.id, name: by.name, aadObjectId: by.aadObjectId },
    recipient: bot,
    conversation: { id: thread, conversationType: 'channel', tenantId, isGroup: true },
    channelData: { tenant: { id: tenantId } },
    locale: by.locale,
    ...more,
  }
}

/** Somebody writes to the bot in a channel. */
export function message(by: Speaker, thread: string, serviceUrl: string, text: string) {
  const mention = { type: 'mention', text: `<at>${bot.name}</at>`, mentioned: bot }
  return activity(by, thread, serviceUrl, {
    type: 'message',
    text: `${mention.text} ${text}`,
    entities: [mention],
  })
}

/** Somebody presses a button of a card. */
export function press(
  by: Speaker,
  thread: string,
  serviceUrl: string,
  verb: string,
  data: object,
  trigger: 'manual' | 'automatic' = 'manual',
) {
  return activity(by, thread, serviceUrl, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: 'm1',
    value: { action: { type: 'Action.Execute', verb, data: { verb, ...data } }, trigger },
  })
}
