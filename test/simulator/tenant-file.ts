import { loadTenant } from '../../src/simulator/simulator.ts'

export const id = (name: string, subscription = 'sub-1') =>
  `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/${name}`

export function body(
  name: string,
  network: Record<string, unknown> = {},
  more: Record<string, unknown> = {},
) {
  return {
    id: id(name),
    name,
    location: 'West Europe',
    properties: { managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound', ...network } },
    ...more,
  }
}

export function withRule(rule: Record<string, unknown>) {
  return { workspaces: [body('ws-one', { outboundRules: { mine: rule } })] }
}

export const fqdn = { type: 'FQDN', destination: 'docker.io' }

export function problemsOf(tenant: unknown): string {
  const loaded = loadTenant(JSON.stringify(tenant))
  return loaded.ok ? 'no problem' : loaded.problems.join('\n')
}
