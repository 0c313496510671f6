import { armError } from './answer.ts'
import { getRoleDefinition, listRoleAssignments, listRoleDefinitions } from './authorization.ts'
import { deleteRule, putRule } from './change-rule.ts'
import type { Exchange, Handler, Outcome, Request } from './exchange.ts'
import { answerGraph, isForGraph } from './graph.ts'
import { pollOperation } from './operation.ts'
import { provisionManagedNetwork } from './provision.ts'
import { getRule, getWorkspace, listRules, listSubscriptions, listWorkspaces } from './read.ts'
import { queryResources } from './resource-graph.ts'

// The stable versions that know managedNetwork and outboundRules.
const machineLearning = [
  '2023-10-01',
  '2024-04-01',
  '2024-10-01',
  '2025-04-01',
  '2025-06-01',
  '2025-09-01',
  '2025-12-01',
  '2026-03-01',
  '2026-05-01',
  '2026-07-01',
  '2026-09-01',
]

interface Route {
  readonly segments: readonly string[]
  readonly versions: readonly string[]
  readonly query: readonly string[]
  readonly verbs: Readonly<Record<string, Handler>>
}

function route(
  path: string,
  verbs: Route['verbs'],
  query: readonly string[] = [],
  versions = machineLearning,
): Route {
  return { segments: path.split('/').slice(1), versions, query, verbs }
}

const provider = 'providers/Microsoft.MachineLearningServices'
const group = '/subscriptions/{subscription}/resourceGroups/{group}'
const workspace = `${group}/${provider}/workspaces/{workspace}`

const authorization = (scope: string) => {
  const base = `${scope}/providers/Microsoft.Authorization`
  const versions = ['2022-04-01']
  return [
    route(
      `${base}/roleAssignments`,
      { GET: listRoleAssignments },
      ['$skip', '$filter', 'tenantId'],
      versions,
    ),
    route(`${base}/roleDefinitions`, { GET: listRoleDefinitions }, ['$skip'], versions),
    route(`${base}/roleDefinitions/{role}`, { GET: getRoleDefinition }, [], versions),
  ]
}

const routes: readonly Route[] = [
  ...['/subscriptions/{subscription}', group, workspace].flatMap(authorization),
  route(
    '/providers/Microsoft.Authorization/roleDefinitions/{role}',
    { GET: getRoleDefinition },
    [],
    ['2022-04-01'],
  ),
  route('/providers/Microsoft.ResourceGraph/resources', { POST: queryResources }, [], ['2024-04-01']),
  route('/subscriptions', { GET: listSubscriptions }, ['$skip'], ['2022-12-01']),
  route(`/subscriptions/{subscription}/${provider}/workspaces`, { GET: listWorkspaces }, ['$skip', 'kind']),
  route(`${group}/${provider}/workspaces`, { GET: listWorkspaces }, ['$skip', 'kind']),
  route(workspace, { GET: getWorkspace }),
  route(`${workspace}/outboundRules`, { GET: listRules }, ['$skip']),
  route(`${workspace}/outboundRules/{rule}`, { GET: getRule, PUT: putRule, DELETE: deleteRule }),
  route(`${workspace}/provisionManagedNetwork`, { POST: provisionManagedNetwork }),
  route(
    `/subscriptions/{subscription}/${provider}/locations/{region}/workspaceOperationsStatus/{operation}`,
    { GET: pollOperation },
    ['type'],
  ),
]

/** Answers a request to the simulated ARM. What it does not know is an error. */
export function dispatch(exchange: Omit<Exchange, 'names'>): Outcome {
  const { state, request } = exchange
  const refuse = (status: number, code: string, message: string, headers = {}): Outcome => ({
    state,
    answer: armError(status, code, message, { headers }),
  })
  if (isForGraph(request.path)) return answerGraph(exchange)
  const version = request.query['api-version']
  if (!version) {
    const message = 'The api-version query parameter (?api-version=) is required for all requests.'
    return refuse(400, 'MissingApiVersionParameter', message)
  }
  const hit = find(request)
  if (!hit) {
    const message = `The resource type could not be found for the path '${request.path}' and the API version '${version}'.`
    return refuse(404, 'InvalidResourceType', message)
  }
  if (!hit.route.versions.includes(version)) {
    const message = `The api-version '${version}' is not supported here. The supported versions are '${hit.route.versions.join(', ')}'.`
    return refuse(400, 'NoRegisteredProviderFound', message)
  }
  const handler = hit.route.verbs[request.method]
  if (!handler) {
    const Allow = Object.keys(hit.route.verbs).join(', ')
    const message = `The method ${request.method} is not allowed for '${request.path}'; allowed: ${Allow}.`
    return refuse(405, 'MethodNotAllowed', message, { Allow })
  }
  const stranger = Object.keys(request.query).find(
    name => name !== 'api-version' && !hit.route.query.includes(name),
  )
  if (stranger !== undefined) {
    return refuse(400, 'InvalidQueryParameter', `The query parameter '${stranger}' is not known here.`)
  }
  if (['GET', 'DELETE'].includes(request.method) && request.body !== undefined) {
    return refuse(400, 'InvalidRequestContent', `A ${request.method} takes no body.`)
  }
  return handler({ ...exchange, names: hit.names })
}

function find(request: Request): { route: Route; names: Record<string, string> } | undefined {
  const given = request.path.split('/').slice(1)
  for (const candidate of routes) {
    const names = namesIn(candidate.segments, given)
    if (names) return { route: candidate, names }
  }
  return undefined
}

function namesIn(template: readonly string[], given: readonly string[]): Record<string, string> | undefined {
  if (template.length !== given.length) return undefined
  const names: Record<string, string> = {}
  for (const [index, part] of template.entries()) {
    const text = decoded(given[index] ?? '')
    if (!text) return undefined
    if (part.startsWith('{')) names[part.slice(1, -1)] = text
    else if (part.toLowerCase() !== text.toLowerCase()) return undefined
  }
  return names
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
