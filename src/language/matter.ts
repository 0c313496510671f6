/**
 * What the language can be asked to speak of. Declared here, in the shape that the rooms above use, because the language
 * imports no room: a new code in a room that no sentence knows fails to compile where the two meet.
 */
export type VerdictMatter =
  | 'unknown'
  | 'not-offered'
  | 'follows-public-access'
  | 'not-isolated'
  | 'ready'
  | 'not-provisioned'
  | 'needs-private-endpoint'
  | 'not-documented'
  | 'missing-rules'
  | 'rule-failed'
  | 'in-progress'
  | 'documented-minimum'

export type HeadwordMatter = 'yes' | 'not-yet' | 'no' | 'depends' | 'unknown'

export type OptionMatter = 'managed-compute' | 'serverless'

export type CapabilityMatter =
  | 'online-inference'
  | 'batch-inference'
  | 'fine-tuning'
  | 'evaluation'
  | 'import'

export type NeedsMatter = 'hosts' | 'nothing' | 'private-endpoint' | 'not-documented'

/** How a host stands in a workspace. */
export type HostStateMatter =
  | { readonly is: 'unrestricted' | 'unrestricted-later' | 'missing' | 'unknown' }
  | {
      readonly is: 'allowed' | 'configured' | 'provisioning' | 'failed'
      readonly rule: string
      readonly destination: string
    }
  | { readonly is: 'disregarded'; readonly rule: string; readonly status: string }

export type NoteMatter =
  | { readonly is: 'smalltalk' | 'affirm' | 'deny' | 'negated' }
  | { readonly is: 'multi'; readonly first?: string }
  /** `closest`: the table's names that are most like it. */
  | { readonly is: 'unknown-model'; readonly name: string; readonly closest?: readonly string[] }
  /** No outbound rule is called so; `rules`: the names of those that people made there, the likest first. */
  | {
      readonly is: 'no-such-rule'
      readonly rule: string
      readonly workspace: string
      readonly rules: readonly string[]
    }
  /** A rule of Azure's own, or of another type than FQDN. */
  | { readonly is: 'rule-not-removed'; readonly rule: string; readonly workspace: string }
  /** The hosts stand in the other rule too. */
  | {
      readonly is: 'rule-shares-hosts'
      readonly rule: string
      readonly other: string
      readonly workspace: string
      readonly hosts: readonly string[]
    }

export type StateMatter =
  | 'awaiting-approval'
  | 'approved'
  | 'applying'
  | 'done'
  | 'failed'
  | 'rejected'
  | 'expired'
  | 'withdrawn'

export type EventMatter =
  | 'submitted'
  | 'approval-counted'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'expired'
  | 'begun'
  | 'done'
  | 'configured'
  | 'failed'

export type ReasonMatter =
  | {
      readonly code:
        | 'workspace-not-found'
        | 'workspace-not-readable'
        | 'workspace-ambiguous'
        | 'mode-disabled-public'
        | 'mode-disabled-private'
        | 'internet-outbound-allowed'
        | 'no-hosts-needed'
        | 'private-endpoint-missing'
        | 'hosts-not-documented'
        | 'judged-by-language-models'
        | 'network-inactive'
        | 'all-hosts-covered'
    }
  | { readonly code: 'via-hub'; readonly hub: string }
  | { readonly code: 'mode-unknown'; readonly mode: string }
  | { readonly code: 'rules-unread' }
  | { readonly code: 'option-not-offered'; readonly option: string }
  | { readonly code: 'capability-not-offered'; readonly capability: string }
  | { readonly code: 'follows-public-access'; readonly publicNetworkAccess: string }
  | { readonly code: 'private-endpoint-present'; readonly rule: string }
  | { readonly code: 'hosts-missing'; readonly missing: number; readonly of: number }
  | {
      readonly code: 'rule-disregarded'
      readonly rule: string
      readonly host: string
      readonly status: string
    }
  | { readonly code: 'rule-failed'; readonly rule: string; readonly error: string }
  | { readonly code: 'rule-provisioning'; readonly rule: string }
  | { readonly code: 'change-under-way'; readonly request: number }
  | { readonly code: 'documented-hosts-covered'; readonly later: number }
  | { readonly code: 'wide-wildcard'; readonly rule: string; readonly destination: string }

export type TroubleMatter =
  | { readonly is: 'hub-unread'; readonly hub: string; readonly because: 'not-found' | 'forbidden' }
  | { readonly is: 'not-found' | 'unauthenticated' | 'timed-out' }
  | { readonly is: 'forbidden' | 'busy' | 'unavailable' | 'not-understood'; readonly message: string }
  | { readonly is: 'disallowed' | 'refused'; readonly code: string; readonly message: string }
  | { readonly is: 'throttled'; readonly retryAfterSeconds: number }

export type ModeMatter = 'Disabled' | 'AllowInternetOutbound' | 'AllowOnlyApprovedOutbound' | 'unknown'

export type HostProblemMatter =
  | 'empty'
  | 'has-scheme'
  | 'has-port'
  | 'has-path'
  | 'is-address'
  | 'is-everything'
  | 'wildcard-without-dot'
  | 'wildcard-inside'
  | 'wildcard-over-suffix'
  | 'azure-storage'
  | 'not-a-host'

export interface BadHostMatter {
  readonly host: string
  readonly problem: HostProblemMatter
  readonly offer?: string
}

export type NoPlanMatter =
  | { readonly is: 'project-has-no-network' }
  | {
      readonly is: 'nothing-to-do'
      readonly covered?: readonly { readonly host: string; readonly rule: string }[]
    }
  | { readonly is: 'wrong-mode'; readonly isolationMode: ModeMatter }
  | ({ readonly is: 'bad-host' } & BadHostMatter)
  | { readonly is: 'both-ways'; readonly hosts: readonly string[] }
  | { readonly is: 'nothing-removable'; readonly notRemoved: readonly NotRemovedMatter[] }

export type NotRemovedMatter =
  | { readonly host: string; readonly why: 'in-no-rule' }
  | {
      readonly host: string
      readonly why: 'by-wildcard'
      readonly rule: string
      readonly destination: string
    }
  | { readonly host: string; readonly why: 'other-rule'; readonly rule: string }
  | { readonly host: string; readonly why: 'not-ours'; readonly rule: string; readonly category: string }
  | { readonly host: string; readonly why: 'rule-at-rest'; readonly rule: string; readonly status: string }
  | {
      readonly host: string
      readonly why: 'claimed'
      readonly claims: readonly { readonly request: number; readonly by: { readonly name: string } }[]
    }

export type CheckMatter =
  | 'other-operation'
  | 'public-access-for-spark'
  | 'rules-waiting'
  | 'locks'
  | 'provider-registration'
  | 'policy'
  | 'identity-role'

export type StandingMatter = 'fine' | 'attention' | 'unseen'

export type RefusalMatter =
  | {
      readonly is:
        | 'identity-unknown'
        | 'may-not-ask'
        | 'no-approver-configured'
        | 'own-request'
        | 'watches-it'
        | 'nothing-entered'
        | 'not-the-requester'
        | 'no-such-request'
        | 'expired'
        | 'other-conversation'
        | 'reason-missing'
        | 'comment-missing'
        | 'workspaces-elsewhere'
        | 'bad-limit'
        | 'not-later'
        | 'no-such-workspace'
        | 'no-such-collection'
        | 'nothing-offered'
        | 'unknown-button'
        | 'store-trouble'
    }
  | { readonly is: 'bad-hosts'; readonly refused: readonly BadHostMatter[] }
  | { readonly is: 'hosts-denied'; readonly hosts: readonly string[] }
  | { readonly is: 'managed-as-code'; readonly by: 'terraform' | 'bicep' }
  | { readonly is: 'too-few-approvers'; readonly there: number; readonly of: number }
  | { readonly is: 'guest'; readonly known: boolean }
  | { readonly is: 'approvers-unread'; readonly groups: readonly string[] }
  | { readonly is: 'not-an-approver'; readonly approvers: readonly string[] }
  | { readonly is: 'already-decided'; readonly state: StateMatter; readonly by?: string }
  | { readonly is: 'no-limit'; readonly number: number }
  | {
      readonly is: 'cannot-undo'
      readonly number: number
      readonly because: 'not-done' | 'provisioned' | 'time-over'
    }
  | { readonly is: 'counted-already'; readonly counted: number; readonly of: number }
  | {
      readonly is: 'already-requested'
      readonly number: number
      readonly requester: string
      readonly state: StateMatter
    }
  | { readonly is: 'no-plan'; readonly because: NoPlanMatter }
  | { readonly is: 'azure-trouble'; readonly trouble: TroubleMatter }

export type FailureMatter =
  | { readonly is: 'workspace-gone' | 'execution-expired' }
  | {
      readonly is: 'against-policy'
      readonly because: 'approvals' | 'hosts' | 'managed-as-code'
      readonly hosts: readonly string[]
    }
  | {
      readonly is: 'no-permission'
      readonly who: readonly string[]
      readonly actions: readonly string[]
    }
  | { readonly is: 'effect-grew'; readonly replacedBy?: number }
  | { readonly is: 'forbidden'; readonly message: string }
  | {
      readonly is: 'disallowed' | 'refused' | 'operation-failed'
      readonly code: string
      readonly message: string
    }
  | { readonly is: 'not-there-afterwards'; readonly hosts: readonly string[] }
  | { readonly is: 'rule-failed'; readonly rule: string; readonly error: string }
  | { readonly is: 'rule-name-taken' | 'rule-changed' | 'still-there-afterwards'; readonly rule: string }

export type ObstacleMatter =
  | { readonly is: 'workspace-busy' | 'azure-throttles' }
  | { readonly is: 'queued-behind'; readonly request: number }
  | { readonly is: 'azure-unreachable'; readonly detail: string }

export type WarningMatter =
  | { readonly is: 'creates-firewall'; readonly sku: string }
  | { readonly is: 'provisions-network' | 'cannot-be-undone' | 'includes-spark' | 'last-fqdn-rule' }
  | { readonly is: 'writable-hosts' | 'wildcards'; readonly hosts: readonly string[] }
  | {
      readonly is: 'removal-breaks'
      readonly hosts: readonly string[]
      readonly collections?: readonly string[]
    }
  | {
      readonly is: 'still-let-through'
      readonly hosts: readonly string[]
      readonly rules: readonly string[]
    }

export type PhaseMatter = 'waiting' | 'starting' | 'running' | 'reading-back' | 'settling'

export interface EffortMatter {
  readonly minutes: readonly [number, number]
  readonly createsFirewall: boolean
  readonly provisions: boolean
}

/** What was done by somebody, of what a history tells; `make`: what Gatehouse has changed in Azure. */
export type DeedMatter = 'approve' | 'reject' | 'decide' | 'ask' | 'make'

export type ByHandMatter =
  | 'isolation-mode'
  | ('disable-public-access' | 'enable-public-access')
  | ('add-private-endpoint' | 'remove-private-endpoint')

export type WaitingEndMatter = 'active' | 'gone' | 'given-up'

/** A workspace that is meant where none is named, and who said so. */
export interface DefaultMatter {
  readonly name: string
  readonly by: string
}

/** Questions that are offered where a text was not understood. */
export type SuggestedMatter =
  | (
      | 'can_use'
      | 'required_fqdns'
      | 'missing_rules'
      | 'show_network'
      | 'list_workspaces'
      | 'describe_collection'
    )
  | ('compare_collections' | 'deployment_options' | 'connect_private' | 'cost' | 'public_access')
  | ('licence_support' | 'explain_network')
