import type { Workspace } from './managed-network.ts'
import type { WorkspaceId } from './workspace-id.ts'

/** Why Azure did not do what we asked. Each has one sentence in `language/`, so that a person learns which it is. */
export type GatewayTrouble =
  /** HTTP 404. */
  | { readonly is: 'not-found' }
  /** Of a project: its hub, whose network counts, answers 404 or 403. Never of a single call. */
  | { readonly is: 'hub-unread'; readonly hub: string; readonly because: 'not-found' | 'forbidden' }
  /** HTTP 403 AuthorizationFailed: Gatehouse's own identity lacks a role. */
  | { readonly is: 'forbidden'; readonly message: string }
  /** HTTP 403 RequestDisallowedByPolicy or a lock: retrying cannot help. */
  | { readonly is: 'disallowed'; readonly code: string; readonly message: string }
  /** HTTP 401, or no token to be had. */
  | { readonly is: 'unauthenticated' }
  /** HTTP 429, after the client's own retries. */
  | { readonly is: 'throttled'; readonly retryAfterSeconds: number }
  /** HTTP 409: another operation runs on this workspace. */
  | { readonly is: 'busy'; readonly message: string }
  /** Any other 4xx: our request was wrong for the state that Azure is in. */
  | { readonly is: 'refused'; readonly code: string; readonly message: string }
  /** 5xx, or no connection. The change may or may not have landed: read back. */
  | { readonly is: 'unavailable'; readonly message: string }
  /** No answer within the time-out. The change may or may not have landed: read back. */
  | { readonly is: 'timed-out' }
  /** An answer whose shape we do not know. */
  | { readonly is: 'not-understood'; readonly message: string }

export type GatewayAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: GatewayTrouble }

declare const brand: unique symbol
/** Where a long-running operation can be asked for, as one string that any process can store and resume. */
export type OperationHandle = string & { readonly [brand]: 'OperationHandle' }

/** A change that Azure took. Without an operation it finished at once. */
export interface Accepted {
  readonly operation?: OperationHandle
  /** Seconds that Azure asks us to wait before the first poll. */
  readonly retryAfterSeconds?: number
  /** ARM's correlation id of the call, for the audit and for support. */
  readonly correlationId?: string
}

export type OperationStatus =
  | { readonly is: 'running'; readonly retryAfterSeconds?: number }
  | { readonly is: 'succeeded' }
  | { readonly is: 'failed'; readonly code: string; readonly message: string }
  /** The address answers 404 or 410: read the result back instead. */
  | { readonly is: 'gone' }

/** Whether somebody waits for what is read, or it is read so that it is there when somebody asks. */
export type Urgency = 'person' | 'background'

export interface Fleet {
  readonly workspaces: readonly Workspace[]
  /** Subscriptions that could not be listed, with why. The list is then known to be incomplete. */
  readonly unread: readonly { readonly subscriptionId: string; readonly trouble: GatewayTrouble }[]
}

/**
 * The workspace and its managed network, as Azure has them. Reads change nothing and are safe to repeat.
 * Every call ends within its time-out; expected trouble comes back as a value.
 */
export interface WorkspaceGateway {
  /** All workspaces of the configured subscriptions, with the rules that the list itself carries. A person's where nothing is said. */
  list(urgency?: Urgency): Promise<GatewayAnswer<Fleet>>
  /** One workspace with its whole rule set, read live. A person's where nothing is said. */
  read(id: WorkspaceId, urgency?: Urgency): Promise<GatewayAnswer<Workspace>>
  /** Workspaces of that name, from an index that may lag behind; absent where there is none to ask. */
  find?(name: string): Promise<GatewayAnswer<readonly WorkspaceId[]>>
  /** Creates or replaces one FQDN rule with these hosts. Idempotent for the same name and hosts. */
  putFqdnRule(
    id: WorkspaceId,
    ruleName: string,
    destinations: readonly string[],
  ): Promise<GatewayAnswer<Accepted>>
  /** Removes a rule. A rule that is already gone is success. */
  deleteRule(id: WorkspaceId, ruleName: string): Promise<GatewayAnswer<Accepted>>
  /** Brings the managed network into being (about 30 minutes, some 10 more for a firewall). */
  provision(id: WorkspaceId, options: { readonly includeSpark: boolean }): Promise<GatewayAnswer<Accepted>>
  poll(operation: OperationHandle): Promise<GatewayAnswer<OperationStatus>>
}
