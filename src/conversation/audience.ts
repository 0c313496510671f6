import type { ConversationReference } from './messenger.ts'
import type { KnownPerson } from './person.ts'

/** Who reads a message: one person, or all who read along in a place, whatever the thread. */
export interface Audience {
  readonly tenantId: string
  readonly key: string
}

export function audienceOfPerson({
  tenantId,
  objectId,
}: Pick<KnownPerson, 'tenantId' | 'objectId'>): Audience {
  return { tenantId, key: `person:${objectId}` }
}

export function audienceOf({ tenantId, audience, key }: ConversationReference): Audience {
  return { tenantId, key: audience ?? key }
}
