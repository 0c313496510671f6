import type { Card, Reply } from '../../conversation/reply.ts'
import { dialogCard } from './dialog-card.ts'

/** The body of an invoke's answer. It always travels under HTTP 200: the client reads only `statusCode`. */
export type InvokeBody = Readonly<Record<string, unknown>> & { readonly statusCode: number }

const adaptiveCard = 'application/vnd.microsoft.card.adaptive'
const message = 'application/vnd.microsoft.activity.message'
/** Teams cuts longer titles of dialogs off. */
const longestTitle = 60

/**
 * What answers the invoke of this name: each kind has a shape of its own, and a client shows an error for another one. The
 * `statusCode` stands in all of them; the dialog's and the message extension's clients do not read it.
 */
export function invokeBodyOf(reply: Reply, name: unknown): InvokeBody {
  // Whoever sends an invoke names it as they like.
  if (typeof name !== 'string') return actionBody(reply)
  if (name.startsWith('task/') || name === 'message/fetchTask') return dialogBody(reply)
  if (name.startsWith('composeExtension/')) return extensionBody(reply)
  // Asked for by cards and messages of other bots; ours has no sign-in, no feedback and no search.
  if (name.startsWith('signin/') || name.startsWith('message/') || name === 'suggestedAction/submit')
    return { statusCode: 200 }
  if (name === 'application/search')
    return {
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results: [] },
    }
  return actionBody(reply)
}

/** Universal Actions, response format. */
function actionBody(reply: Reply): InvokeBody {
  switch (reply.kind) {
    case 'card':
      return { statusCode: 200, type: adaptiveCard, value: reply.card }
    case 'text':
      return { statusCode: 200, type: message, value: reply.text }
    case 'error':
      return {
        statusCode: reply.status,
        type: 'application/vnd.microsoft.error',
        value: { code: reply.code, message: reply.text },
      }
    case 'nothing':
      return { statusCode: 200, type: message, value: '' }
  }
}

/** Dialogs of bots: a card goes on with the dialog, a sentence ends it, nothing closes it. */
function dialogBody(reply: Reply): InvokeBody {
  switch (reply.kind) {
    case 'card': {
      const card = { contentType: adaptiveCard, content: dialogCard(reply.card) }
      const title = reply.summary.slice(0, longestTitle)
      return {
        statusCode: 200,
        task: { type: 'continue', value: { title, height: 'large', width: 'medium', card } },
      }
    }
    case 'text':
    case 'error':
      return { statusCode: 200, task: { type: 'message', value: reply.text } }
    case 'nothing':
      return { statusCode: 200 }
  }
}

/** Message extensions: a link becomes a card under the name of whoever pasted it. */
function extensionBody(reply: Reply): InvokeBody {
  switch (reply.kind) {
    case 'card':
      return { statusCode: 200, composeExtension: result([unfurled(reply.card, reply.summary)]) }
    case 'text':
    case 'error':
      return { statusCode: 200, composeExtension: { type: 'message', text: reply.text } }
    case 'nothing':
      return { statusCode: 200, composeExtension: result([]) }
  }
}

function result(attachments: readonly unknown[]) {
  return { type: 'result', attachmentLayout: 'list', attachments }
}

/** Cards of links are shown up to version 1.3 (Link unfurling), and have no buttons of a bot. */
function unfurled(card: Card, summary: string) {
  return {
    contentType: adaptiveCard,
    content: { ...card, version: '1.3' },
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title: summary } },
  }
}
