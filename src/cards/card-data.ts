import type { NoPlan } from '../changes/plan.ts'
import type { Refusal } from '../changes/refusal.ts'
import type { ApprovalRequest, Instant, StateName } from '../changes/request.ts'
import type { Mention } from '../conversation/messenger.ts'
import type { ByHand } from '../knowledge/by-hand.ts'
import type { Collection, DeploymentOption } from '../knowledge/collection.ts'
import type { Effort } from '../knowledge/effort.ts'
import type { Model } from '../knowledge/model.ts'
import type { Source } from '../knowledge/source.ts'
import type { Verdict } from '../knowledge/verdict.ts'
import type { SuggestedMatter } from '../language/matter.ts'
import type { AsCode } from '../workspace/as-code.ts'
import type { GatewayTrouble } from '../workspace/gateway.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import type { LookUp } from './look-up.ts'

/** How old the state of Azure is that a card shows. */
export type Freshness =
  | { readonly is: 'live'; readonly at: Instant }
  | { readonly is: 'cached'; readonly at: Instant; readonly now: Instant; readonly because: GatewayTrouble }

/** A request of ours that already covers what the card would offer. */
export interface OpenRequest {
  readonly id: string
  readonly number: number
  readonly requester: string
  readonly state: StateName
  /** Of whoever asks. */
  readonly own?: true
}

export interface VerdictData {
  readonly collection: Collection
  /** One of its models, where one was asked about. */
  readonly model?: Model
  readonly option?: DeploymentOption
  /** The workspace that was asked about. */
  readonly workspace: Workspace
  /** The hub whose network was judged in its place. */
  readonly hub?: Workspace
  readonly verdict: Verdict
  /** Of adding the missing hosts, where the verdict offers that. */
  readonly effort?: Effort
  readonly openRequest?: OpenRequest
  /** A removal under way that takes hosts of the collection out of their rules. */
  readonly closing?: OpenRequest
  /** Whether this person's tenant has anybody who could approve. */
  readonly canRequest: boolean
  /** The missing hosts as rules, in the languages in which people write them by hand. */
  readonly code?: AsCode
  readonly freshness: Freshness
}

export interface NetworkData {
  readonly workspace: Workspace
  readonly hub?: Workspace
  /** Where the network waits to be provisioned and that may be requested. */
  readonly provisioning?: Effort
  readonly openRequest?: OpenRequest
  /** Whether anybody could approve a change of its rules. */
  readonly canRequest?: boolean
  /** The rules that are somebody's own, as code. Not of more than fit a card. */
  readonly code?: AsCode
  readonly freshness: Freshness
}

export interface WorkspacesData {
  readonly workspaces: readonly Workspace[]
  /** What the list was narrowed to, and how many there are without that. */
  readonly filter?: { readonly asked: LookUp; readonly all: number }
  /** From 1. */
  readonly page?: number
  readonly unread: readonly { readonly subscriptionId: string; readonly trouble: GatewayTrouble }[]
  readonly freshness: Freshness
  /** Epoch milliseconds: a list may be a minute old. */
  readonly now: Instant
}

/** A request's card: one for everybody, with the buttons of whoever looks at it. */
export interface RequestData {
  readonly request: ApprovalRequest
  /** `status`: where it was asked for. `approval`: where approvers decide. */
  readonly role: 'status' | 'approval'
  /** Whose view: the base card is `everybody`'s, stands alone, and on an approval card carries Approve and Reject. */
  readonly view: 'everybody' | 'requester' | 'approver' | 'watcher'
  readonly collection?: Collection
  /** Whom to mention on an approval card that stands in the thread of the request. */
  readonly mention: readonly Mention[]
  /** Teams user ids (`29:...`) whose client fetches its own view by itself; empty once the request has ended. */
  readonly refreshFor: readonly string[]
  /** The first question answered anew, once the request is done. */
  readonly answer?: Verdict
  readonly now: Instant
  /** How many approvers it takes, where that is more than one, and whose approvals count. */
  readonly quorum?: { readonly of: number; readonly counted: readonly string[] }
  /** Groups of approvers whose members are not known, so that nobody counts as one of them. */
  readonly unreadGroups?: readonly string[]
  /** Nobody's permissions in Azure are looked at. */
  readonly policyOnly?: boolean
  /** What went wrong with this person's last press, such as a rejection without a comment. */
  readonly problem?: Refusal
}

/** What the question costs or means in one workspace right now, said before what the documents say. */
export interface LiveFact {
  readonly workspace: Workspace
  readonly about: 'cost' | 'public-access'
  readonly effort?: Effort
  readonly freshness: Freshness
}

/** A change that is never made from a chat, and how it is made in the workspace that was named. */
export interface ByHandData {
  readonly change: ByHand
  readonly workspace?: string
  /** `no-way-back`: Azure lets nobody change that any more. */
  readonly standing?: 'open' | 'already' | 'no-way-back'
  /** As az CLI. */
  readonly cli?: string
}

/** What the documents say of something, already in the reader's language. */
export interface ExplainData {
  readonly title: string
  readonly facts: readonly {
    readonly id: string
    readonly text: string
    readonly sources: readonly Source[]
  }[]
  /** What is so in a workspace right now. */
  readonly live?: LiveFact
  readonly byHand?: ByHandData
}

export interface HelpData {
  readonly mayAsk: boolean
  readonly isApprover: boolean
  /** A workspace that exists, for the examples. */
  readonly exampleWorkspace?: string
}

/** What we ask back when a target is missing, unknown or several. Never guessed. */
export interface ClarifyData {
  readonly asks: 'workspace' | 'collection'
  /** What was written, if it names nothing that exists. */
  readonly unknown?: string
  /** Everything that it could have been, by name. */
  readonly known?: readonly string[]
  /** A change was asked for in several workspaces, and each is one of its own; or it is the same change in each. */
  readonly oneAtATime?: 'each-its-own' | 'the-same'
  /** The button that shows those that did not fit. */
  readonly more?: { readonly verb: string; readonly data: Readonly<Record<string, string>> }
  /** Buttons: each asks the full question again. */
  readonly candidates: readonly {
    readonly title: string
    readonly verb: string
    readonly data: Readonly<Record<string, string>>
    /** What a text that picks it means, where that is not the title. */
    readonly names?: string
  }[]
}

export interface NotUnderstoodData {
  /** Questions that may have been meant: each reads, and carries what the text names. */
  readonly maybe?: readonly {
    readonly intent: SuggestedMatter
    readonly asked: LookUp
    readonly thing?: string
    readonly workspace?: string
  }[]
  readonly exampleWorkspace?: string
}

export interface TroubleData {
  readonly trouble: GatewayTrouble
  readonly workspace?: string
}

export interface ApprovalsHereData {
  readonly conversationName: 'personal' | 'groupChat' | 'channel'
  readonly done: boolean
  readonly approvers: readonly string[]
}

export interface NoPlanData {
  readonly because: NoPlan
  readonly workspace: string
}
