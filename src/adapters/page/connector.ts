import { z } from 'zod'
import { addressOf } from './conversation-address.ts'
import { gatehouseBot, localTenantId } from './local-people.ts'
import { type Answer, refused } from './page-guard.ts'
import type { PageConversation, PagePerson } from './page-state.ts'
import type { Draft, Transcript } from './transcript.ts'

/** Teams takes about 100 kB of UTF-16 (conversation-messages, "message size"). */
const messageLimit = 100 * 1024

const cardType = 'application/vnd.microsoft.card.adaptive'

const outgoing = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  replyToId: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown().optional() })).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
})
const mention = z.object({
  type: z.literal('mention'),
  text: z.string(),
  mentioned: z.object({ id: z.string(), name: z.string().nullish() }),
})
const card = z.looseObject({ type: z.literal('AdaptiveCard') })
const opening = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  activity: z.unknown().optional(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).nullish() }).nullish(),
})

export interface Connector {
  post(conversationId: string, activity: unknown): Promise<Answer>
  update(conversationId: string, activityId: string, activity: unknown): Promise<Answer>
  remove(conversationId: string, activityId: string): Promise<Answer>
  open(parameters: unknown): Promise<Answer>
  members(conversationId: string): Answer
  member(conversationId: string, memberId: string): Answer
}

interface Options {
  readonly people: readonly PagePerson[]
  readonly conversations: readonly PageConversation[]
  readonly transcript: Transcript
  readonly clock: { now(): number }
  readonly onTyping: (conversation: string, thread: string | undefined) => void
}

/** The Bot Connector's REST API (v3), as far as a Teams bot uses it, over the page's transcript. */
export function connector({ people, conversations, transcript, clock, onTyping }: Options): Connector {
  const now = () => new Date(clock.now()).toISOString()

  function find(id: string) {
    const address = addressOf(conversations, id)
    const { thread } = address ?? {}
    if (address === undefined) return undefined
    return thread !== undefined && transcript.find(address.conversation.id, thread) === undefined
      ? undefined
      : address
  }

  async function post(conversationId: string, body: unknown): Promise<Answer> {
    const address = find(conversationId)
    if (address === undefined) return conversationNotFound
    const read = contentOf(body)
    if ('status' in read) return read
    if (read.type === 'typing') {
      onTyping(address.conversation.id, address.thread)
      return { status: 202, body: { id: transcript.nextId() } }
    }
    const id = transcript.nextId()
    const thread = address.conversation.kind === 'channel' ? (address.thread ?? id) : undefined
    await transcript.put({
      ...read.content,
      id,
      conversation: address.conversation.id,
      ...(thread === undefined ? {} : { thread }),
      author: gatehouseBot,
      at: now(),
    })
    return { status: 201, body: { id } }
  }

  function ownMessage(conversationId: string, activityId: string) {
    const address = find(conversationId)
    if (address === undefined) return conversationNotFound
    const message = transcript.find(address.conversation.id, activityId)
    if (message === undefined || message.deleted) return activityNotFound
    return message.author.id === gatehouseBot.id
      ? message
      : refused(403, 'Forbidden', 'A bot may change only its own messages.')
  }

  function rosterOf(conversationId: string) {
    return addressOf(conversations, conversationId)?.conversation.members.flatMap(id => {
      const person = people.find(candidate => candidate.id === id)
      return person === undefined ? [] : [accountOf(person)]
    })
  }

  return {
    post,
    async update(conversationId, activityId, body) {
      const message = ownMessage(conversationId, activityId)
      if ('status' in message) return message
      const read = contentOf(body)
      if ('status' in read) return read
      if (read.type !== 'message') return refused(400, 'BadSyntax', 'Only a message can be updated.')
      await transcript.put({ ...message, ...read.content, editedAt: now() })
      return { status: 200, body: { id: activityId } }
    },
    async remove(conversationId, activityId) {
      const message = ownMessage(conversationId, activityId)
      if ('status' in message) return message
      await transcript.put({ ...message, text: '', mentions: [], cards: [], deleted: true })
      return { status: 200 }
    },
    async open(body) {
      const parameters = opening.safeParse(body)
      if (!parameters.success) return refused(400, 'BadSyntax', 'These are no conversation parameters.')
      const { members, channelData, activity } = parameters.data
      const channelId = channelData?.channel?.id
      const member = people.find(person => [person.id, person.aadObjectId].includes(members?.[0]?.id ?? ''))
      const conversation = conversations.find(candidate =>
        channelId === undefined
          ? candidate.kind === 'personal' && member !== undefined && candidate.members.includes(member.id)
          : candidate.kind === 'channel' && candidate.id === channelId,
      )
      if (conversation === undefined)
        return refused(403, 'BotNotInConversationRoster', 'Gatehouse is not there.')
      if (activity === undefined || activity === null) return { status: 201, body: { id: conversation.id } }
      const posted = await post(conversation.id, activity)
      const sent = z.object({ id: z.string() }).safeParse(posted.body)
      if (!sent.success) return posted
      const id =
        conversation.kind === 'channel' ? `${conversation.id};messageid=${sent.data.id}` : conversation.id
      return { status: 201, body: { id, activityId: sent.data.id } }
    },
    members(conversationId) {
      const roster = rosterOf(conversationId)
      return roster === undefined ? conversationNotFound : { status: 200, body: roster }
    },
    member(conversationId, memberId) {
      const found = rosterOf(conversationId)?.find(({ id, aadObjectId }) =>
        [id, aadObjectId].includes(memberId),
      )
      return found === undefined
        ? refused(404, 'MemberNotFoundInConversation', 'That person is not in this conversation.')
        : { status: 200, body: found }
    },
  }
}

const conversationNotFound = refused(404, 'ConversationNotFound', 'Conversation not found.')
const activityNotFound = refused(404, 'ActivityNotFoundInConversation', 'Activity not found.')

type Content = Pick<Draft, 'text' | 'mentions' | 'cards'>

function contentOf(body: unknown): { readonly type: string; readonly content: Content } | Answer {
  const activity = outgoing.safeParse(body)
  if (!activity.success) return refused(400, 'BadSyntax', 'This is no activity.')
  const { type, text, attachments, entities } = activity.data
  if (type !== 'message' && type !== 'typing')
    return refused(400, 'BadSyntax', `Teams takes no ${type} from a bot.`)
  if (2 * JSON.stringify(body).length > messageLimit)
    return refused(413, 'MessageSizeTooBig', 'Message size too large.')
  const cards = (attachments ?? [])
    .filter(({ contentType }) => contentType === cardType)
    .map(({ content }) => card.safeParse(content))
  if (cards.some(read => !read.success))
    return refused(400, 'BadArgument', 'An attachment is no Adaptive Card.')
  const mentions = (entities ?? []).flatMap(entity => {
    const read = mention.safeParse(entity)
    return read.success
      ? [{ text: read.data.text, id: read.data.mentioned.id, name: read.data.mentioned.name ?? '' }]
      : []
  })
  if (type === 'message' && (text ?? '') === '' && cards.length === 0)
    return refused(400, 'BadArgument', 'A message needs a text or a card.')
  return {
    type,
    content: { text: text ?? '', mentions, cards: cards.flatMap(read => (read.data ? [read.data] : [])) },
  }
}

function accountOf(person: PagePerson) {
  const [givenName = '', surname = ''] = person.name.split(' ')
  return {
    id: person.id,
    name: person.name,
    givenName,
    surname,
    aadObjectId: person.aadObjectId,
    objectId: person.aadObjectId,
    tenantId: localTenantId,
    userRole: 'user',
  }
}
