import { z } from 'zod'
import type { IsolationMode, ManagedNetwork, Workspace } from '../../workspace/managed-network.ts'
import type { OutboundRule } from '../../workspace/outbound-rule.ts'
import { parseWorkspaceId, partsOf, type WorkspaceId } from '../../workspace/workspace-id.ts'
import { ruleOf, word } from './wire-rule.ts'

// Strict about what a verdict rests on, tolerant about the rest: `word` and `catch` never fail.
const network = z.object({
  isolationMode: word,
  status: z
    .object({ status: word, sparkReady: z.boolean().catch(false) })
    .catch({ status: undefined, sparkReady: false }),
  firewallSku: word,
  outboundRules: z.record(z.string(), z.unknown()).nullish(),
})

const workspace = z.object({
  id: z.string(),
  location: word,
  kind: word,
  tags: z.record(z.string(), z.string()).catch({}),
  properties: z.object({
    hubResourceId: word,
    publicNetworkAccess: word,
    provisioningState: word,
    privateEndpointConnections: z.array(z.unknown()).catch([]),
    managedNetwork: network.nullish(),
  }),
})

const page = z.object({ value: z.array(z.unknown()), nextLink: word })
const namedRule = z.object({ name: z.string(), properties: z.unknown() })
const subscription = z.object({ subscriptionId: z.string().min(1) })

/** The body of a GET of a workspace, with the rules that it carries itself; undefined where it is not one. */
export function workspaceOf(body: unknown): Workspace | undefined {
  const wire = workspace.safeParse(body).data
  const id = parseWorkspaceId(wire?.id ?? '')
  if (wire === undefined || id === undefined) return undefined
  const { properties } = wire
  const hubId = hubOf(properties.hubResourceId)
  return {
    id,
    name: partsOf(id).name,
    location: wire.location ?? '',
    ...(Object.keys(wire.tags).length === 0 ? {} : { tags: wire.tags }),
    kind: wire.kind ?? 'Default',
    ...(hubId === undefined ? {} : { hubId }),
    publicNetworkAccess: properties.publicNetworkAccess ?? 'Enabled',
    ...(properties.provisioningState === undefined
      ? {}
      : { provisioningState: properties.provisioningState }),
    privateEndpointConnections: properties.privateEndpointConnections.length,
    network: networkOf(properties.managedNetwork ?? undefined),
  }
}

/** One page of any ARM list; undefined where it is not one. */
export function pageOf(body: unknown): { items: readonly unknown[]; nextLink?: string } | undefined {
  const wire = page.safeParse(body).data
  if (wire === undefined) return undefined
  return { items: wire.value, ...(wire.nextLink ? { nextLink: wire.nextLink } : {}) }
}

/** An element of a list of rules. Its `id` is not looked at: it may be malformed (azure-rest-api-specs#28982). */
export function namedRuleOf(item: unknown): OutboundRule | undefined {
  const wire = namedRule.safeParse(item).data
  return wire === undefined ? undefined : ruleOf(wire.name, wire.properties)
}

export function subscriptionIdOf(item: unknown): string | undefined {
  return subscription.safeParse(item).data?.subscriptionId
}

function hubOf(hubResourceId: string | undefined): WorkspaceId | undefined {
  return hubResourceId === undefined ? undefined : parseWorkspaceId(hubResourceId)
}

/** Old workspaces, and projects of a hub, have no managed network of their own: that is mode Disabled. */
function networkOf(wire: z.infer<typeof network> | undefined): ManagedNetwork {
  const mode = wire === undefined ? 'Disabled' : (wire.isolationMode ?? '')
  return {
    isolationMode: isMode(mode) ? mode : 'unknown',
    isolationModeAsRead: mode,
    status: wire?.status.status === 'Active' ? 'Active' : 'Inactive',
    sparkReady: wire?.status.sparkReady ?? false,
    ...(wire?.firewallSku === undefined ? {} : { firewallSku: wire.firewallSku }),
    rules: Object.entries(wire?.outboundRules ?? {}).map(([name, rule]) => ruleOf(name, rule)),
    ...(mode === 'AllowOnlyApprovedOutbound' && !wire?.outboundRules ? { rulesUnread: true as const } : {}),
  }
}

function isMode(text: string): text is Exclude<IsolationMode, 'unknown'> {
  return text === 'Disabled' || text === 'AllowInternetOutbound' || text === 'AllowOnlyApprovedOutbound'
}
