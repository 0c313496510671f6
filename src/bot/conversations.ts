import type { Instant } from '../changes/request.ts'
import type { LimitEntered } from '../changes/time-limit.ts'
import type { Audience } from '../conversation/audience.ts'
import type { ConversationReference } from '../conversation/messenger.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Capability, DeploymentOption } from '../knowledge/collection.ts'
import type { ParseContext } from '../understanding/parsed.ts'

/** One person in one thread. Two people in a thread share nothing of what is remembered here. */
export interface Speaking {
  readonly tenantId: string
  readonly objectId: string
  /** The conversation's id; in a channel it holds the thread. */
  readonly thread: string
}

export function speakingIn({ key }: ConversationReference, { tenantId, objectId }: KnownPerson): Speaking {
  return { tenantId, objectId, thread: key }
}

/** What this person's last card in this thread showed, and what it asked back. */
export interface LastCard extends ParseContext {
  readonly option?: DeploymentOption
  readonly capability?: Capability
  /** For how long the change is wanted that the card is about. */
  readonly limit?: LimitEntered
  /** Turns in a row that were not understood, or ended in the same question back. */
  readonly misses?: number
}

/** The workspace that a place speaks of where none is named. */
export interface DefaultWorkspace {
  /** As it is looked for: a name, with its resource group where the name alone does not tell it. */
  readonly name: string
  /** Who said so; for display. */
  readonly by: string
}

export interface Remembered {
  readonly last?: LastCard
  readonly here?: DefaultWorkspace
}

/** How long a card is spoken of. */
export const rememberedForMs = 15 * 60_000

/** What conversations are about, after a restart and for every replica. */
export interface Conversations {
  /** What was kept after `since`, and the place's default workspace. */
  recall(who: Speaking, place: Audience, since: Instant): Promise<Remembered>
  /** In place of what was kept before. */
  keep(who: Speaking, last: LastCard, at: Instant): Promise<void>
  /** `undefined`: from now on none. */
  setDefault(place: Audience, workspace: DefaultWorkspace | undefined): Promise<void>
}
