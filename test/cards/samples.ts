import { approvalsHereCard } from '../../src/cards/approvals-here-card.ts'
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
import { hostsOfTier } from '../../src/knowledge/collection.ts'
import { effortOfHosts, effortOfProvisioning } from '../../src/knowledge/effort.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { ada, dana } from './sample-requests.ts'
import { requestSamples } from './sample-states.ts'
import { fqdn, planFor, privateEndpoint, workspaceNamed } from './sample-tenant.ts'
import { noPlans, troubles } from './sample-troubles.ts'
import {
  allHosts,
  broken,
  dev,
  hub,
  huggingFace,
  labels,
  live,
  open,
  prod,
  project,
  research,
  stale,
  verdictSamples,
} from './sample-verdicts.ts'

/** Every card in every state, with data such as the built-in tenant has. Shared by the tests and the gallery. */
export interface Sample {
  readonly name: string
  readonly rendered: Rendered
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
