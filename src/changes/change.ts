import type { Tier } from '../knowledge/collection.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'

/** The question that a request for hosts began with, to be answered anew at the end. */
export interface Purpose {
  readonly collection: string
  readonly tier: Tier
  /** The models that it is for, where somebody named them: as the table of deployment options spells them. */
  readonly models?: readonly string[]
}

/** The finished request whose work a change takes back. */
export interface Undoes {
  /** Its number. */
  readonly request: number
  /** Taken back together with it: what it extends and what extends it, done when this was planned. */
  readonly with?: readonly number[]
  /** The rules that they wrote: from no other rule is anything taken out. */
  readonly rules: readonly string[]
  /** When what it opened was to end. Opened again, it ends then too. Epoch milliseconds. */
  readonly until?: number
  /** Its time is over: this was approved together with it. Only the worker makes such a change. */
  readonly atLimit?: true
}

/** What somebody wants done. Frozen into a plan when it is requested. */
export type Change =
  /** Let these hosts through, and provision the network where that is still due, so that they take effect. */
  | {
      readonly kind: 'allow-hosts'
      readonly workspaceId: WorkspaceId
      readonly hosts: readonly string[]
      /** Absent where somebody typed the hosts. */
      readonly purpose?: Purpose
      /** Taken out in the same plan, after the others were let through. */
      readonly remove?: readonly string[]
      /** Of the provisioning, where that is due. */
      readonly includeSpark?: boolean
      /** Taken out again then. Epoch milliseconds; absent: for good. */
      readonly until?: number
      /** The number of the finished request whose hosts are let through for longer. */
      readonly extends?: number
      readonly undoes?: Undoes
    }
  /** Take these hosts out of the outbound rules that people have made. */
  | {
      readonly kind: 'remove-hosts'
      readonly workspaceId: WorkspaceId
      readonly hosts: readonly string[]
      /** The collection that is not wanted any more, where one was named. */
      readonly collection?: string
      readonly undoes?: Undoes
    }
  | { readonly kind: 'provision-network'; readonly workspaceId: WorkspaceId; readonly includeSpark: boolean }

/** One call that changes something in Azure. A plan is a list of these, done in order. */
export type PlannedStep =
  | {
      readonly do: 'put-rule'
      readonly ruleName: string
      readonly hosts: readonly string[]
      /** Of a rule that exists and loses hosts: all that it listed. Whatever else it lists by then is somebody else's. */
      readonly replaces?: readonly string[]
    }
  /** `hosts`: what the rule listed when it was planned. */
  | { readonly do: 'delete-rule'; readonly ruleName: string; readonly hosts: readonly string[] }
  | { readonly do: 'provision'; readonly includeSpark: boolean }

/** The id of the collection that this change is about, opened or closed, if it is about one. */
export function collectionOf(change: Change): string | undefined {
  return change.kind === 'remove-hosts' ? change.collection : purposeOf(change)?.collection
}

/** What this change takes back, if it does. */
export function undoneBy(change: Change): Undoes | undefined {
  return change.kind === 'provision-network' ? undefined : change.undoes
}

/** The question that this change answers at its end, if it began with one. */
export function purposeOf(change: Change): Purpose | undefined {
  return change.kind === 'allow-hosts' ? change.purpose : undefined
}
