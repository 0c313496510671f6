import type { Rule } from './rule.ts'

export interface Deployment {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly workspace: string
  readonly region: string
  /** Letters and digits that the names of the workspace's own resources end in. */
  readonly suffix: string
  readonly status: 'Active' | 'Inactive'
}

/** The private endpoints to a workspace's own storage, vault and to itself, which both isolated modes bring. */
export function requiredEndpoints(at: Deployment): Record<string, Rule> {
  const flat = at.workspace.replaceAll('-', '')
  const endpoint = (type: string, name: string, target: string): [string, Rule] => [
    `__SYS_PE_${name}_${target}_${at.suffix}`,
    {
      type: 'PrivateEndpoint',
      destination: {
        serviceResourceId: `/subscriptions/${at.subscriptionId}/resourceGroups/${at.resourceGroup}/providers/${type}/${name}`,
        subresourceTarget: target,
        sparkEnabled: true,
        sparkStatus: at.status,
      },
      category: 'Required',
      status: at.status,
    },
  ]
  return Object.fromEntries([
    endpoint('Microsoft.Storage/storageAccounts', `${flat}storage${at.suffix.slice(0, 4)}`, 'blob'),
    endpoint('Microsoft.Storage/storageAccounts', `${flat}storage${at.suffix.slice(0, 4)}`, 'file'),
    endpoint('Microsoft.Keyvault/vaults', `${flat}vault${at.suffix.slice(0, 4)}`, 'vault'),
    endpoint('Microsoft.MachineLearningServices/workspaces', at.workspace, 'amlworkspace'),
  ])
}

// Names, protocols and ports as a real workspace shows them before provisioning.
const tags = [
  ['AzureActiveDirectory', 'TCP', '80, 443'],
  ['AzureMachineLearning', 'TCP', '443'],
  ['AzureMachineLearning', 'UDP', '5831'],
  ['AzureResourceManager', 'TCP', '443'],
  ['AzureMonitor', 'TCP', '443'],
  ['BatchNodeManagement', 'TCP', '443'],
  ['AzureFrontDoor.FirstParty', '*', '*'],
  ['VirtualNetwork', '*', '*'],
] as const

/** What AllowOnlyApprovedOutbound brings of itself: service tags, and the private endpoints. */
export function requiredRules(at: Deployment): Record<string, Rule> {
  const registry = [`MicrosoftContainerRegistry.${at.region}`, 'TCP', '443'] as const
  const rules: Record<string, Rule> = {}
  for (const [serviceTag, protocol, portRanges] of [...tags, registry]) {
    const name = protocol === '*' ? `__SYS_ST_${serviceTag}` : `__SYS_ST_${serviceTag}_${protocol}`
    rules[name] = {
      type: 'ServiceTag',
      destination: { serviceTag, protocol, portRanges, action: 'Allow', addressPrefixes: [] },
      category: 'Required',
      status: at.status,
    }
  }
  return { ...rules, ...requiredEndpoints(at) }
}
