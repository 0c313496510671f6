import { z } from 'zod'
import { problemsOf } from './problem.ts'
import { builtInRoles, roleNamed } from './roles.ts'
import { tenantRuleSchema } from './rule.ts'

const text = z.string().min(1)

const workspaceIdShape =
  /^\/subscriptions\/([^/?#]+)\/resourceGroups\/([^/?#]+)\/providers\/Microsoft\.MachineLearningServices\/workspaces\/([^/?#]+)$/i

/** Splits the ARM id of a workspace; undefined for anything else. */
export function workspaceIdParts(id: string) {
  const [, subscriptionId, resourceGroup, name] = workspaceIdShape.exec(id) ?? []
  return subscriptionId && resourceGroup && name ? { subscriptionId, resourceGroup, name } : undefined
}

const managedNetworkSchema = z.looseObject({
  isolationMode: text,
  status: z.strictObject({ status: text, sparkReady: z.boolean().nullish() }).nullish(),
  firewallSku: z.string().nullish(),
  outboundRules: z.record(text, tenantRuleSchema).nullish(),
})

const workspaceSchema = z
  .looseObject({
    id: text,
    name: text,
    location: text,
    kind: text.nullish(),
    properties: z.looseObject({
      managedNetwork: managedNetworkSchema.nullish(),
      publicNetworkAccess: text.nullish(),
      hubResourceId: text.nullish(),
      provisioningState: text.nullish(),
      privateEndpointConnections: z.array(z.looseObject({})).nullish(),
    }),
  })
  .superRefine((workspace, context) => {
    const fault = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
    const parts = workspaceIdParts(workspace.id)
    if (!parts) {
      fault(['id'], 'This is not the ARM id of a Microsoft.MachineLearningServices workspace.')
    } else if (parts.name.toLowerCase() !== workspace.name.toLowerCase()) {
      fault(['name'], `The id ends in "${parts.name}", and the name must be the same.`)
    }
    // A project uses the managed network of its hub (azure-samples/ai-studio-in-a-box#5).
    if (!workspace.properties.managedNetwork && workspace.kind !== 'Project') {
      fault(['properties', 'managedNetwork'], 'This field is missing; only a Project may leave it out.')
    }
  })

const tenantSchema = z
  .strictObject({
    workspaces: z.array(workspaceSchema),
    timeScale: z.number().positive().optional(),
    roleAssignments: z
      .array(z.strictObject({ principalId: text, scope: z.string().startsWith('/'), role: text }))
      .optional(),
    roleDefinitions: z
      .array(
        z.strictObject({
          id: text.optional(),
          name: text,
          actions: z.array(text),
          notActions: z.array(text).optional(),
          dataActions: z.array(text).optional(),
          notDataActions: z.array(text).optional(),
        }),
      )
      .optional(),
    groups: z.array(z.strictObject({ id: text, name: text.optional(), members: z.array(text) })).optional(),
    guests: z.array(text).optional(),
  })
  .superRefine((tenant, context) => {
    const seen = new Set<string>()
    for (const [index, workspace] of tenant.workspaces.entries()) {
      const key = workspace.id.toLowerCase()
      if (seen.has(key)) {
        const message = 'Another workspace of this file has the same id (ARM ids ignore case).'
        context.addIssue({ code: 'custom', path: ['workspaces', index, 'id'], message })
      }
      seen.add(key)
    }
    for (const [index, { role }] of (tenant.roleAssignments ?? []).entries()) {
      const custom = (tenant.roleDefinitions ?? []).map(({ id, name }) => ({
        id: id?.split('/').at(-1) ?? '',
        name,
      }))
      const wanted = role.toLowerCase()
      const known =
        roleNamed(builtInRoles, role) !== undefined ||
        custom.some(
          each => each.name.toLowerCase() === wanted || each.id.toLowerCase() === wanted.split('/').at(-1),
        )
      if (known) continue
      const message = `"${role}" is no role that the simulator or this file knows.`
      context.addIssue({ code: 'custom', path: ['roleAssignments', index, 'role'], message })
    }
  })

/** A workspace as the body of ARM's GET. */
export type WorkspaceBody = z.infer<typeof workspaceSchema>
/** What the simulated Azure holds at its start. */
export type Tenant = z.infer<typeof tenantSchema>

export type LoadedTenant =
  | { readonly ok: true; readonly tenant: Tenant }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Reads the text of a tenant file. Every problem is one sentence that names the field, all of them at once. */
export function loadTenant(source: string): LoadedTenant {
  let json: unknown
  try {
    json = JSON.parse(source)
  } catch (error) {
    return { ok: false, problems: [syntaxProblem(source, error)] }
  }
  const parsed = tenantSchema.safeParse(json)
  return parsed.success
    ? { ok: true, tenant: parsed.data }
    : { ok: false, problems: problemsOf(parsed.error, 'the tenant file') }
}

function syntaxProblem(source: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const position = /position (\d+)/.exec(message)?.[1]
  // Not every such error of the engine has a position; the others quote the place.
  if (position === undefined) return `The tenant file is not JSON: ${message.replaceAll(/\s+/g, ' ')}.`
  const before = source.slice(0, Number(position)).split('\n')
  const column = (before.at(-1)?.length ?? 0) + 1
  return `The tenant file is not JSON: line ${before.length}, column ${column} cannot be read.`
}
