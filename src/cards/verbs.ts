/** Every button that a card of ours can carry. A press with another verb is refused. */
export const verbs = {
  openRequest: 'request.open',
  submitRequest: 'request.submit',
  openChange: 'change.open',
  submitChange: 'change.submit',
  openUndo: 'undo.open',
  submitUndo: 'undo.submit',
  openExtend: 'extend.open',
  submitExtend: 'extend.submit',
  watch: 'request.watch',
  openProvisioning: 'provisioning.open',
  submitProvisioning: 'provisioning.submit',
  approve: 'request.approve',
  reject: 'request.reject',
  /** Opens the form that asks why. */
  openReject: 'request.open-reject',
  withdraw: 'request.withdraw',
  /** What a client sends by itself when it shows the card: answered by a pure read. */
  refresh: 'request.refresh',
  showRequest: 'request.show',
  waitForNetwork: 'network.wait',
  listRequests: 'ask.list-requests',
  history: 'ask.history',
  /** The default workspace of the conversation. */
  useHere: 'workspace.use-here',
  approvalsHere: 'approvals.here',
  canUse: 'ask.can-use',
  showNetwork: 'ask.show-network',
  listWorkspaces: 'ask.list-workspaces',
  /** Any question that is answered by reading, with what it is asked of. */
  lookUp: 'ask.look-up',
  help: 'ask.help',
} as const

export type Verb = (typeof verbs)[keyof typeof verbs]

/** The names of inputs. They begin with `in_` so that no input can overwrite a key of a button's own data. */
export const inputs = {
  tier: 'in_tier',
  reason: 'in_reason',
  allow: 'in_allow',
  remove: 'in_remove',
  spark: 'in_spark',
  limit: 'in_limit',
  limitDay: 'in_limit_day',
  comment: 'in_comment',
} as const
