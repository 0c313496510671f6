import type { Change } from './change.ts'
import type { ApprovalRequest, Instant, StateName } from './request.ts'

/** Which requests are looked for. All that is given must hold; a request of another tenant is never found. */
export interface RegisterFilter {
  readonly tenantId: string
  readonly number?: number
  /** Names of workspaces in lower case, any of them; whether they still exist does not matter. */
  readonly workspaces?: readonly string[]
  /** Any of these hosts, or a wildcard that lets it through. */
  readonly hosts?: readonly string[]
  /** Ids of collections, any of them. */
  readonly collections?: readonly string[]
  readonly kind?: Change['kind']
  /** The Entra object id of whoever made it. */
  readonly requester?: string
  readonly states?: readonly StateName[]
  /** Waits, at this instant, for the word of the person with this object id. */
  readonly awaits?: { readonly objectId: string; readonly now: Instant }
}

/** And which records of them. */
export interface HistoryFilter extends RegisterFilter {
  readonly events?: readonly (typeof toldEvents)[number][]
  /** Whoever did it: exactly, or any whose name holds these words, in lower case and without punctuation. */
  readonly by?: { readonly objectId: string } | { readonly named: string }
}

/** One piece of a longer list, newest first. `older`: what to give as `before` for the next one. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly older?: number
}

export interface PageAsked {
  /** Only what is older than this; a request's number, or a record's place in the audit. */
  readonly before?: number
  readonly atMost: number
}

/** What people are told of what the audit holds, by its actions. Its other records are for operators. */
export const toldEvents = [
  'submitted',
  'approval-counted',
  'approved',
  'rejected',
  'withdrawn',
  'expired',
  'begun',
  'done',
  'failed',
] as const

/** `configured`: done, on a network that is not provisioned, so that nothing of it has an effect yet. */
export type ToldEvent = (typeof toldEvents)[number] | 'configured'

/** A record of the audit, beside the request that it is about. */
export interface HistoryEntry {
  readonly seq: number
  readonly at: Instant
  /** The name of whoever did it; absent where time passed and Gatehouse acted. */
  readonly by?: string
  readonly event: ToldEvent
  readonly comment?: string
  /** Why it was asked for, where this tells of the asking. */
  readonly reason?: string
  readonly request: Pick<ApprovalRequest, 'id' | 'number' | 'change' | 'plan'>
}

/** What was asked for and what became of it, to be read. */
export interface Register {
  requests(filter: RegisterFilter, page: PageAsked): Promise<Page<ApprovalRequest>>
  history(filter: HistoryFilter, page: PageAsked): Promise<Page<HistoryEntry>>
}
