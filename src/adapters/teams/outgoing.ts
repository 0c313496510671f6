import type { Activity } from 'botbuilder'
import type { Mention, OutgoingMessage } from '../../conversation/messenger.ts'
import type { Card, Reply } from '../../conversation/reply.ts'

const adaptiveCard = 'application/vnd.microsoft.card.adaptive'

/** What is sent for a reply to a message; nothing where there is nothing to say. */
export function activityOf(reply: Reply): Partial<Activity> | undefined {
  switch (reply.kind) {
    case 'card':
      return cardActivity(reply.card, reply.summary)
    case 'text':
    case 'error':
      // Plain: names with underscores and stars must stay as they are.
      return { type: 'message', text: reply.text, textFormat: 'plain' }
    case 'nothing':
      return undefined
  }
}

/** What is posted or put for a message that the bot sends unasked. */
export function messageActivity(message: OutgoingMessage): Partial<Activity> {
  if (message.kind === 'card') return cardActivity(message.card, message.summary)
  if (message.mentions.length === 0) return { type: 'message', text: message.text, textFormat: 'plain' }
  return mentioning(message.text, message.mentions)
}

function cardActivity(card: Card, summary: string): Partial<Activity> {
  return { type: 'message', summary, attachments: [{ contentType: adaptiveCard, content: card }] }
}

/** A text with mentions has to be markdown, so the rest of it is escaped to be read as written. */
function mentioning(text: string, mentions: readonly Mention[]): Partial<Activity> {
  const inText = mentions.filter(({ name }) => text.includes(`<at>${name}</at>`))
  const said = inText.reduce<readonly (string | Mention)[]>(
    (parts, mention) => parts.flatMap(part => (typeof part === 'string' ? split(part, mention) : [part])),
    [text],
  )
  return {
    type: 'message',
    textFormat: 'markdown',
    text: said.map(part => (typeof part === 'string' ? escaped(part) : tagOf(part))).join(''),
    // Teams refuses a mention whose text does not stand in the message, letter by letter.
    entities: inText.map(mention => ({
      type: 'mention',
      text: tagOf(mention),
      mentioned: { id: mention.id, name: mention.name },
    })),
  }
}

function split(text: string, mention: Mention): readonly (string | Mention)[] {
  return text
    .split(`<at>${mention.name}</at>`)
    .flatMap((part, index) => (index === 0 ? [part] : [mention, part]))
}

function tagOf(mention: Mention): string {
  return `<at>${mention.name.replace(/[<>&]/g, '')}</at>`
}

function escaped(text: string): string {
  return text.replace(/[\\`*[\]~]|(?<![a-z0-9])_|_(?![a-z0-9])/gi, '\\$&').replace(/</g, '&lt;')
}
