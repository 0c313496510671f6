import type { RequestData } from '../../src/cards/card-data.ts'
import type { ApprovalRequest, Failure, Obstacle, RequestState } from '../../src/changes/request.ts'
import { judge } from '../../src/knowledge/judge.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { ada, amir, requestFor } from './sample-requests.ts'
import { planFor } from './sample-tenant.ts'
import { allHosts, huggingFace, now, prod, ready, research } from './sample-verdicts.ts'

const decision = {
  verdict: 'approve',
  by: ada,
  at: now - 9 * 60_000,
  comment: 'Fine for the pilot.',
} as const
const progress = { startedAt: now - 8 * 60_000, step: 0, correlationIds: [] } as const

export const failures: readonly Failure[] = [
  { is: 'effect-grew', replacedBy: 13 },
  { is: 'workspace-gone' },
  { is: 'forbidden', message: 'The client does not have authorization to perform this action.' },
  { is: 'disallowed', code: 'RequestDisallowedByPolicy', message: 'Policy "no-egress" denies it.' },
  { is: 'refused', code: 'BadRequest', message: 'Received 400 from a service request' },
  { is: 'operation-failed', code: 'InternalServerError', message: 'Received 400 from a service request' },
  { is: 'not-there-afterwards', hosts: ['docker.io', 'cdn.auth0.com'] },
  { is: 'rule-failed', rule: 'gh-huggingface-0a1b2c3d4e5f', error: '' },
  { is: 'rule-name-taken', rule: 'gh-huggingface-0a1b2c3d4e5f' },
  { is: 'execution-expired' },
  { is: 'against-policy', because: 'approvals', hosts: [] },
  { is: 'against-policy', because: 'hosts', hosts: ['docker.io'] },
  { is: 'against-policy', because: 'managed-as-code', hosts: [] },
  {
    is: 'no-permission',
    who: ['Ada Approver'],
    actions: ['Microsoft.MachineLearningServices/workspaces/outboundRules/write'],
  },
]

export const obstacles: readonly Obstacle[] = [
  { is: 'workspace-busy' },
  { is: 'queued-behind', request: 11 },
  { is: 'azure-unreachable', detail: 'ECONNREFUSED' },
  { is: 'azure-throttles' },
]

const effective: RequestState = { is: 'done', decision, at: now, result: 'effective' }

export const states: Readonly<Record<string, RequestState>> = {
  'awaiting-approval': { is: 'awaiting-approval' },
  'awaiting-approval, one set aside': {
    is: 'awaiting-approval',
    setAside: [
      { by: decision.by, lacks: ['Microsoft.MachineLearningServices/workspaces/outboundRules/write'] },
    ],
  },
  'awaiting-approval, one left the group': {
    is: 'awaiting-approval',
    setAside: [{ by: decision.by, lacks: [], notIn: ['ML network'] }],
  },
  approved: { is: 'approved', decision },
  'approved, held up': { is: 'approved', decision, obstacle: { is: 'queued-behind', request: 11 } },
  'applying, waiting': { is: 'applying', decision, progress: { ...progress, phase: { is: 'waiting' } } },
  'applying, starting': {
    is: 'applying',
    decision,
    progress: { ...progress, phase: { is: 'starting', worker: 'w', until: now } },
  },
  'applying, running': {
    is: 'applying',
    decision,
    progress: { ...progress, phase: { is: 'running', since: now - 3 * 60_000 } },
  },
  ...Object.fromEntries(
    obstacles.map(obstacle => [
      `applying, ${obstacle.is}`,
      {
        is: 'applying',
        decision,
        progress: { ...progress, phase: { is: 'running', since: now - 3 * 60_000 }, obstacle },
      } satisfies RequestState,
    ]),
  ),
  'applying, reading back': {
    is: 'applying',
    decision,
    progress: { ...progress, step: 9, phase: { is: 'reading-back', since: now - 30_000 } },
  },
  'applying, settling': {
    is: 'applying',
    decision,
    progress: { ...progress, step: 9, phase: { is: 'settling', since: now - 30_000 } },
  },
  'applying, a rule for each host': {
    is: 'applying',
    decision,
    progress: {
      ...progress,
      step: 1,
      phase: { is: 'running', since: now - 30_000 },
      steps: ['docker.io', 'hf.co', 'cdn.auth0.com'].map(host => ({
        do: 'put-rule' as const,
        ruleName: `gh-huggingface-${host.length}a1b2c3d4e5f`,
        hosts: [host],
      })),
      restored: ['gh-huggingface-9a1b2c3d4e5f'],
    },
  },
  'done, effective': effective,
  'done, approved by two': {
    ...effective,
    decision: { ...decision, after: [{ verdict: 'approve', by: amir, at: now - 20 * 60_000 }] },
  },
  'done, with remarks': {
    ...effective,
    restored: ['gh-huggingface-0a1b2c3d4e5f'],
    othersGone: ['storage-endpoint', 'pypi'],
  },
  'failed, in part': {
    is: 'failed',
    decision,
    at: now,
    failure: { is: 'refused', code: 'ValidationError', message: 'The destination is not valid.' },
    applied: { done: 2, of: 3 },
  },
  'done, configured': { is: 'done', decision, at: now, result: 'configured' },
  ...Object.fromEntries(
    failures.map(failure => [
      `failed, ${failure.is}`,
      { is: 'failed', decision, at: now, failure } satisfies RequestState,
    ]),
  ),
  rejected: {
    is: 'rejected',
    at: now,
    decision: { ...decision, verdict: 'reject', comment: 'Please use the mirror in ws-dev.' },
  },
  expired: { is: 'expired', at: now },
  withdrawn: { is: 'withdrawn', at: now },
}

/** The request for Hugging Face in a workspace, in this state. */
export function hostsRequest(state: RequestState, workspace: Workspace = prod): ApprovalRequest {
  return requestFor(
    planFor(workspace, allHosts),
    {
      kind: 'allow-hosts',
      workspaceId: workspace.id,
      hosts: allHosts,
      purpose: { collection: 'huggingface', tier: 'current' },
    },
    state,
    now,
  )
}

export function provisioningRequest(state: RequestState): ApprovalRequest {
  return requestFor(
    planFor(research, []),
    { kind: 'provision-network', workspaceId: research.id, includeSpark: false },
    state,
    now,
  )
}

export function shown(request: ApprovalRequest, more: Partial<RequestData> = {}): RequestData {
  const awaiting = request.state.is === 'awaiting-approval'
  return {
    request,
    role: 'status',
    view: 'everybody',
    ...(request.change.kind === 'allow-hosts' ? { collection: huggingFace } : {}),
    mention: [],
    refreshFor: awaiting ? ['29:dana', '29:ada'] : [],
    ...(request.state.is === 'done' && request.change.kind === 'allow-hosts'
      ? { answer: judge({ collection: huggingFace }, ready) }
      : {}),
    now,
    ...more,
  }
}

const mention = [{ id: ada.objectId, name: ada.name }]

export const requestSamples: Readonly<Record<string, RequestData>> = {
  ...Object.fromEntries(Object.entries(states).map(([name, state]) => [name, shown(hostsRequest(state))])),
  ...Object.fromEntries(
    (['everybody', 'approver', 'requester'] as const).map(view => [
      `approval, ${view}`,
      shown(hostsRequest({ is: 'awaiting-approval' }), { role: 'approval', view, mention }),
    ]),
  ),
  'status, requester': shown(hostsRequest({ is: 'awaiting-approval' }), { view: 'requester' }),
  'approval, comment missing': shown(hostsRequest({ is: 'awaiting-approval' }), {
    role: 'approval',
    view: 'approver',
    problem: { is: 'comment-missing' },
  }),
  'approval, rules and provisioning': shown(hostsRequest({ is: 'awaiting-approval' }, research), {
    role: 'approval',
    mention,
  }),
  'applying, rules and provisioning': shown(
    hostsRequest(
      {
        is: 'applying',
        decision,
        progress: { ...progress, step: 1, phase: { is: 'running', since: now - 3 * 60_000 } },
      },
      research,
    ),
  ),
  'approval, one of two': shown(hostsRequest({ is: 'awaiting-approval' }), {
    role: 'approval',
    mention,
    quorum: { of: 2, counted: ['Amir Approver'] },
  }),
  'approval, a group that is not known': shown(hostsRequest({ is: 'awaiting-approval' }), {
    role: 'approval',
    mention: [...mention, { id: '', name: 'ML network' }],
    unreadGroups: ['ML network'],
  }),
  'approval, counted already': shown(hostsRequest({ is: 'awaiting-approval' }), {
    role: 'approval',
    view: 'approver',
    quorum: { of: 2, counted: ['Amir Approver'] },
    problem: { is: 'counted-already', counted: 1, of: 2 },
  }),
  'approval, provisioning': shown(provisioningRequest({ is: 'awaiting-approval' }), {
    role: 'approval',
    mention,
  }),
  'done, provisioning': shown(provisioningRequest(effective)),
}
