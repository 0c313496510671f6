import { approvalsHereCard } from '../../src/cards/approvals-here-card.ts'
import type { Freshness, RequestData, VerdictData } from '../../src/cards/card-data.ts'
import { clarifyCard } from '../../src/cards/clarify-card.ts'
import { helpCard } from '../../src/cards/help-card.ts'
import { networkCard } from '../../src/cards/network-card.ts'
import { noPlanCard } from '../../src/cards/no-plan-card.ts'
import { notUnderstoodCard } from '../../src/cards/not-understood-card.ts'
import { provisioningFormCard } from '../../src/cards/provisioning-form-card.ts'
import type { Rendered } from '../../src/cards/render.ts'
import { requestCard } from '../../src/cards/request-card.ts'
import { requestFormCard } from '../../src/cards/request-form-card.ts'
import { troubleCard } from '../../src/cards/trouble-card.ts'
import { verbs } from '../../src/cards/verbs.ts'
import { verdictCard } from '../../src/cards/verdict-card.ts'
import { workspacesCard } from '../../src/cards/workspaces-card.ts'
import type { NoPlan } from '../../src/changes/plan.ts'
import type { Refusal } from '../../src/changes/refusal.ts'
import type { ApprovalRequest, Failure, Obstacle, RequestState } from '../../src/changes/request.ts'
import { type Collection, hostsOfTier } from '../../src/knowledge/collection.ts'
import { effortOfHosts, effortOfProvisioning } from '../../src/knowledge/effort.ts'
import { judge } from '../../src/knowledge/judge.ts'
import { cannotTell, type Verdict } from '../../src/knowledge/verdict.ts'
import { labelsFor } from '../../src/language/languages.ts'
import type { GatewayTrouble } from '../../src/workspace/gateway.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { ada, dana, requestFor } from './sample-requests.ts'
import { collectionNamed, fqdn, planFor, privateEndpoint, workspaceNamed } from './sample-tenant.ts'

/** Every card in every state, with data such as the built-in tenant has. Shared by the tests and the gallery. */
export interface Sample {
  readonly name: string
  readonly rendered: Rendered
}

export const labels = labelsFor('en')
export const now = Date.UTC(2026, 10, 22, 14, 5)
const live: Freshness = { is: 'live', at: now }
const stale: Freshness = { is: 'cached', at: now - 12 * 60_000, now, because: { is: 'timed-out' } }

export const prod = workspaceNamed('ws-prod', {
  rules: [
    fqdn('hf-hub', ['huggingface.co', 'cdn-lfs.huggingface.co']),
    { ...fqdn('__SYS_ST_AzureActiveDirectory_TCP', []), category: 'Required' },
  ],
})
export const research = workspaceNamed('ws-research', { status: 'Inactive' })
const dev = workspaceNamed('ws-dev', { isolationMode: 'AllowInternetOutbound' })
const open = workspaceNamed('ws-public', { isolationMode: 'Disabled' })
const broken = workspaceNamed('ws-broken', {
  rules: [
    fqdn(
      'hf-all',
      collectionNamed('huggingface').hosts.map(({ host }) => host),
      'Failed',
      'Internal error while updating the firewall policy',
    ),
  ],
})
const hub = workspaceNamed('hub-vision', { rules: prod.network.rules, kind: 'Hub' })
const project: Workspace = { ...workspaceNamed('project-ocr', { kind: 'Project' }), hubId: hub.id }

const huggingFace = collectionNamed('huggingface')
const documentedHosts = hostsOfTier(huggingFace, 'documented').map(({ host }) => host)
const allHosts = huggingFace.hosts.map(({ host }) => host)
const documented = workspaceNamed('ws-2023', { rules: [fqdn('hf-2023', documentedHosts)] })
const ready = workspaceNamed('ws-ready', { rules: [fqdn('gh-huggingface-0a1b2c3d4e5f', allHosts)] })
const growing = workspaceNamed('ws-growing', { rules: [fqdn('hf-all', allHosts, 'Provisioning')] })

function asked(
  collection: Collection,
  workspace: Workspace,
  more: Partial<VerdictData> = {},
  verdict: Verdict = judge(
    { collection, ...(more.option === undefined ? {} : { option: more.option }) },
    workspace,
  ),
): VerdictData {
  return {
    collection,
    workspace,
    verdict,
    ...(verdict.offersRequest ? { effort: effortOfHosts(workspace.network) } : {}),
    canRequest: true,
    freshness: live,
    ...more,
  }
}

export const verdictSamples: Readonly<Record<string, VerdictData>> = {
  'missing-rules': asked(huggingFace, prod),
  'missing-rules, network inactive': asked(huggingFace, research),
  'missing-rules, already requested': asked(huggingFace, prod, {
    openRequest: { id: 'r-12', number: 12, requester: dana.name, state: 'awaiting-approval' },
  }),
  'missing-rules, nobody approves': asked(huggingFace, prod, { canRequest: false }),
  'missing-rules, stale': asked(huggingFace, prod, { freshness: stale }),
  'missing-rules, project': asked(huggingFace, prod, {
    workspace: project,
    hub,
    verdict: judge({ collection: huggingFace }, hub),
  }),
  'missing-rules, curated': asked(collectionNamed('curated'), prod),
  'documented-minimum': asked(huggingFace, documented),
  ready: asked(huggingFace, ready),
  'ready, all outbound': asked(huggingFace, dev),
  'not-provisioned': asked(collectionNamed('meta'), research),
  'not-isolated': asked(huggingFace, open),
  'not-isolated, private': asked(huggingFace, { ...open, publicNetworkAccess: 'Disabled' }),
  'follows-public-access': asked(collectionNamed('meta'), prod, { option: 'serverless' }),
  'not-offered': asked(collectionNamed('cohere'), prod, { option: 'managed-compute' }),
  'needs-private-endpoint': asked(collectionNamed('azure-openai'), prod, { option: 'managed-compute' }),
  'not-documented': asked(collectionNamed('nvidia'), prod),
  'rule-failed': asked(huggingFace, broken),
  'in-progress': asked(huggingFace, growing),
  'in-progress, own change': asked(
    huggingFace,
    ready,
    { openRequest: { id: 'r-12', number: 12, requester: dana.name, state: 'applying' } },
    judge({ collection: huggingFace }, ready, { request: 12 }),
  ),
  unknown: asked(
    huggingFace,
    workspaceNamed('ws-future', { isolationMode: 'unknown', asRead: 'AllowNothing' }),
  ),
  'unknown, not readable': asked(
    huggingFace,
    prod,
    {},
    cannotTell({ collection: huggingFace }, { code: 'workspace-not-readable' }),
  ),
}

const decision = {
  verdict: 'approve',
  by: ada,
  at: now - 9 * 60_000,
  comment: 'Fine for the pilot.',
} as const
const progress = { startedAt: now - 8 * 60_000, step: 0, correlationIds: [] } as const

export const failures: readonly Failure[] = [
  { is: 'effect-grew' },
  { is: 'workspace-gone' },
  { is: 'forbidden', message: 'The client does not have authorization to perform this action.' },
  { is: 'disallowed', code: 'RequestDisallowedByPolicy', message: 'Policy "no-egress" denies it.' },
  { is: 'refused', code: 'BadRequest', message: 'Received 400 from a service request' },
  { is: 'operation-failed', code: 'InternalServerError', message: 'Received 400 from a service request' },
  { is: 'not-there-afterwards', hosts: ['docker.io', 'cdn.auth0.com'] },
  { is: 'rule-failed', rule: 'gh-huggingface-0a1b2c3d4e5f', error: '' },
  { is: 'rule-name-taken', rule: 'gh-huggingface-0a1b2c3d4e5f' },
  { is: 'execution-expired' },
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
  'done, effective': effective,
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
  'approval, provisioning': shown(provisioningRequest({ is: 'awaiting-approval' }), {
    role: 'approval',
    mention,
  }),
  'done, provisioning': shown(provisioningRequest(effective)),
}

const tiers = (['documented', 'current'] as const).map(tier => ({
  tier,
  hosts: hostsOfTier(huggingFace, tier).filter(({ host }) =>
    planFor(prod, allHosts).effect.hosts.includes(host),
  ),
}))

const form = {
  form: 'form-1',
  workspace: prod,
  collection: huggingFace,
  tiers,
  preselected: 'current',
  effort: effortOfHosts(prod.network),
  warnings: planFor(prod, allHosts).warnings,
} as const

const provisioningForm = { form: 'form-2', workspace: research, plan: planFor(research, []) } as const

export const troubles: readonly GatewayTrouble[] = [
  { is: 'not-found' },
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
  { is: 'no-approver-configured' },
  { is: 'not-an-approver', approvers: ['Ada Approver', 'Amir Approver'] },
  { is: 'not-an-approver', approvers: [] },
  { is: 'own-request' },
  { is: 'not-the-requester' },
  { is: 'no-such-request' },
  { is: 'already-decided', state: 'approved', by: 'Ada Approver' },
  { is: 'already-decided', state: 'withdrawn' },
  { is: 'expired' },
  { is: 'other-conversation' },
  { is: 'reason-missing' },
  { is: 'comment-missing' },
  { is: 'already-requested', number: 12, requester: 'Dana Scientist', state: 'applying' },
  { is: 'no-such-workspace' },
  { is: 'no-such-collection' },
  { is: 'nothing-offered' },
  { is: 'no-plan', because: { is: 'nothing-to-do' } },
  { is: 'azure-trouble', trouble: { is: 'timed-out' } },
  { is: 'unknown-button' },
]

export const manyWorkspaces: readonly Workspace[] = Array.from({ length: 60 }, (_, index) =>
  workspaceNamed(`ws-with-a-rather-long-name-${index}`, {}),
)

const named = (room: string, cards: Readonly<Record<string, Rendered>>): Sample[] =>
  Object.entries(cards).map(([name, rendered]) => ({ name: `${room}: ${name}`, rendered }))

const mapped = <T>(all: Readonly<Record<string, T>>, card: (data: T) => Rendered) =>
  Object.fromEntries(Object.entries(all).map(([name, data]) => [name, card(data)]))

export const samples: readonly Sample[] = [
  ...named(
    'verdict',
    mapped(verdictSamples, data => verdictCard(data, labels)),
  ),
  ...named('request form', {
    first: requestFormCard(form, labels),
    'reason missing': requestFormCard(
      { ...form, problem: { is: 'reason-missing' }, entered: { tier: 'documented' } },
      labels,
    ),
    'one tier': requestFormCard({ ...form, tiers: tiers.slice(1) }, labels),
  }),
  ...named(
    'request',
    mapped(requestSamples, data => requestCard(data, labels)),
  ),
  ...named('provisioning form', {
    first: provisioningFormCard(provisioningForm, labels),
    refused: provisioningFormCard({ ...provisioningForm, problem: { is: 'reason-missing' } }, labels),
  }),
  ...named('network', {
    active: networkCard({ workspace: prod, freshness: live }, labels),
    inactive: networkCard(
      { workspace: research, provisioning: effortOfProvisioning(research.network), freshness: live },
      labels,
    ),
    'inactive, requested': networkCard(
      {
        workspace: research,
        provisioning: effortOfProvisioning(research.network),
        openRequest: { id: 'r-13', number: 13, requester: dana.name, state: 'approved' },
        freshness: live,
      },
      labels,
    ),
    'failed rule': networkCard({ workspace: broken, freshness: stale }, labels),
    project: networkCard({ workspace: project, hub, freshness: live }, labels),
    open: networkCard({ workspace: open, freshness: live }, labels),
    'all outbound': networkCard({ workspace: dev, freshness: live }, labels),
    unknown: networkCard(
      {
        workspace: workspaceNamed('ws-future', { isolationMode: 'unknown', asRead: 'AllowNothing' }),
        freshness: live,
      },
      labels,
    ),
    'many rules': networkCard(
      {
        workspace: workspaceNamed('ws-many', {
          rules: [
            privateEndpoint('to-openai'),
            ...Array.from({ length: 60 }, (_, index) =>
              fqdn(
                `rule-${index}`,
                Array.from({ length: 40 }, (_, host) => `host-${host}.example-${index}.com`),
              ),
            ),
          ],
        }),
        freshness: live,
      },
      labels,
    ),
  }),
  ...named('workspaces', {
    some: workspacesCard(
      { workspaces: [broken, dev, hub, prod, project, open, research], unread: [], freshness: live },
      labels,
    ),
    none: workspacesCard({ workspaces: [], unread: [], freshness: live }, labels),
    'many, partial, stale': workspacesCard(
      {
        workspaces: manyWorkspaces,
        unread: [
          {
            subscriptionId: '00000000-0000-4000-8000-000000000002',
            trouble: { is: 'forbidden', message: 'No.' },
          },
        ],
        freshness: stale,
      },
      labels,
    ),
  }),
  ...named('help', {
    asker: helpCard({ mayAsk: true, isApprover: false, exampleWorkspace: 'ws-prod' }, labels),
    approver: helpCard({ mayAsk: true, isApprover: true }, labels),
    stranger: helpCard({ mayAsk: false, isApprover: false }, labels),
  }),
  ...named('clarify', {
    workspace: clarifyCard(
      {
        asks: 'workspace',
        candidates: ['ws-prod', 'ws-dev', 'ws-research', 'ws-public', 'hub-vision', 'ws-broken'].map(
          title => ({
            title,
            verb: verbs.canUse,
            data: { workspace: workspaceNamed(title, {}).id, collection: 'huggingface' },
          }),
        ),
      },
      labels,
    ),
    'unknown workspace': clarifyCard({ asks: 'workspace', unknown: 'ws-porduction', candidates: [] }, labels),
    collection: clarifyCard(
      {
        asks: 'collection',
        candidates: [
          {
            title: 'Hugging Face',
            verb: verbs.canUse,
            data: { workspace: prod.id, collection: 'huggingface' },
          },
        ],
      },
      labels,
    ),
  }),
  ...named('not understood', { always: notUnderstoodCard({ exampleWorkspace: 'ws-prod' }, labels) }),
  ...named(
    'trouble',
    Object.fromEntries(
      troubles.map(trouble => [trouble.is, troubleCard({ trouble, workspace: 'ws-prod' }, labels)]),
    ),
  ),
  ...named('approvals here', {
    asked: approvalsHereCard({ conversationName: 'groupChat', done: false, approvers: [ada] }, labels),
    done: approvalsHereCard({ conversationName: 'channel', done: true, approvers: [ada] }, labels),
    nobody: approvalsHereCard({ conversationName: 'personal', done: true, approvers: [] }, labels),
  }),
  ...named(
    'no plan',
    Object.fromEntries(
      noPlans.map((because, index) => [
        `${because.is} ${index}`,
        noPlanCard({ because, workspace: 'ws-prod' }, labels),
      ]),
    ),
  ),
]
