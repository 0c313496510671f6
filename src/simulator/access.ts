import { createHash } from 'node:crypto'
import { builtInRoles, type Role, roleNamed } from './roles.ts'
import { type Tenant, workspaceIdParts } from './tenant.ts'

export interface Assignment {
  readonly id: string
  readonly principalId: string
  readonly scope: string
  readonly role: Role
}

/** Who may do what in the simulated tenant. */
export interface Access {
  readonly roles: readonly Role[]
  readonly assignments: readonly Assignment[]
  /** Members by the id of their group, groups among them. */
  readonly groups: ReadonlyMap<string, readonly string[]>
  /** People of other tenants who were invited to this one. */
  readonly guests: ReadonlySet<string>
}

/** The people of the built-in tenant: whoever asks may read, whoever approves may change. */
const usual = [
  { principalId: 'd0000000-0000-4000-8000-00000000000d', role: 'Reader' },
  { principalId: 'a0000000-0000-4000-8000-00000000000a', role: 'Contributor' },
  { principalId: 'a1000000-0000-4000-8000-00000000000b', role: 'Contributor' },
]

/** The assignments of a tenant; of one that names none, those of its usual people on every subscription. */
export function accessOf(tenant: Tenant): Access {
  const custom = (tenant.roleDefinitions ?? []).map(
    ({ id, name, actions, notActions = [], dataActions = [], notDataActions = [] }): Role => ({
      id: id?.split('/').at(-1) ?? guidOf(name),
      ...{ name, custom: true, actions, notActions, dataActions, notDataActions },
    }),
  )
  const roles = [...custom, ...builtInRoles]
  const subscriptions = new Set(
    tenant.workspaces.map(({ id }) => `/subscriptions/${workspaceIdParts(id)?.subscriptionId ?? ''}`),
  )
  const given =
    tenant.roleAssignments ?? [...subscriptions].flatMap(scope => usual.map(each => ({ ...each, scope })))
  return {
    roles,
    assignments: given.flatMap(({ principalId, scope, role: named }, index) => {
      const role = roleNamed(roles, named)
      const id = guidOf(`${principalId} ${scope} ${named} ${index}`)
      return role === undefined ? [] : [{ id, principalId, scope: scope.replace(/(?<=.)\/$/, ''), role }]
    }),
    guests: new Set((tenant.guests ?? []).map(id => id.toLowerCase())),
    groups: new Map((tenant.groups ?? []).map(({ id, members }) => [id.toLowerCase(), members])),
  }
}

/** A principal and every group that it is in, through other groups too. Ids in lower case. */
export function principalsOf({ groups }: Access, principal: string): ReadonlySet<string> {
  const found = new Set([principal.toLowerCase()])
  for (let size = 0; size < found.size; ) {
    size = found.size
    for (const [group, members] of groups)
      if (members.some(member => found.has(member.toLowerCase()))) found.add(group)
  }
  return found
}

/** The people in a group and in the groups in it; undefined where there is no such group. */
export function peopleIn(
  { groups, guests }: Access,
  group: string,
): readonly { readonly id: string; readonly guest: boolean }[] | undefined {
  if (!groups.has(group.toLowerCase())) return undefined
  const inside = new Set([group.toLowerCase()])
  for (const each of inside) for (const member of groups.get(each) ?? []) inside.add(member.toLowerCase())
  return [...inside].filter(id => !groups.has(id)).map(id => ({ id, guest: guests.has(id) }))
}

/** Whether what is assigned at `scope` holds at `place`. */
export function isWithin(place: string, scope: string): boolean {
  const [inner, outer] = [place.toLowerCase(), scope.toLowerCase()]
  return outer === '/' || isManagementGroup(outer) || inner === outer || inner.startsWith(`${outer}/`)
}

/** The simulated tenant has one tree of management groups, and every subscription hangs in it. */
function isManagementGroup(scope: string): boolean {
  return scope.startsWith('/providers/microsoft.management/managementgroups/')
}

function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
