import type { Capability, DeploymentOption } from '../knowledge/collection.ts'
import type { TopicId } from '../knowledge/topic-id.ts'

/** What a person can ask, in the names of the `parse` contract. */
export type IntentName =
  | 'can_use'
  | 'show_network'
  | 'list_workspaces'
  | 'provision_network'
  | 'describe_collection'
  | 'deployment_options'
  | 'connect_private'
  | 'cost'
  | 'public_access'
  | 'licence_support'
  | 'explain_network'
  | 'help'
  | 'out_of_scope'

export type Slot = 'workspace' | 'collection' | 'fqdn' | 'requestId' | 'model'

export interface Entities {
  /** Ids of collections. */
  readonly collections: readonly string[]
  /** Exact names of the live list. */
  readonly workspaces: readonly string[]
  readonly models: readonly string[]
  readonly fqdns: readonly string[]
  readonly option?: DeploymentOption
  readonly capability?: Capability
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

/** What can be named, looked up by lower-case key. Built anew when the list of workspaces changes. */
export interface NameIndex {
  readonly workspaces: ReadonlyMap<string, string>
  /** From words (one to many, separated by a blank) to a collection's id. */
  readonly collections: ReadonlyMap<string, string>
  readonly longestAlias: number
}
