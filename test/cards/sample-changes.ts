import type { FollowUpFormData, ProposalData } from '../../src/cards/form-data.ts'
import type { Change } from '../../src/changes/change.ts'
import { plan } from '../../src/changes/plan.ts'
import type { NotRemoved } from '../../src/changes/removal.ts'
import type { ApprovalRequest } from '../../src/changes/request.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { ada, dana, requestFor } from './sample-requests.ts'
import { collectionNamed, fqdn, privateEndpoint, workspaceNamed } from './sample-tenant.ts'
import { live, now, research } from './sample-verdicts.ts'

/** A workspace with rules to take hosts out of. */
export const ruled = workspaceNamed('ws-ruled', {
  rules: [
    fqdn('hf-hub', ['huggingface.co', 'cdn-lfs.huggingface.co']),
    fqdn('own-mirror', ['quay.io', 'docker.io', 'pypi.org']),
    fqdn('all-of-hf', ['*.huggingface.co']),
    privateEndpoint('to-openai'),
  ],
})

const claimed: NotRemoved = {
  host: 'pypi.org',
  why: 'claimed',
  claims: [{ request: 7, by: { tenantId: ada.tenantId, objectId: ada.objectId, name: ada.name } }],
}

function proposal(change: Change, workspace: Workspace, more: Partial<ProposalData> = {}): ProposalData {
  const keeps = change.kind === 'remove-hosts' ? [claimed] : []
  const options = { ruleShape: 'combined', isWritable: (host: string) => host === 'docker.io' } as const
  const planned = plan(change, workspace, options, keeps)
  if (!planned.ok) throw new Error(JSON.stringify(planned.refusal))
  return {
    change,
    plan: { ...planned.plan, ahead: [11, 12], measured: { minutes: [9, 14], changes: 5 } },
    refused: [],
    canRequest: true,
    freshness: live,
    ...more,
  }
}

const { id } = ruled
const removal: Change = {
  kind: 'remove-hosts',
  workspaceId: id,
  hosts: ['cdn-lfs.huggingface.co', 'quay.io', 'docker.io', 'hf.co'],
}
const undoing: Change = {
  kind: 'remove-hosts',
  workspaceId: id,
  hosts: ['docker.io', 'quay.io', 'huggingface.co'],
  collection: 'huggingface',
  undoes: { request: 12, rules: ['own-mirror'] },
}

const typed = {
  kind: 'allow-hosts',
  workspaceId: id,
  hosts: ['*.example.org', 'hf.co', 'pypi.org'],
} as const satisfies Change
const huggingFace = collectionNamed('huggingface')

export const proposals: Readonly<Record<string, ProposalData>> = {
  removal: proposal(removal, ruled),
  'hosts, some refused': proposal(typed, ruled, {
    refused: [
      { host: 'https://example.com/models', problem: 'has-scheme', offer: 'example.com' },
      { host: '*.github.io', problem: 'wildcard-over-suffix' },
    ],
  }),
  collection: proposal(
    {
      kind: 'allow-hosts',
      workspaceId: id,
      hosts: huggingFace.hosts.map(({ host }) => host),
      purpose: { collection: 'huggingface', tier: 'current' },
    },
    ruled,
    { collection: huggingFace },
  ),
  'provisioning with Spark': proposal(
    { kind: 'provision-network', workspaceId: research.id, includeSpark: true },
    research,
  ),
  'requested already': proposal(removal, ruled, {
    openRequest: { id: 'r-12', number: 12, requester: dana.name, state: 'awaiting-approval' },
  }),
  'for a time': proposal({ ...typed, until: now + 7 * 24 * 3_600_000 }, ruled, { limit: { days: '7' } }),
  undo: proposal(undoing, ruled, { follows: 'r-12' }),
  'nobody approves': proposal(typed, ruled, { canRequest: false }),
}

/** Takes back what one request did, while another one's rule stays. */
export const undoForm: FollowUpFormData = {
  form: 'form-4',
  request: { id: 'r-12', number: 12, plan: proposal(typed, ruled).plan },
  change: undoing,
  plan: proposal(undoing, ruled).plan,
}

const limited: Change = { ...typed, until: now + 7 * 24 * 3_600_000 }

/** Lets what is let through for a time through for longer. */
export const extendForm: FollowUpFormData = {
  form: 'form-5',
  request: { id: 'r-12', number: 12, plan: proposal(limited, ruled).plan },
  change: { ...limited, extends: 12 },
  plan: proposal({ ...limited, extends: 12 }, ruled).plan,
  entered: { limit: { days: '7' } },
}

/** A request for a time. */
export function limitedRequest(state: ApprovalRequest['state']): ApprovalRequest {
  return requestFor(proposal(limited, ruled).plan, limited, state, now)
}

/** The request that ends it. */
export function endingRequest(state: ApprovalRequest['state']): ApprovalRequest {
  const ending: Change = {
    kind: 'remove-hosts',
    workspaceId: id,
    hosts: ['docker.io', 'quay.io'],
    undoes: { request: 12, rules: ['own-mirror'], atLimit: true },
  }
  return { ...requestFor(proposal(ending, ruled).plan, ending, state, now), reason: '' }
}

/** A request for both at once, which somebody watches. */
export function combinedRequest(state: ApprovalRequest['state']): ApprovalRequest {
  const { plan: planned } = proposal({ ...typed, remove: ['quay.io'] }, ruled)
  const request = requestFor(planned, { ...typed, remove: ['quay.io'] }, state, now)
  return { ...request, watchers: [{ person: ada, thread: request.thread }] }
}

/** A request for a removal. */
export function removalRequest(state: ApprovalRequest['state']): ApprovalRequest {
  return requestFor(proposal(removal, ruled).plan, removal, state, now)
}
