import type { Change } from '../changes/change.ts'
import type { Plan, Warning } from '../changes/plan.ts'
import type { Refusal, RefusedHost } from '../changes/refusal.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import type { LimitEntered } from '../changes/time-limit.ts'
import type { Collection, NeededHost, Tier } from '../knowledge/collection.ts'
import type { Effort } from '../knowledge/effort.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import type { Freshness, OpenRequest } from './card-data.ts'

/** The form that asks for tier and reason. Shown in place of the verdict, to the person who pressed. */
export interface RequestFormData {
  /** Identifies this form, so that pressing it twice makes one request. */
  readonly form: string
  readonly workspace: Workspace
  readonly collection: Collection
  readonly models?: readonly string[]
  readonly tiers: readonly { readonly tier: Tier; readonly hosts: readonly NeededHost[] }[]
  readonly preselected: Tier
  readonly effort: Effort
  readonly warnings: readonly Warning[]
  /** What was wrong with the last try, and what had been entered. */
  readonly problem?: Refusal
  readonly entered?: { readonly tier?: string; readonly reason?: string; readonly limit?: LimitEntered }
}

/** A change named in full, to everybody in the conversation, before anything is requested. */
export interface ProposalData {
  readonly change: Change
  readonly plan: Plan
  readonly collection?: Collection
  readonly models?: readonly string[]
  /** What was named and no rule may list. */
  readonly refused: readonly RefusedHost[]
  /** A request that does the same already, or a part of it. */
  readonly openRequest?: OpenRequest
  readonly canRequest: boolean
  /** The id of the finished request that it takes back. */
  readonly follows?: string
  /** What the message says of how long, for the form that the button opens. */
  readonly limit?: LimitEntered
  /** The project that was named, where the change is one of its hub's network. */
  readonly project?: string
  readonly freshness: Freshness
}

/** The form that goes on from a finished request: names its plan and asks why. */
export interface FollowUpFormData {
  readonly form: string
  /** The finished request. */
  readonly request: Pick<ApprovalRequest, 'id' | 'number' | 'plan'>
  readonly change: Change
  readonly plan: Plan
  readonly problem?: Refusal
  readonly entered?: { readonly reason?: string; readonly limit?: LimitEntered }
}

/** The form for hosts that are typed, let through and taken out in one plan. */
export interface ChangeFormData {
  readonly form: string
  readonly workspace: Workspace
  /** The collection that is given up, where the form was opened for that. */
  readonly collection?: string
  /** Hosts in people's own rules. */
  readonly removable: readonly { readonly host: string; readonly rule: string }[]
  readonly entered: {
    readonly allow?: string
    readonly remove?: string
    readonly spark?: string
    readonly reason?: string
    readonly limit?: LimitEntered
  }
  readonly problem?: Refusal
}

export interface ProvisioningFormData {
  readonly form: string
  readonly workspace: Workspace
  readonly plan: Plan
  readonly problem?: Refusal
  readonly entered?: { readonly reason?: string; readonly spark?: string }
}
