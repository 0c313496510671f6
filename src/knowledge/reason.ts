/**
 * Why a verdict is what it is: stable codes, in the order in which they weigh. Each has a sentence in `language/`.
 * They are part of the contract of `ask --json`; a code may be added, none is renamed.
 */
export type Reason =
  | { readonly code: 'workspace-not-found' }
  | { readonly code: 'workspace-not-readable' }
  | { readonly code: 'workspace-ambiguous' }
  /** A Project has no network of its own: its hub's counts. */
  | { readonly code: 'via-hub'; readonly hub: string }
  | { readonly code: 'mode-unknown'; readonly mode: string }
  | { readonly code: 'rules-unread' }
  | { readonly code: 'option-not-offered'; readonly option: string }
  | { readonly code: 'capability-not-offered'; readonly capability: string }
  | { readonly code: 'follows-public-access'; readonly publicNetworkAccess: string }
  | { readonly code: 'mode-disabled-public' }
  | { readonly code: 'mode-disabled-private' }
  | { readonly code: 'internet-outbound-allowed' }
  | { readonly code: 'no-hosts-needed' }
  | { readonly code: 'private-endpoint-missing' }
  | { readonly code: 'private-endpoint-present'; readonly rule: string }
  | { readonly code: 'hosts-not-documented' }
  | { readonly code: 'judged-by-language-models' }
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
  | { readonly code: 'network-inactive' }
  | { readonly code: 'documented-hosts-covered'; readonly later: number }
  | { readonly code: 'all-hosts-covered' }
  | { readonly code: 'wide-wildcard'; readonly rule: string; readonly destination: string }
