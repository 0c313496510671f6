import { type Assignment, isWithin, principalsOf } from './access.ts'
import { answer, armError } from './answer.ts'
import type { Exchange, Handler, Outcome } from './exchange.ts'
import { around } from './place.ts'
import { page } from './read.ts'
import { type Role, roleNamed } from './roles.ts'

const provider = 'Microsoft.Authorization'

/** Lists as ARM does: what holds at the scope, what is assigned above it and, without `atScope()`, below it. */
export const listRoleAssignments: Handler = exchange => {
  const { request, settings, state } = exchange
  const scope = scopeOf(exchange)
  if ('missing' in scope) return scope.missing
  const filter = filterOf(request.query.$filter)
  if (filter === undefined) {
    const message = `The filter '${request.query.$filter}' is not supported. Supported filters are 'atScope()', 'principalId eq' and 'assignedTo()'.`
    return { state, answer: armError(400, 'UnsupportedQuery', message) }
  }
  const { access } = settings
  const principals =
    filter.assignedTo === undefined
      ? new Set(filter.principalId === undefined ? [] : [filter.principalId.toLowerCase()])
      : principalsOf(access, filter.assignedTo)
  const everybody = filter.assignedTo === undefined && filter.principalId === undefined
  const found = access.assignments
    .filter(each => isWithin(scope.at, each.scope) || (!filter.atScope && isWithin(each.scope, scope.at)))
    .filter(({ principalId }) => everybody || principals.has(principalId.toLowerCase()))
  return page(
    exchange,
    found.map(each => assignmentResource(each, exchange)),
  )
}

export const getRoleDefinition: Handler = exchange => {
  const { state, settings, names } = exchange
  const role = roleNamed(settings.access.roles, names.role ?? '')
  if (role !== undefined) return { state, answer: answer(200, roleResource(role)) }
  const message = `The specified role definition with ID '${names.role}' does not exist.`
  return { state, answer: armError(404, 'RoleDefinitionDoesNotExist', message) }
}

export const listRoleDefinitions: Handler = exchange => {
  const scope = scopeOf(exchange)
  if ('missing' in scope) return scope.missing
  return page(exchange, exchange.settings.access.roles.map(roleResource))
}

function scopeOf(exchange: Exchange): { readonly at: string } | { readonly missing: Outcome } {
  const { names, state, request } = exchange
  const place = around(exchange)
  if ('missing' in place) return { missing: { state, answer: place.missing } }
  const { workspace } = names
  if (
    workspace !== undefined &&
    !place.found.some(each => each.workspace.name.toLowerCase() === workspace.toLowerCase())
  ) {
    const message = `The Resource 'Microsoft.MachineLearningServices/workspaces/${workspace}' under resource group '${names.group}' was not found.`
    return { missing: { state, answer: armError(404, 'ResourceNotFound', message) } }
  }
  return { at: decodeURIComponent(request.path).replace(/\/providers\/Microsoft\.Authorization\/.*$/i, '') }
}

interface Filter {
  readonly atScope: boolean
  readonly principalId?: string
  readonly assignedTo?: string
}

function filterOf(text: string | undefined): Filter | undefined {
  if (text === undefined || text === '') return { atScope: false }
  const parts = text.trim().split(/\s+and\s+/i)
  const filters = parts.map(part => {
    const principalId = /^principalId\s+eq\s+'([^']+)'$/i.exec(part)?.[1]
    const assignedTo = /^assignedTo\('([^']+)'\)$/i.exec(part)?.[1]
    if (/^atScope\(\)$/i.test(part)) return { atScope: true }
    if (principalId !== undefined) return { principalId }
    return assignedTo === undefined ? undefined : { assignedTo }
  })
  if (filters.includes(undefined)) return undefined
  return Object.assign({ atScope: false }, ...filters)
}

function assignmentResource({ id, principalId, scope, role }: Assignment, { names, settings }: Exchange) {
  const type = settings.access.groups.has(principalId.toLowerCase()) ? 'Group' : 'User'
  const base = scope === '/' ? '' : scope
  return {
    id: `${base}/providers/${provider}/roleAssignments/${id}`,
    name: id,
    type: `${provider}/roleAssignments`,
    properties: {
      roleDefinitionId: `/subscriptions/${names.subscription}/providers/${provider}/roleDefinitions/${role.id}`,
      principalId,
      principalType: type,
      scope,
      condition: null,
      conditionVersion: null,
    },
  }
}

function roleResource({ id, name, custom, ...permissions }: Role) {
  return {
    id: `/providers/${provider}/roleDefinitions/${id}`,
    name: id,
    type: `${provider}/roleDefinitions`,
    properties: {
      roleName: name,
      type: custom ? 'CustomRole' : 'BuiltInRole',
      description: '',
      assignableScopes: ['/'],
      permissions: [permissions],
    },
  }
}
