import { z } from 'zod'
import type { ConversationReference } from '../../conversation/messenger.ts'
import type { Person } from '../../conversation/person.ts'
import { audienceIn } from './audience-in.ts'

/** An id as Teams makes them: without control characters and halves of characters, which no store takes. */
export const idUpTo = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)

// Teams writes null where it has nothing to say.
const account = z.looseObject({ id: idUpTo(300), name: z.string().nullish() })
const guid = z.guid().transform(id => id.toLowerCase())

/** What every activity of Teams has, as far as we look at it. */
export const envelope = z.looseObject({
  type: z.string().min(1).max(100),
  id: idUpTo(300).nullish(),
  name: z.string().nullish(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(2048),
  from: account.extend({ aadObjectId: z.unknown().optional() }),
  recipient: account.nullish(),
  conversation: z.looseObject({
    id: idUpTo(500),
    conversationType: z.string().nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string().nullish() }).nullish() }).nullish(),
})
export type Envelope = z.infer<typeof envelope>

const locale = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/)

/** Identity is what the channel vouches for; everything else about a person is for display. */
export function personOf(it: Envelope, tenantId: string): Person {
  const objectId = guid.safeParse(it.from.aadObjectId)
  const said = locale.safeParse(it.locale)
  return {
    tenantId,
    userId: it.from.id,
    name: (it.from.name ?? '').slice(0, 200),
    ...(objectId.success ? { objectId: objectId.data } : {}),
    ...(said.success ? { locale: said.data } : {}),
    // Whoever says that they are a guest only loses by it; that they are none is not believed of the activity.
    ...(guestSaidIn(it.from) === 'yes' ? { guest: 'yes' } : {}),
  }
}

/** Whether what Teams says of an account makes it a guest's: its role, or the `#EXT#` of whoever was invited. */
export function guestSaidIn(account: object): 'yes' | 'no' | undefined {
  const text = (key: string) => {
    const value: unknown = Object.entries(account).find(([name]) => name === key)?.[1]
    return typeof value === 'string' && value !== '' ? value.toLowerCase() : undefined
  }
  const [role, name] = [text('userRole'), text('userPrincipalName')]
  if (role === 'guest' || role === 'anonymous' || name?.includes('#ext#')) return 'yes'
  return role === undefined && name === undefined ? undefined : 'no'
}

export function conversationOf(it: Envelope, person: Person): ConversationReference {
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
export function tenantOf(it: Envelope): string | { readonly reason: string } {
  const stated = [it.conversation.tenantId, it.channelData?.tenant?.id].filter(id => typeof id === 'string')
  const read = stated.map(id => guid.safeParse(id))
  const [first, second] = read
  if (first === undefined) return { reason: 'The activity names no tenant.' }
  if (!first.success || second?.success === false) return { reason: 'The tenant is no GUID.' }
  if (second !== undefined && second.data !== first.data) return { reason: 'The activity names two tenants.' }
  return first.data
}
