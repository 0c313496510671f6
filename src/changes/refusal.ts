import type { GatewayTrouble } from '../workspace/gateway.ts'
import type { HostProblem } from '../workspace/host.ts'
import type { NoPlan } from './plan.ts'
import type { StateName } from './request.ts'
import type { NoUndo } from './undo.ts'

/** What somebody typed and no rule may list. `offer`: the host that can be requested in its place. */
export interface RefusedHost {
  readonly host: string
  readonly problem: HostProblem
  readonly offer?: string
}

/** Why we did not do what was asked. A value, never an exception; each has a sentence that says what to do instead. */
export type Refusal =
  /** No Entra object id came with the message: such a person may read help. */
  | { readonly is: 'identity-unknown' }
  | { readonly is: 'may-not-ask' }
  /** A guest of the tenant, or somebody of whom that could not be found out. */
  | { readonly is: 'guest'; readonly known: boolean }
  | { readonly is: 'no-approver-configured' }
  /** Who is in these groups is not known, and nobody else approves. */
  | { readonly is: 'approvers-unread'; readonly groups: readonly string[] }
  | { readonly is: 'not-an-approver'; readonly approvers: readonly string[] }
  | { readonly is: 'own-request' }
  /** They asked for the same, and are told of its end. */
  | { readonly is: 'watches-it' }
  | { readonly is: 'not-the-requester' }
  /** The policy denies these to everybody. */
  | { readonly is: 'hosts-denied'; readonly hosts: readonly string[] }
  | { readonly is: 'managed-as-code'; readonly by: 'terraform' | 'bicep' }
  /** `there`: how many approvers could decide it, the requester not among them. */
  | { readonly is: 'too-few-approvers'; readonly there: number; readonly of: number }
  | { readonly is: 'nothing-entered' }
  | { readonly is: 'bad-hosts'; readonly refused: readonly RefusedHost[] }
  | { readonly is: 'no-such-request' }
  | { readonly is: 'already-decided'; readonly state: StateName; readonly by?: string }
  | { readonly is: 'expired' }
  /** A day that is past, too far away, or none. */
  | { readonly is: 'bad-limit' }
  /** An extension ends no later than what it extends. */
  | { readonly is: 'not-later' }
  /** What is to be extended is not done, or not for a time. */
  | { readonly is: 'no-limit'; readonly number: number }
  | { readonly is: 'cannot-undo'; readonly number: number; readonly because: NoUndo }
  /** One person's approval counts once, however often it is pressed. */
  | { readonly is: 'counted-already'; readonly counted: number; readonly of: number }
  /** The card was copied to a conversation in which it was never posted. */
  | { readonly is: 'other-conversation' }
  | { readonly is: 'reason-missing' }
  | { readonly is: 'comment-missing' }
  | {
      readonly is: 'already-requested'
      readonly number: number
      readonly requester: string
      readonly state: StateName
    }
  /** Asked of the bot, which does no such thing: workspaces are made and deleted in Azure. */
  | { readonly is: 'workspaces-elsewhere' }
  | { readonly is: 'no-such-workspace' }
  | { readonly is: 'no-such-collection' }
  | { readonly is: 'nothing-offered' }
  | { readonly is: 'no-plan'; readonly because: NoPlan }
  | { readonly is: 'azure-trouble'; readonly trouble: GatewayTrouble }
  /** Our own store errs or hangs: what is not on record is not done. */
  | { readonly is: 'store-trouble' }
  /** The button belongs to a card that this version does not know. */
  | { readonly is: 'unknown-button' }
