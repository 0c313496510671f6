import { answerCard } from '../../src/cards/answer-card.ts'
import { approvalsHereCard } from '../../src/cards/approvals-here-card.ts'
import { changeFormCard } from '../../src/cards/change-form-card.ts'
import { clarifyCard } from '../../src/cards/clarify-card.ts'
import { followUpFormCard } from '../../src/cards/follow-up-form-card.ts'
import { helpCard } from '../../src/cards/help-card.ts'
import { linkCard } from '../../src/cards/link-card.ts'
import { lookUp } from '../../src/cards/look-up.ts'
import { managedCard } from '../../src/cards/managed-card.ts'
import { networkCard } from '../../src/cards/network-card.ts'
import { noPlanCard } from '../../src/cards/no-plan-card.ts'
import { notUnderstoodCard } from '../../src/cards/not-understood-card.ts'
import { noticeCard } from '../../src/cards/notice-card.ts'
import { proposalCard } from '../../src/cards/proposal-card.ts'
import { provisioningFormCard } from '../../src/cards/provisioning-form-card.ts'
import { rejectFormCard } from '../../src/cards/reject-form-card.ts'
import type { Rendered } from '../../src/cards/render.ts'
import { requestCard } from '../../src/cards/request-card.ts'
import { requestFormCard } from '../../src/cards/request-form-card.ts'
import { requestedAlreadyCard } from '../../src/cards/requested-already-card.ts'
import { troubleCard } from '../../src/cards/trouble-card.ts'
import { unrequestedCard } from '../../src/cards/unrequested-card.ts'
import { verbs } from '../../src/cards/verbs.ts'
import { verdictCard } from '../../src/cards/verdict-card.ts'
import { welcomeCard } from '../../src/cards/welcome-card.ts'
import { workspacesCard } from '../../src/cards/workspaces-card.ts'
import type { NoticeMatter } from '../../src/changes/notice-matter.ts'
import { hostsOfTier } from '../../src/knowledge/collection.ts'
import { effortOfHosts, effortOfProvisioning } from '../../src/knowledge/effort.ts'
import type { Labels } from '../../src/language/labels.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { answerSamples } from './sample-answers.ts'
import {
  combinedRequest,
  endingRequest,
  extendForm,
  limitedRequest,
  proposals,
  removalRequest,
  ruled,
  undoForm,
} from './sample-changes.ts'
import { registersIn } from './sample-registers.ts'

import { ada, dana } from './sample-requests.ts'
import { hostsRequest, requestSamples } from './sample-states.ts'
import { fqdn, planFor, privateEndpoint, workspaceNamed } from './sample-tenant.ts'
import { noPlans, troubles } from './sample-troubles.ts'
import {
  allHosts,
  broken,
  dev,
  hub,
  huggingFace,
  live,
  now,
  open,
  prod,
  project,
  research,
  stale,
  verdictSamples,
} from './sample-verdicts.ts'

/** A card in one of its states. */
export interface Sample {
  readonly name: string
  readonly rendered: Rendered
}

export const manyWorkspaces: readonly Workspace[] = Array.from({ length: 60 }, (_, index) =>
  workspaceNamed(`ws-with-a-rather-long-name-${index}`, {}),
)

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
const decision = { verdict: 'approve', by: ada, at: now } as const
const changeForm = {
  form: 'form-3',
  workspace: ruled,
  removable: ruled.network.rules.flatMap(rule =>
    rule.type === 'FQDN' ? rule.destinations.map(host => ({ host, rule: rule.name })) : [],
  ),
}
const provisioningForm = { form: 'form-2', workspace: research, plan: planFor(research, []) } as const
const waiting = hostsRequest({ is: 'awaiting-approval' })
const provisioning = effortOfProvisioning(research.network)
const future = workspaceNamed('ws-future', { isolationMode: 'unknown', asRead: 'AllowNothing' })
const manyRules = workspaceNamed('ws-many', {
  rules: [
    privateEndpoint('to-openai'),
    ...Array.from({ length: 60 }, (_, index) =>
      fqdn(
        `rule-${index}`,
        Array.from({ length: 40 }, (_, host) => `host-${host}.example-${index}.com`),
      ),
    ),
  ],
})
const candidate = (title: string, workspace: string) => ({
  title,
  verb: verbs.canUse,
  data: { workspace, collection: 'huggingface' },
})

const drifted: Extract<NoticeMatter, { is: 'drift' }> = {
  ...{ is: 'drift', request: 'r-12', number: 12, workspace: 'ws-prod', workspaceId: prod.id },
  ...{ vanished: ['docker.io', '*.docker.com'], widened: [] },
}

const mapped = <T>(all: Readonly<Record<string, T>>, card: (data: T) => Rendered) =>
  Object.fromEntries(Object.entries(all).map(([name, data]) => [name, card(data)]))

const roomsIn = (l: Labels): Readonly<Record<string, Readonly<Record<string, Rendered>>>> => ({
  verdict: mapped(verdictSamples, data => verdictCard(data, l)),
  'request form': {
    first: requestFormCard(form, l),
    'reason missing': requestFormCard(
      { ...form, problem: { is: 'reason-missing' }, entered: { tier: 'documented' } },
      l,
    ),
    'one tier': requestFormCard({ ...form, tiers: tiers.slice(1) }, l),
  },
  request: mapped(requestSamples, data => requestCard(data, l)),
  'request for rules': mapped(
    {
      'removal, awaiting': removalRequest({ is: 'awaiting-approval' }),
      'removal, done': removalRequest({ is: 'done', decision, at: now, result: 'effective' }),
      'limited, awaiting': limitedRequest({ is: 'awaiting-approval' }),
      'limited, done': limitedRequest({ is: 'done', decision, at: now, result: 'effective' }),
      'limit ends': endingRequest({ is: 'approved', decision }),
      'both, awaiting': combinedRequest({ is: 'awaiting-approval' }),
    },
    request =>
      requestCard({ request, role: 'approval', view: 'approver', mention: [], refreshFor: [], now }, l),
  ),
  proposal: mapped(proposals, data => proposalCard(data, l)),
  'change form': {
    empty: changeFormCard({ ...changeForm, entered: {} }, l),
    refused: changeFormCard(
      {
        ...changeForm,
        entered: { allow: 'hf.co, *.github.io', remove: 'quay.io,docker.io', reason: 'For the pilot.' },
        problem: { is: 'bad-hosts', refused: [{ host: '*.github.io', problem: 'wildcard-over-suffix' }] },
      },
      l,
    ),
    'not provisioned': changeFormCard({ ...changeForm, workspace: research, removable: [], entered: {} }, l),
  },
  'follow-up form': {
    undo: followUpFormCard(undoForm, l),
    extend: followUpFormCard(extendForm, l),
    'extend, bad day': followUpFormCard(
      { ...extendForm, problem: { is: 'bad-limit' }, entered: { limit: { day: '2020-01-01' } } },
      l,
    ),
    'undo, reason missing': followUpFormCard({ ...undoForm, problem: { is: 'reason-missing' } }, l),
  },
  notice: {
    drift: noticeCard(dana, drifted, l),
    'drift, widened': noticeCard(
      dana,
      { ...drifted, collection: 'huggingface', vanished: [], widened: ['evil.example.org'] },
      l,
    ),
    unrequested: unrequestedCard(
      { workspace: prod, hosts: [{ host: 'quay.io', rule: 'own-mirror' }], freshness: live },
      l,
    ),
    'nothing unrequested': unrequestedCard({ workspace: prod, hosts: [], freshness: live }, l),
    'limit ends': noticeCard(
      dana,
      {
        ...{ is: 'limit-ends', request: 'r-12', number: 12, workspace: 'ws-prod' },
        ...{ hosts: ['docker.io', '*.docker.com'], until: now + 24 * 3_600_000 },
      },
      l,
    ),
  },
  'requested already': {
    always: requestedAlreadyCard({ id: 'r-12', number: 12, requester: dana.name, state: 'applying' }, l),
  },
  'provisioning form': {
    first: provisioningFormCard(provisioningForm, l),
    refused: provisioningFormCard({ ...provisioningForm, problem: { is: 'reason-missing' } }, l),
  },
  network: {
    active: networkCard({ workspace: prod, freshness: live }, l),
    inactive: networkCard({ workspace: research, provisioning, freshness: live }, l),
    'inactive, requested': networkCard(
      {
        workspace: research,
        provisioning,
        openRequest: { id: 'r-13', number: 13, requester: dana.name, state: 'approved' },
        freshness: live,
      },
      l,
    ),
    'failed rule': networkCard({ workspace: broken, freshness: stale }, l),
    project: networkCard({ workspace: project, hub, freshness: live }, l),
    open: networkCard({ workspace: open, freshness: live }, l),
    'all outbound': networkCard({ workspace: dev, freshness: live }, l),
    unknown: networkCard({ workspace: future, freshness: live }, l),
    'many rules': networkCard({ workspace: manyRules, freshness: live }, l),
  },
  link: {
    active: linkCard({ workspace: prod, freshness: live }, l),
    project: linkCard({ workspace: project, hub, freshness: stale }, l),
    open: linkCard({ workspace: open, freshness: live }, l),
  },
  workspaces: {
    some: workspacesCard(
      { workspaces: [broken, dev, hub, prod, project, open, research], unread: [], freshness: live, now },
      l,
    ),
    none: workspacesCard({ workspaces: [], unread: [], freshness: live, now }, l),
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
        now,
      },
      l,
    ),
  },
  answer: mapped(answerSamples(l), data => answerCard(data, l)),
  help: {
    asker: helpCard({ mayAsk: true, isApprover: false, exampleWorkspace: 'ws-prod' }, l),
    approver: helpCard({ mayAsk: true, isApprover: true }, l),
    stranger: helpCard({ mayAsk: false, isApprover: false }, l),
  },
  welcome: {
    ready: welcomeCard(
      {
        where: 'channel',
        workspaces: { is: 'seen', count: 7, unread: 0, example: 'ws-prod' },
        approvers: [ada.name],
        approvals: 'thread',
      },
      l,
    ),
    'set up in part': welcomeCard(
      {
        where: 'personal',
        workspaces: { is: 'seen', count: 0, unread: 2 },
        approvers: [],
        approvals: 'unknown',
      },
      l,
    ),
    'Azure away': welcomeCard(
      {
        where: 'groupChat',
        workspaces: { is: 'not-read', trouble: { is: 'timed-out' } },
        approvers: [ada.name],
        approvals: 'here',
      },
      l,
    ),
  },
  'reject form': {
    first: rejectFormCard({ request: waiting }, l),
    empty: rejectFormCard({ request: waiting, problem: { is: 'comment-missing' } }, l),
  },
  clarify: {
    workspace: clarifyCard(
      {
        asks: 'workspace',
        candidates: ['ws-prod', 'ws-dev', 'ws-research', 'ws-public', 'hub-vision', 'ws-broken'].map(title =>
          candidate(title, workspaceNamed(title, {}).id),
        ),
      },
      l,
    ),
    'unknown workspace': clarifyCard({ asks: 'workspace', unknown: 'ws-porduction', candidates: [] }, l),
    'unknown collection': clarifyCard(
      {
        asks: 'collection',
        unknown: 'Foo',
        known: ['Hugging Face', 'Meta', 'Cohere'],
        candidates: [candidate('Hugging Face', prod.id), candidate('Meta', prod.id)],
      },
      l,
    ),
    collection: clarifyCard({ asks: 'collection', candidates: [candidate('Hugging Face', prod.id)] }, l),
  },
  'not understood': {
    always: notUnderstoodCard({ exampleWorkspace: 'ws-prod' }, l),
    maybe: notUnderstoodCard(
      {
        exampleWorkspace: 'ws-prod',
        maybe: (['can_use', 'show_network', 'list_workspaces'] as const).map(intent => ({
          intent,
          asked: lookUp(intent),
          thing: 'Hugging Face',
          workspace: 'ws-prod',
        })),
      },
      l,
    ),
  },
  trouble: Object.fromEntries(
    troubles.map(trouble => [trouble.is, troubleCard({ trouble, workspace: 'ws-prod' }, l)]),
  ),
  'approvals here': {
    asked: approvalsHereCard({ conversationName: 'groupChat', done: false, approvers: [ada.name] }, l),
    done: approvalsHereCard({ conversationName: 'channel', done: true, approvers: [ada.name] }, l),
    nobody: approvalsHereCard({ conversationName: 'personal', done: true, approvers: [] }, l),
  },
  register: registersIn(l),
  managed: {
    terraform: managedCard(planFor(prod, allHosts), 'terraform', l),
    bicep: managedCard(planFor(research, allHosts), 'bicep', l),
  },
  'no plan': Object.fromEntries(
    noPlans.map((because, index) => [
      `${because.is} ${index}`,
      noPlanCard({ because, workspace: 'ws-prod' }, l),
    ]),
  ),
})

/** Every card in every state, with data such as the built-in tenant has. Shared by the tests and the gallery. */
export function cardsIn(labels: Labels): readonly Sample[] {
  return Object.entries(roomsIn(labels)).flatMap(([room, cards]) =>
    Object.entries(cards).map(([name, rendered]) => ({ name: `${room}: ${name}`, rendered })),
  )
}
