import type { Collection, DeploymentOption, NeededHost, Source } from '../knowledge/collection.ts'
import type { Model } from '../knowledge/model.ts'
import type { PublishedHosts } from '../knowledge/published.ts'
import type { Headword } from '../knowledge/verdict.ts'
import type { NoteMatter } from '../language/matter.ts'
import type { AsCode } from '../workspace/as-code.ts'
import type { Fleet, GatewayTrouble } from '../workspace/gateway.ts'
import type { HostCoverage } from '../workspace/host-coverage.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import type {
  ClarifyData,
  ExplainData,
  Freshness,
  NetworkData,
  TroubleData,
  VerdictData,
  WorkspacesData,
} from './card-data.ts'
import type { LookUp } from './look-up.ts'

/**
 * What a question is answered with, before anybody says it. A card and the structured answer of the terminal are both made of
 * this one value, so that they cannot differ.
 */
export type Answer =
  | { readonly is: 'verdict'; readonly data: VerdictData }
  | { readonly is: 'matrix'; readonly data: MatrixData }
  | { readonly is: 'fleet'; readonly data: FleetData }
  | { readonly is: 'coverage'; readonly data: VerdictData }
  | { readonly is: 'network'; readonly data: NetworkData }
  | { readonly is: 'workspaces'; readonly data: WorkspacesData }
  | { readonly is: 'required-hosts'; readonly data: RequiredHostsData }
  | { readonly is: 'published-hosts'; readonly data: PublishedHostsData }
  | { readonly is: 'asked-hosts'; readonly data: AskedHostsData }
  | { readonly is: 'facts'; readonly data: ExplainData }
  | { readonly is: 'comparison'; readonly data: ComparisonData }
  | { readonly is: 'model-options'; readonly data: ModelOptionsData }
  | { readonly is: 'note'; readonly data: NoteMatter }
  | { readonly is: 'clarify'; readonly data: ClarifyData; readonly cells: readonly Cell[] }
  | { readonly is: 'trouble'; readonly data: TroubleData; readonly cells: readonly Cell[] }

/** What is asked whether it can be used. */
export interface Subject {
  readonly collection: Collection
  readonly model?: Model
  readonly option?: DeploymentOption
}

/** `closest`: the name of the workspace that may have been meant. */
export type Unread =
  | { readonly is: 'not-found'; readonly closest: string }
  | { readonly is: 'not-found' }
  | { readonly is: 'ambiguous' }
  | GatewayTrouble

/** One workspace and one subject. */
export type Cell =
  | { readonly is: 'judged'; readonly data: VerdictData }
  | {
      readonly is: 'unread'
      readonly workspace: string
      readonly subject: Subject
      readonly why: Unread
    }

/** Several workspaces or subjects in one answer, workspace by workspace. */
export interface MatrixData {
  readonly cells: readonly Cell[]
  readonly asked: LookUp
  /** Workspaces that did not fit: a button asks the same of them. */
  readonly rest: readonly WorkspaceId[]
}

/** A subject in every workspace of the list. */
export interface FleetData {
  readonly subjects: readonly Subject[]
  /** One line for each workspace, with a verdict for each subject: those that can use it first. */
  readonly cells: readonly VerdictData[]
  readonly counts: Readonly<Record<Headword, number>>
  readonly workspaces: number
  readonly unread: Fleet['unread']
  readonly page: number
  readonly asked: LookUp
  /** When the list was read, and now. Epoch milliseconds. */
  readonly at: number
  readonly now: number
}

export interface RequiredHostsData {
  readonly subject: Subject
  /** Those of December 2023, then those of later lists. */
  readonly hosts: readonly NeededHost[]
  /** Of a subject that no list of hosts speaks of: what is said of it instead. */
  readonly instead: ExplainData['facts']
  /** Hosts that were asked about: which of those needed each lets through, and which names it. */
  readonly asked: readonly {
    readonly host: string
    readonly named?: NeededHost
    readonly covers: readonly NeededHost[]
  }[]
  readonly published?: PublishedHosts
  readonly code?: AsCode
}

export interface PublishedHostsData {
  readonly collection: Collection
  readonly published: PublishedHosts
  /** Those that no list of Microsoft's lets through. */
  readonly uncovered: readonly string[]
}

/** How a host stands in a workspace. */
export type HostState =
  | { readonly is: 'unrestricted' | 'unrestricted-later' | 'missing' | 'unknown' }
  | {
      readonly is: 'allowed' | 'configured' | 'provisioning' | 'failed'
      readonly rule: string
      readonly destination: string
    }
  | { readonly is: 'disregarded'; readonly rule: string; readonly status: string }

export interface AskedHost {
  readonly host: string
  readonly needs: readonly { readonly collection: Collection; readonly needed: NeededHost }[]
  readonly published: readonly { readonly collection: Collection; readonly source: Source }[]
  readonly state?: HostState
  readonly coverage?: HostCoverage
}

/** Hosts by themselves: who needs them, whether a workspace lets them through, and what an error about them means. */
export interface AskedHostsData {
  readonly asks: 'needed-by' | 'allowed' | 'troubleshoot'
  readonly hosts: readonly AskedHost[]
  readonly workspace?: Workspace
  readonly hub?: Workspace
  readonly freshness?: Freshness
  /** What else the documents say about such an error or host. */
  readonly hints: ExplainData['facts']
  /** A collection that needs one of the hosts, and what may be requested for it. */
  readonly offer?: VerdictData
  readonly asked: LookUp
}

export interface ComparisonData {
  readonly collections: readonly Collection[]
  /** What the documents say of each: support and where the weights are. */
  readonly facts: ExplainData['facts']
}

export interface ModelOptionsData {
  readonly models: readonly Model[]
  /** Names that are in no table. */
  readonly unknown: readonly string[]
  readonly facts: ExplainData['facts']
}
