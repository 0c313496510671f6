import type { HistoryEntry, Page } from '../changes/register.ts'
import type { ApprovalRequest, Instant } from '../changes/request.ts'
import type { Collection } from '../knowledge/collection.ts'
import type { DeedMatter } from '../language/matter.ts'

/** What a list is about, in words that its buttons carry and that are read again, never believed. */
export interface RegisterQuestion {
  readonly number?: number
  readonly workspaces: readonly string[]
  readonly hosts: readonly string[]
  /** Ids of collections. */
  readonly collections: readonly string[]
}

/** Whose deeds are looked for. `by`: the words of a name, or `me`; absent where it does not matter who. */
export interface AskedDeed {
  readonly did: DeedMatter
  readonly by?: string
}

/** `mine`: those I made. `for-me`: those that wait for my word. `open`: those that have not ended. */
export type ListScope = 'mine' | 'for-me' | 'open'

interface Shown {
  readonly question: RegisterQuestion
  readonly collection: (id: string) => Collection | undefined
  /** Whether this is the newest page. */
  readonly newest: boolean
  readonly now: Instant
}

export interface RequestListData extends Shown {
  readonly scope: ListScope
  readonly page: Page<ApprovalRequest>
  readonly isApprover: boolean
}

export interface HistoryData extends Shown {
  readonly deed?: AskedDeed
  /** What is to be copied: the card shows the first rows of it. */
  readonly page: Page<HistoryEntry>
  /** The one request that was asked about. */
  readonly request?: ApprovalRequest
  /** Of hosts: the number of the latest request that opened them. */
  readonly opened?: number
}
