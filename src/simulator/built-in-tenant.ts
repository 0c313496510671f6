import { requiredEndpoints, requiredRules } from './required-rules.ts'
import type { Rule } from './rule.ts'
import type { Tenant, WorkspaceBody } from './tenant.ts'

const subscriptionId = '11111111-2222-4333-8444-555555555555'

interface Plan {
  readonly name: string
  readonly resourceGroup: string
  readonly region: string
  readonly kind?: string
  readonly description: string
  /** Eight letters and digits that tell this workspace's own resources from another's. */
  readonly suffix: string
  readonly mode: 'Disabled' | 'AllowInternetOutbound' | 'AllowOnlyApprovedOutbound'
  readonly status: 'Active' | 'Inactive'
  readonly publicNetworkAccess: 'Enabled' | 'Disabled'
  readonly rules?: Record<string, Rule>
}

function idOf(resourceGroup: string, name: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.MachineLearningServices/workspaces/${name}`
}

function fqdn(status: string, ...hosts: string[]): Rule {
  return { type: 'FQDN', destination: hosts.join(', '), category: 'UserDefined', status }
}

function systemRules(plan: Plan): Record<string, Rule> {
  const deployment = { ...plan, subscriptionId, workspace: plan.name }
  if (plan.mode === 'AllowOnlyApprovedOutbound') return requiredRules(deployment)
  return plan.mode === 'AllowInternetOutbound' ? requiredEndpoints(deployment) : {}
}

function endpointConnection(plan: Plan) {
  return {
    id: `${idOf(plan.resourceGroup, plan.name)}/privateEndpointConnections/pe-${plan.name}`,
    name: `pe-${plan.name}`,
    type: 'Microsoft.MachineLearningServices/workspaces/privateEndpointConnections',
    properties: {
      provisioningState: 'Succeeded',
      privateLinkServiceConnectionState: {
        status: 'Approved',
        description: 'Auto-Approved',
        actionsRequired: 'None',
      },
    },
  }
}

function workspace(plan: Plan): WorkspaceBody {
  const isolated = plan.mode !== 'Disabled'
  return {
    id: idOf(plan.resourceGroup, plan.name),
    name: plan.name,
    type: 'Microsoft.MachineLearningServices/workspaces',
    location: plan.region,
    kind: plan.kind ?? 'Default',
    properties: {
      friendlyName: plan.name,
      description: plan.description,
      publicNetworkAccess: plan.publicNetworkAccess,
      provisioningState: 'Succeeded',
      privateEndpointConnections: plan.publicNetworkAccess === 'Disabled' ? [endpointConnection(plan)] : [],
      managedNetwork: {
        isolationMode: plan.mode,
        ...(isolated ? { status: { status: plan.status, sparkReady: false }, firewallSku: 'Standard' } : {}),
        ...(isolated ? { networkId: `${plan.suffix}-0000-4000-8000-00000000000a` } : {}),
        outboundRules: { ...systemRules(plan), ...plan.rules },
      },
    },
  }
}

const packages = [
  '*.anaconda.org',
  '*.anaconda.com',
  'anaconda.com',
  'pypi.org',
  '*.pythonhosted.org',
  '*.pytorch.org',
  'pytorch.org',
]

const prod = workspace({
  name: 'ws-prod',
  resourceGroup: 'rg-ml-prod',
  region: 'westeurope',
  description: 'Production. Three of the documented Hugging Face hosts are missing.',
  suffix: '1a2b3c4d',
  mode: 'AllowOnlyApprovedOutbound',
  status: 'Active',
  publicNetworkAccess: 'Disabled',
  rules: {
    'hf-hub': fqdn('Active', 'huggingface.co', '*.huggingface.co'),
    'python-packages': fqdn('Active', ...packages),
  },
})

const dev = workspace({
  name: 'ws-dev',
  resourceGroup: 'rg-ml-dev',
  region: 'westeurope',
  description: 'Development. All of the internet may be reached.',
  suffix: '2b3c4d5e',
  mode: 'AllowInternetOutbound',
  status: 'Active',
  publicNetworkAccess: 'Enabled',
})

const research = workspace({
  name: 'ws-research',
  resourceGroup: 'rg-ml-research',
  region: 'northeurope',
  description: 'Research. The managed network has not been provisioned yet.',
  suffix: '3c4d5e6f',
  mode: 'AllowOnlyApprovedOutbound',
  status: 'Inactive',
  publicNetworkAccess: 'Disabled',
})

const open = workspace({
  name: 'ws-public',
  resourceGroup: 'rg-ml-sandbox',
  region: 'swedencentral',
  description: 'Sandbox. Without network isolation.',
  suffix: '4d5e6f70',
  mode: 'Disabled',
  status: 'Inactive',
  publicNetworkAccess: 'Enabled',
})

const hub = workspace({
  name: 'genai-hub',
  resourceGroup: 'rg-genai',
  region: 'francecentral',
  kind: 'Hub',
  description: 'Hub. The five Hugging Face hosts of the first list are open, none of the later ones.',
  suffix: '5e6f7081',
  mode: 'AllowOnlyApprovedOutbound',
  status: 'Active',
  publicNetworkAccess: 'Disabled',
  rules: {
    'hugging-face': fqdn('Active', 'huggingface.co', 'cdn-lfs.huggingface.co'),
    'docker-hub': fqdn('Active', 'docker.io', 'production.cloudflare.docker.com', 'cdn.auth0.com'),
  },
})

const project: WorkspaceBody = {
  id: idOf('rg-genai', 'genai-playground'),
  name: 'genai-playground',
  type: 'Microsoft.MachineLearningServices/workspaces',
  location: 'francecentral',
  kind: 'Project',
  properties: {
    friendlyName: 'genai-playground',
    description: 'Project. It uses the managed network of genai-hub.',
    hubResourceId: hub.id,
    publicNetworkAccess: 'Disabled',
    provisioningState: 'Succeeded',
    privateEndpointConnections: [],
  },
}

const staging = workspace({
  name: 'ws-staging',
  resourceGroup: 'rg-ml-staging',
  region: 'westeurope',
  description: 'Staging. Every Hugging Face host has a rule, and one rule has failed.',
  suffix: '6f708192',
  mode: 'AllowOnlyApprovedOutbound',
  status: 'Active',
  publicNetworkAccess: 'Disabled',
  rules: {
    'hf-hub': fqdn('Active', 'huggingface.co', '*.huggingface.co'),
    'hf-storage': fqdn('Active', 'cas-bridge.xethub.hf.co', 'xethub.hf.co', '*.xethub.hf.co'),
    'docker-hub': fqdn(
      'Active',
      'docker.io',
      '*.docker.io',
      '*.docker.com',
      'production.cloudflare.docker.com',
    ),
    'docker-login': {
      ...fqdn('Failed', 'cdn.auth0.com'),
      errorInformation: 'The firewall policy could not be updated: the operation timed out.',
    },
  },
})

/** The tenant that tells a story: one workspace for each answer that a person may get. */
export const builtInTenant: Tenant = {
  timeScale: 1800,
  workspaces: [prod, dev, research, open, hub, project, staging],
}
