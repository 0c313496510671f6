import type { Answer } from '../../src/cards/answer-data.ts'
import { type LookUp, lookUp } from '../../src/cards/look-up.ts'
import { answerLookUp, type LookUpPorts } from '../../src/intents/look-up.ts'
import { loadLibrary } from '../../src/knowledge/library.ts'
import type { Labels } from '../../src/language/labels.ts'
import { labelsFor } from '../../src/language/languages.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { workspaceReader } from '../../src/workspace/reader.ts'
import { sameWorkspace } from '../../src/workspace/workspace-id.ts'
import { memoryRequests } from '../bot/memory-requests.ts'
import { ada } from './sample-requests.ts'
import { fqdn, workspaceNamed } from './sample-tenant.ts'
import { broken, dev, hub, now, open, prod, project, ready, research } from './sample-verdicts.ts'

const loaded = loadLibrary()
if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
export const { library } = loaded

const wild = workspaceNamed('ws-wild', {
  rules: [fqdn('hf', ['huggingface.co', 'cdn-lfs.huggingface.co', '*.docker.com'])],
})
const some = [prod, dev, research, open, broken, hub, project, ready, wild]
const many: readonly Workspace[] = Array.from({ length: 60 }, (_, index) =>
  workspaceNamed(`ws-with-a-rather-long-name-${index}`, {
    ...(index % 3 === 0 ? { isolationMode: 'AllowInternetOutbound' as const } : {}),
  }),
)

/** What answers need, over these workspaces. `reads`: how often Azure was asked for one workspace, and for the list. */
export function lookUpPorts(
  labels: Labels,
  workspaces: readonly Workspace[] = some,
): LookUpPorts & { readonly reads: { workspace: number; list: number } } {
  const reads = { workspace: 0, list: 0 }
  const gateway = {
    list: async () => {
      reads.list += 1
      return { ok: true, value: { workspaces, unread: [] } } as const
    },
    read: async (id: Workspace['id']) => {
      reads.workspace += 1
      const value = workspaces.find(each => sameWorkspace(each.id, id))
      return value === undefined
        ? ({ ok: false, trouble: { is: 'not-found' } } as const)
        : ({ ok: true, value } as const)
    },
  }
  return {
    reader: workspaceReader(gateway, () => now),
    library,
    requests: memoryRequests(),
    policy: () => ({ askers: 'tenant', approvers: [ada], approvalExpiryMs: 1, executionExpiryMs: 1 }),
    planOptions: { ruleShape: 'combined', isWritable: () => false },
    labels,
    tenantId: ada.tenantId,
    now: () => now + 40_000,
    reads,
  }
}

const questions: Readonly<Record<string, LookUp>> = {
  'matrix, three by four': lookUp('can_use', {
    collections: ['huggingface', 'curated', 'meta'],
    workspaces: ['ws-prod', 'ws-dev', 'ws-research', 'ws-nowhere'],
  }),
  'matrix, a model with two options': lookUp('can_use', {
    models: ['Llama-3-8B-Instruct'],
    workspaces: ['ws-prod'],
  }),
  'matrix, more than fit': lookUp('can_use', {
    collections: ['huggingface', 'curated', 'meta', 'nvidia', 'cohere'],
    workspaces: ['ws-prod', 'ws-dev', 'project-ocr', 'ws-ready'],
  }),
  'model in a workspace': lookUp('can_use', { models: ['google/flan-t5-small'], workspaces: ['ws-prod'] }),
  'unknown model': lookUp('can_use', { models: ['gpt-42'], workspaces: ['ws-prod'] }),
  'unknown workspace': lookUp('can_use', { collections: ['meta'], workspaces: ['ws-porduction'] }),
  'fleet, all': lookUp('list_workspaces', { collections: ['huggingface'] }),
  'fleet, held up': lookUp('list_workspaces', { collections: ['huggingface'], show: 'blocked' }),
  'fleet, two collections': lookUp('list_workspaces', { collections: ['huggingface', 'meta'] }),
  'coverage, some': lookUp('missing_rules', { collections: ['huggingface'], workspaces: ['ws-prod'] }),
  'coverage, through a wildcard': lookUp('missing_rules', {
    collections: ['huggingface'],
    workspaces: ['ws-wild'],
  }),
  'coverage, all': lookUp('missing_rules', { collections: ['huggingface'], workspaces: ['ws-ready'] }),
  'required hosts, Hugging Face': lookUp('required_fqdns', { collections: ['huggingface'] }),
  'required hosts, is it enough': lookUp('required_fqdns', {
    collections: ['curated'],
    fqdns: ['*.pytorch.org', 'example.org'],
  }),
  'required hosts, none': lookUp('required_fqdns', { models: ['Llama-3-8B'] }),
  'required hosts, private endpoint': lookUp('required_fqdns', { collections: ['azure-openai'] }),
  'published hosts': lookUp('required_fqdns', { collections: ['huggingface'], show: 'published' }),
  'host, who needs it': lookUp('required_fqdns', { fqdns: ['pypi.org', 'example.org'] }),
  'host, allowed': lookUp('show_network', { fqdns: ['huggingface.co'], workspaces: ['ws-prod'] }),
  'host, not allowed': lookUp('show_network', {
    fqdns: ['registry-1.docker.io', 'pypi.org', 'cdn-lfs.huggingface.co'],
    workspaces: ['project-ocr'],
  }),
  'troubleshoot, in a workspace': lookUp('troubleshoot', {
    fqdns: ['registry-1.docker.io'],
    workspaces: ['ws-prod'],
    text: 'registry-1.docker.io: failed to do request',
  }),
  'troubleshoot, no workspace': lookUp('troubleshoot', { fqdns: ['files.pythonhosted.org'] }),
  'troubleshoot, no host': lookUp('troubleshoot', { text: 'KeyError: gated repo' }),
  'comparison, two': lookUp('compare_collections', { collections: ['meta', 'mistral'] }),
  'comparison, three': lookUp('compare_collections', { collections: ['huggingface', 'curated', 'meta'] }),
  'comparison, four': lookUp('compare_collections', {
    collections: ['huggingface', 'curated', 'meta', 'nvidia'],
  }),
  'models, two and one unknown': lookUp('deployment_options', {
    models: ['Cohere-rerank-v3-english', 'Phi-3-vision-128k-Instruct', 'gpt-42'],
  }),
  'models, one': lookUp('deployment_options', { models: ['jais-30b-chat'] }),
  'workspaces, narrowed': lookUp('list_workspaces', {
    isolationMode: 'AllowOnlyApprovedOutbound',
    region: 'westeurope',
  }),
  'workspaces, none like this': lookUp('list_workspaces', {
    fqdns: ['example.org'],
    networkState: 'Inactive',
  }),
  'cost in a workspace': lookUp('cost', { workspaces: ['ws-research'] }),
  'public access of a workspace': lookUp('public_access', { workspaces: ['ws-prod'] }),
  thanks: lookUp('smalltalk'),
  'yes to nothing': lookUp('affirm'),
  'not wanted': lookUp('negated_change', { fqdns: ['pypi.org'] }),
  'two changes': lookUp('multi_change', { requestId: 12 }),
}

async function answersIn(language: string): Promise<Readonly<Record<string, Answer>>> {
  const labels = labelsFor(language)
  const ports = lookUpPorts(labels)
  const answers = await Promise.all(
    Object.entries(questions).map(async ([name, asked]) => [name, await answerLookUp(asked, ports)] as const),
  )
  const crowd = lookUpPorts(labels, many)
  return {
    ...Object.fromEntries(answers),
    'fleet, second page of many': await answerLookUp(
      lookUp('list_workspaces', { collections: ['huggingface'], page: 2 }),
      crowd,
    ),
    'workspaces, last page of many': await answerLookUp(lookUp('list_workspaces', { page: 99 }), crowd),
  }
}

const answers = { en: await answersIn('en'), fr: await answersIn('fr') }

/** Answers to questions of every kind, as the intents give them over a sample tenant. */
export function answerSamples({ locale }: Labels): Readonly<Record<string, Answer>> {
  return locale.startsWith('fr') ? answers.fr : answers.en
}
