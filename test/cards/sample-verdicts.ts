import type { Freshness, VerdictData } from '../../src/cards/card-data.ts'
import { type Collection, hostsOfTier } from '../../src/knowledge/collection.ts'
import { effortOfHosts } from '../../src/knowledge/effort.ts'
import { judge } from '../../src/knowledge/judge.ts'
import { cannotTell, type Verdict } from '../../src/knowledge/verdict.ts'
import { labelsFor } from '../../src/language/languages.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { dana } from './sample-requests.ts'
import { collectionNamed, fqdn, workspaceNamed } from './sample-tenant.ts'

export const labels = labelsFor('en')
export const now = Date.UTC(2026, 10, 22, 14, 5)
export const live: Freshness = { is: 'live', at: now }
export const stale: Freshness = { is: 'cached', at: now - 12 * 60_000, now, because: { is: 'timed-out' } }

export const prod = workspaceNamed('ws-prod', {
  rules: [
    fqdn('hf-hub', ['huggingface.co', 'cdn-lfs.huggingface.co']),
    { ...fqdn('__SYS_ST_AzureActiveDirectory_TCP', []), category: 'Required' },
  ],
})
export const research = workspaceNamed('ws-research', { status: 'Inactive' })
export const dev = workspaceNamed('ws-dev', { isolationMode: 'AllowInternetOutbound' })
export const open = workspaceNamed('ws-public', { isolationMode: 'Disabled' })
export const broken = workspaceNamed('ws-broken', {
  rules: [
    fqdn(
      'hf-all',
      collectionNamed('huggingface').hosts.map(({ host }) => host),
      'Failed',
      'Internal error while updating the firewall policy',
    ),
  ],
})
export const hub = workspaceNamed('hub-vision', { rules: prod.network.rules, kind: 'Hub' })
export const project: Workspace = { ...workspaceNamed('project-ocr', { kind: 'Project' }), hubId: hub.id }

export const huggingFace = collectionNamed('huggingface')
const documentedHosts = hostsOfTier(huggingFace, 'documented').map(({ host }) => host)
export const allHosts = huggingFace.hosts.map(({ host }) => host)
const documented = workspaceNamed('ws-2023', { rules: [fqdn('hf-2023', documentedHosts)] })
export const ready = workspaceNamed('ws-ready', { rules: [fqdn('gh-huggingface-0a1b2c3d4e5f', allHosts)] })
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
