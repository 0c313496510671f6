import type { Tier } from '../knowledge/collection.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'

/** What somebody wants done. Frozen into a plan when it is requested. */
export type Change =
  /** Let these hosts through, and provision the network where that is still due, so that they take effect. */
  | {
      readonly kind: 'allow-hosts'
      readonly workspaceId: WorkspaceId
      readonly hosts: readonly string[]
      /** The question that it answers, to be answered anew at the end. */
      readonly purpose: { readonly collection: string; readonly tier: Tier }
    }
  | { readonly kind: 'provision-network'; readonly workspaceId: WorkspaceId; readonly includeSpark: boolean }

/** One call that changes something in Azure. A plan is a list of these, done in order. */
export type PlannedStep =
  | { readonly do: 'put-rule'; readonly ruleName: string; readonly hosts: readonly string[] }
  | { readonly do: 'provision'; readonly includeSpark: boolean }
