import type { NoPlan } from '../../src/changes/plan.ts'
import type { Refusal } from '../../src/changes/refusal.ts'
import type { GatewayTrouble } from '../../src/workspace/gateway.ts'

export const troubles: readonly GatewayTrouble[] = [
  { is: 'not-found' },
  { is: 'hub-unread', hub: 'genai-hub', because: 'not-found' },
  { is: 'hub-unread', hub: 'genai-hub', because: 'forbidden' },
  { is: 'forbidden', message: "The client 'gatehouse' does not have authorization over this scope." },
  { is: 'disallowed', code: 'ScopeLocked', message: 'The scope is locked.' },
  { is: 'unauthenticated' },
  { is: 'throttled', retryAfterSeconds: 90 },
  { is: 'busy', message: 'has an ongoing operation running' },
  { is: 'refused', code: 'BadRequest', message: 'Bad request.' },
  { is: 'unavailable', message: 'ECONNREFUSED' },
  { is: 'timed-out' },
  { is: 'not-understood', message: 'The answer has no field "properties".' },
]

export const noPlans: readonly NoPlan[] = [
  { is: 'nothing-to-do' },
  { is: 'wrong-mode', isolationMode: 'Disabled' },
  { is: 'wrong-mode', isolationMode: 'AllowInternetOutbound' },
  { is: 'wrong-mode', isolationMode: 'AllowOnlyApprovedOutbound' },
  { is: 'wrong-mode', isolationMode: 'unknown' },
  { is: 'bad-host', host: '*evil.com', problem: 'wildcard-without-dot' },
  { is: 'project-has-no-network' },
]

export const refusals: readonly Refusal[] = [
  { is: 'identity-unknown' },
  { is: 'may-not-ask' },
  { is: 'guest', known: true },
  { is: 'guest', known: false },
  { is: 'no-approver-configured' },
  { is: 'approvers-unread', groups: ['ML network approvers'] },
  { is: 'not-an-approver', approvers: ['Ada Approver', 'Amir Approver'] },
  { is: 'not-an-approver', approvers: [] },
  { is: 'own-request' },
  { is: 'watches-it' },
  { is: 'nothing-entered' },
  {
    is: 'bad-hosts',
    refused: [
      { host: 'https://hf.co/models', problem: 'has-scheme', offer: 'hf.co' },
      { host: '*.github.io', problem: 'wildcard-over-suffix' },
    ],
  },
  { is: 'not-the-requester' },
  { is: 'hosts-denied', hosts: ['pastebin.com'] },
  { is: 'managed-as-code', by: 'terraform' },
  { is: 'too-few-approvers', there: 1, of: 2 },
  { is: 'no-such-request' },
  { is: 'already-decided', state: 'approved', by: 'Ada Approver' },
  { is: 'already-decided', state: 'withdrawn' },
  { is: 'expired' },
  { is: 'counted-already', counted: 1, of: 2 },
  { is: 'cannot-undo', number: 12, because: 'not-done' },
  { is: 'bad-limit' },
  { is: 'no-limit', number: 12 },
  { is: 'cannot-undo', number: 12, because: 'provisioned' },
  { is: 'other-conversation' },
  { is: 'reason-missing' },
  { is: 'comment-missing' },
  { is: 'already-requested', number: 12, requester: 'Dana Scientist', state: 'applying' },
  { is: 'workspaces-elsewhere' },
  { is: 'no-such-workspace' },
  { is: 'no-such-collection' },
  { is: 'nothing-offered' },
  { is: 'no-plan', because: { is: 'nothing-to-do' } },
  { is: 'azure-trouble', trouble: { is: 'timed-out' } },
  { is: 'store-trouble' },
  { is: 'unknown-button' },
]
