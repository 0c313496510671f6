import type { Capability, DeploymentOption } from '../knowledge/collection.ts'
import type { TopicId } from '../knowledge/topic-id.ts'

/** What only reads. */
export const readIntents = [
  'can_use',
  'required_fqdns',
  'missing_rules',
  'show_network',
  'list_workspaces',
  'operation_status',
  'notify_subscribe',
  'notify_unsubscribe',
  'list_requests',
  'show_request',
  'history',
  'describe_collection',
  'compare_collections',
  'deployment_options',
  'connect_private',
  'cost',
  'public_access',
  'licence_support',
  'explain_network',
  'troubleshoot',
  'help',
  'smalltalk',
  'affirm',
  'deny',
  'negated_change',
  'multi_change',
  'out_of_scope',
] as const
const changeIntents = [
  'request_allow',
  'request_remove',
  'provision_network',
  'approve_request',
  'reject_request',
] as const
/** What a person can ask, in the names of the `parse` contract. */
export const intentNames = [...readIntents, ...changeIntents] as const

export type IntentName = (typeof intentNames)[number]
export type ReadIntent = (typeof readIntents)[number]
/** Asks for a change: it opens a card that asks for it, and never acts. Only the anchored change grammar yields one. */
export type ChangeIntent = (typeof changeIntents)[number]

/** Whether an intent asks for a change. */
export function isChange(intent: IntentName): intent is ChangeIntent {
  return changeIntents.some(each => each === intent)
}

/** A managed network's isolation mode, as Azure writes it. */
export type NamedMode = 'Disabled' | 'AllowInternetOutbound' | 'AllowOnlyApprovedOutbound'

export type Slot = 'workspace' | 'collection' | 'fqdn' | 'requestId' | 'model'

export interface Entities {
  /** Ids of collections. */
  readonly collections: readonly string[]
  /** Exact names of the live list. */
  readonly workspaces: readonly string[]
  readonly models: readonly string[]
  /** Lower case, without scheme or path. */
  readonly fqdns: readonly string[]
  /** Names that outbound rules were called by; whether there are such rules shows in the workspace. Absent where none was. */
  readonly rules?: readonly string[]
  readonly requestId?: number
  readonly isolationMode?: NamedMode
  readonly option?: DeploymentOption
  readonly capability?: Capability
  /** Whether serverless Spark is to be served too, where it is spoken of. */
  readonly spark?: boolean
  /** What the documents are asked about, where no workspace is. */
  readonly topic?: TopicId
}

export interface Parsed {
  readonly intent: IntentName
  readonly entities: Entities
  /** From 0 to 1. */
  readonly confidence: number
  /** Slots to ask for. */
  readonly clarify: readonly Slot[]
  readonly ambiguous: Readonly<Partial<Record<Slot, readonly string[]>>>
  /** Names that look like a workspace's and belong to none. */
  readonly unknown: readonly string[]
  /** Up to three intents, best first. */
  readonly suggestions: readonly IntentName[]
}

/** What this person's last card in this thread showed, and what was asked back there. */
export interface ParseContext {
  readonly lastIntent?: IntentName
  readonly collections?: readonly string[]
  readonly workspaces?: readonly string[]
  readonly models?: readonly string[]
  readonly fqdns?: readonly string[]
  readonly rules?: readonly string[]
  readonly spark?: boolean
  readonly requestId?: number
  /** What was asked back. A message that holds only an entity, or picks a candidate, answers it. */
  readonly pendingSlot?: Slot
  readonly candidates?: readonly string[]
  /** A yes or no was asked for. */
  readonly pendingConfirm?: boolean
}
