import type {
  CheckMatter,
  EffortMatter,
  EventMatter,
  FailureMatter,
  HostProblemMatter,
  HostStateMatter,
  ModeMatter,
  NoPlanMatter,
  NoteMatter,
  NotRemovedMatter,
  ObstacleMatter,
  PhaseMatter,
  ReasonMatter,
  RefusalMatter,
  StandingMatter,
  StateMatter,
  TroubleMatter,
  VerdictMatter,
  WarningMatter,
} from '../../src/language/matter.ts'

/** Stands for whatever others wrote. No word of a language can be read into it. */
export const x = 'X1'
export const names = ['A1', 'B2', 'C3']
export const many = [0, 1, 2, 1200]

const keysOf = <T extends string>(all: Record<T, true>) => Object.keys(all) as T[]

type Rest<M, Key extends string, C> =
  M extends Readonly<Record<Key, infer I>> ? (C extends I ? Omit<M, Key> : never) : never

/** Every variant of a union with all that it can hold: a new variant does not compile before it is named here. */
function variants<M extends Readonly<Record<Key, string>>, Key extends string>(
  key: Key,
  all: { readonly [C in M[Key]]: readonly Rest<M, Key, C>[] },
): readonly M[] {
  return Object.entries<readonly object[]>(all).flatMap(([name, rests]) =>
    rests.map(rest => ({ ...rest, [key]: name }) as unknown as M),
  )
}

export const events = keysOf<EventMatter>({
  submitted: true,
  'approval-counted': true,
  approved: true,
  rejected: true,
  withdrawn: true,
  expired: true,
  begun: true,
  done: true,
  configured: true,
  failed: true,
})

export const states = keysOf<StateMatter>({
  'awaiting-approval': true,
  approved: true,
  applying: true,
  done: true,
  failed: true,
  rejected: true,
  expired: true,
  withdrawn: true,
})
export const modes = keysOf<ModeMatter>({
  Disabled: true,
  AllowInternetOutbound: true,
  AllowOnlyApprovedOutbound: true,
  unknown: true,
})
export const verdicts = keysOf<VerdictMatter>({
  unknown: true,
  'not-offered': true,
  'follows-public-access': true,
  'not-isolated': true,
  ready: true,
  'not-provisioned': true,
  'needs-private-endpoint': true,
  'not-documented': true,
  'missing-rules': true,
  'rule-failed': true,
  'in-progress': true,
  'documented-minimum': true,
})
export const phases = keysOf<PhaseMatter>({
  waiting: true,
  starting: true,
  running: true,
  'reading-back': true,
  settling: true,
})
const hostProblems = keysOf<HostProblemMatter>({
  empty: true,
  'has-scheme': true,
  'has-port': true,
  'has-path': true,
  'is-address': true,
  'is-everything': true,
  'wildcard-without-dot': true,
  'wildcard-inside': true,
  'wildcard-over-suffix': true,
  'azure-storage': true,
  'not-a-host': true,
})

export const troubles = variants<TroubleMatter, 'is'>('is', {
  'not-found': [{}],
  'hub-unread': [
    { hub: 'W2', because: 'not-found' },
    { hub: 'W2', because: 'forbidden' },
  ],
  unauthenticated: [{}],
  'timed-out': [{}],
  forbidden: [{ message: x }],
  busy: [{ message: x }],
  unavailable: [{ message: x }],
  'not-understood': [{ message: x }],
  disallowed: [{ code: x, message: x }],
  refused: [{ code: x, message: x }],
  throttled: [{ retryAfterSeconds: 1 }, { retryAfterSeconds: 90 }],
})
export const notRemoved = variants<NotRemovedMatter, 'why'>('why', {
  'in-no-rule': [{ host: x }],
  'by-wildcard': [{ host: x, rule: x, destination: x }],
  'other-rule': [{ host: x, rule: x }],
  'not-ours': [{ host: x, rule: x, category: x }],
  'rule-at-rest': [{ host: x, rule: x, status: x }],
  claimed: [{ host: x, claims: [{ request: 7, by: { name: x } }] }],
})
export const checks = keysOf<CheckMatter>({
  'other-operation': true,
  'public-access-for-spark': true,
  'rules-waiting': true,
  locks: true,
  'provider-registration': true,
  policy: true,
  'identity-role': true,
})
export const standings = keysOf<StandingMatter>({ fine: true, attention: true, unseen: true })
export const noPlans = variants<NoPlanMatter, 'is'>('is', {
  'nothing-to-do': [{}, { covered: [{ host: x, rule: x }] }],
  'project-has-no-network': [{}],
  'wrong-mode': modes.map(isolationMode => ({ isolationMode })),
  'bad-host': [
    ...hostProblems.map(problem => ({ host: x, problem })),
    { host: '', problem: 'empty' as const },
    { host: x, problem: 'has-path' as const, offer: x },
  ],
  'both-ways': [{ hosts: names }],
  'nothing-removable': [{ notRemoved }],
})
export const refusals = variants<RefusalMatter, 'is'>('is', {
  'identity-unknown': [{}],
  'may-not-ask': [{}],
  guest: [{ known: true }, { known: false }],
  'no-approver-configured': [{}],
  'approvers-unread': [{ groups: [x] }, { groups: names }],
  'own-request': [{}],
  'watches-it': [{}],
  'nothing-entered': [{}],
  'bad-hosts': [
    {
      refused: [
        { host: x, problem: 'has-path' as const, offer: x },
        { host: '', problem: 'empty' as const },
      ],
    },
  ],
  'not-the-requester': [{}],
  'hosts-denied': [{ hosts: names }, { hosts: [x] }],
  'managed-as-code': [{ by: 'terraform' }, { by: 'bicep' }],
  'too-few-approvers': [
    { there: 1, of: 2 },
    { there: 0, of: 3 },
  ],
  'no-such-request': [{}],
  expired: [{}],
  'bad-limit': [{}],
  'not-later': [{}],
  'no-limit': [{ number: 7 }],
  'cannot-undo': [
    { number: 7, because: 'not-done' },
    { number: 7, because: 'provisioned' },
    { number: 7, because: 'time-over' },
  ],
  'counted-already': [{ counted: 1, of: 2 }],
  'other-conversation': [{}],
  'reason-missing': [{}],
  'comment-missing': [{}],
  'workspaces-elsewhere': [{}],
  'no-such-workspace': [{}],
  'no-such-collection': [{}],
  'nothing-offered': [{}],
  'store-trouble': [{}],
  'unknown-button': [{}],
  'not-an-approver': [{ approvers: [] }, { approvers: names }],
  'already-decided': states.flatMap(state => [{ state }, { state, by: x }]),
  'already-requested': states.map(state => ({ number: 7, requester: x, state })),
  'no-plan': noPlans.map(because => ({ because })),
  'azure-trouble': troubles.map(trouble => ({ trouble })),
})
export const failures = variants<FailureMatter, 'is'>('is', {
  'effect-grew': [{}, { replacedBy: 7 }],
  'workspace-gone': [{}],
  'against-policy': [
    { because: 'approvals', hosts: [] },
    { because: 'hosts', hosts: names },
    { because: 'managed-as-code', hosts: [] },
  ],
  'no-permission': [
    { who: names, actions: [x] },
    { who: [x], actions: names },
  ],
  'execution-expired': [{}],
  forbidden: [{ message: '' }, { message: x }],
  disallowed: [{ code: x, message: x }],
  refused: [{ code: x, message: x }],
  'operation-failed': [{ code: x, message: '' }],
  'not-there-afterwards': [{ hosts: [] }, { hosts: names }],
  'rule-failed': [{ rule: x, error: x }],
  'rule-name-taken': [{ rule: x }],
  'rule-changed': [{ rule: x }],
  'still-there-afterwards': [{ rule: x }],
})
export const obstacles = variants<ObstacleMatter, 'is'>('is', {
  'workspace-busy': [{}],
  'azure-throttles': [{}],
  'queued-behind': [{ request: 7 }],
  'azure-unreachable': [{ detail: x }],
})
export const warnings = variants<WarningMatter, 'is'>('is', {
  'creates-firewall': [{ sku: 'S1' }],
  'provisions-network': [{}],
  'cannot-be-undone': [{}],
  'includes-spark': [{}],
  'last-fqdn-rule': [{}],
  'removal-breaks': [{ hosts: names }, { hosts: names, collections: names }],
  'still-let-through': [
    { hosts: names, rules: [x] },
    { hosts: [x], rules: names },
  ],
  'writable-hosts': [{ hosts: names }],
  wildcards: [{ hosts: names }, { hosts: [x] }],
})
export const reasons = variants<ReasonMatter, 'code'>('code', {
  'workspace-not-found': [{}],
  'workspace-not-readable': [{}],
  'workspace-ambiguous': [{}],
  'mode-disabled-public': [{}],
  'mode-disabled-private': [{}],
  'internet-outbound-allowed': [{}],
  'no-hosts-needed': [{}],
  'private-endpoint-missing': [{}],
  'hosts-not-documented': [{}],
  'judged-by-language-models': [{}],
  'network-inactive': [{}],
  'all-hosts-covered': [{}],
  'via-hub': [{ hub: x }],
  'mode-unknown': [{ mode: x }],
  'rules-unread': [{}],
  'option-not-offered': [{ option: 'managed-compute' }, { option: 'serverless' }, { option: x }],
  'capability-not-offered': [
    'online-inference',
    'batch-inference',
    'fine-tuning',
    'evaluation',
    'import',
    x,
  ].map(capability => ({ capability })),
  'follows-public-access': [{ publicNetworkAccess: 'Enabled' }, { publicNetworkAccess: 'Disabled' }],
  'private-endpoint-present': [{ rule: x }],
  'hosts-missing': [
    { missing: 1, of: 1 },
    { missing: 1, of: 5 },
    { missing: 3, of: 5 },
    { missing: 5, of: 5 },
  ],
  'rule-disregarded': [{ rule: x, host: x, status: x }],
  'rule-failed': [
    { rule: x, error: x },
    { rule: x, error: '' },
  ],
  'rule-provisioning': [{ rule: x }],
  'change-under-way': [{ request: 7 }],
  'documented-hosts-covered': many.map(later => ({ later })),
  'wide-wildcard': [{ rule: x, destination: x }],
})

export const efforts: readonly EffortMatter[] = [
  { minutes: [30, 40], createsFirewall: true, provisions: true },
  { minutes: [30, 40], createsFirewall: false, provisions: true },
  { minutes: [5, 15], createsFirewall: true, provisions: false },
  { minutes: [5, 15], createsFirewall: false, provisions: false },
]

const byRule = [
  { rule: x, destination: x },
  { rule: x, destination: 'A1' },
]
export const hostStates = variants<HostStateMatter, 'is'>('is', {
  unrestricted: [{}],
  'unrestricted-later': [{}],
  missing: [{}],
  unknown: [{}],
  allowed: byRule,
  configured: byRule,
  provisioning: byRule,
  failed: byRule,
  disregarded: [{ rule: x, status: x }],
})

export const notes = variants<NoteMatter, 'is'>('is', {
  smalltalk: [{}],
  affirm: [{}],
  deny: [{}],
  negated: [{}],
  multi: [{}, { first: x }],
  'unknown-model': [{ name: x }, { name: x, closest: [x, x] }],
  'no-such-rule': [
    { rule: x, workspace: x, rules: [] },
    { rule: x, workspace: x, rules: [x, x] },
  ],
  'rule-not-removed': [{ rule: x, workspace: x }],
  'rule-shares-hosts': [{ rule: x, other: x, workspace: x, hosts: [x] }],
})
