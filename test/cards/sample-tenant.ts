import { type Plan, plan } from '../../src/changes/plan.ts'
import type { Collection } from '../../src/knowledge/collection.ts'
import { loadLibrary } from '../../src/knowledge/library.ts'
import type { IsolationMode, Workspace } from '../../src/workspace/managed-network.ts'
import type {
  FqdnRule,
  OutboundRule,
  PrivateEndpointRule,
  RuleStatus,
} from '../../src/workspace/outbound-rule.ts'
import { parseWorkspaceId } from '../../src/workspace/workspace-id.ts'

const loaded = loadLibrary()
if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
const { library } = loaded

export function collectionNamed(id: string): Collection {
  const collection = library.collection(id)
  if (collection === undefined) throw new Error(`There is no collection ${id}.`)
  return collection
}

export interface Shape {
  readonly isolationMode?: IsolationMode
  readonly asRead?: string
  readonly status?: 'Active' | 'Inactive'
  readonly rules?: readonly OutboundRule[]
  readonly kind?: string
}

export function workspaceNamed(name: string, shape: Shape): Workspace {
  const id = parseWorkspaceId(
    `/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-science/providers/Microsoft.MachineLearningServices/workspaces/${name}`,
  )
  if (id === undefined) throw new Error(`${name} cannot be the name of a workspace.`)
  const isolationMode = shape.isolationMode ?? 'AllowOnlyApprovedOutbound'
  return {
    id,
    name,
    location: 'westeurope',
    kind: shape.kind ?? 'Default',
    publicNetworkAccess: 'Enabled',
    privateEndpointConnections: 1,
    network: {
      isolationMode,
      isolationModeAsRead: shape.asRead ?? isolationMode,
      status: shape.status ?? 'Active',
      sparkReady: false,
      firewallSku: 'Standard',
      rules: shape.rules ?? [],
    },
  }
}

export function fqdn(
  name: string,
  destinations: readonly string[],
  status: RuleStatus = 'Active',
  error?: string,
): FqdnRule {
  return {
    name,
    category: 'UserDefined',
    status,
    type: 'FQDN',
    destinations,
    ...(error === undefined ? {} : { error }),
  }
}

export function privateEndpoint(name: string): PrivateEndpointRule {
  return {
    name,
    category: 'UserDefined',
    status: 'Active',
    type: 'PrivateEndpoint',
    serviceResourceId:
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/openai-prod',
    subresourceTarget: 'account',
  }
}

/** The plan that lets these hosts through, or, without hosts, provisions the network. */
export function planFor(workspace: Workspace, hosts: readonly string[]): Plan {
  const writable = new Set(
    collectionNamed('huggingface')
      .hosts.filter(each => each.writable)
      .map(({ host }) => host),
  )
  const planned = plan(
    hosts.length > 0
      ? {
          kind: 'allow-hosts',
          workspaceId: workspace.id,
          hosts,
          purpose: { collection: 'huggingface', tier: 'current' },
        }
      : { kind: 'provision-network', workspaceId: workspace.id, includeSpark: false },
    workspace,
    { ruleShape: 'combined', isWritable: host => writable.has(host) },
  )
  if (!planned.ok) throw new Error(`There is no plan: ${planned.refusal.is}.`)
  return planned.plan
}
