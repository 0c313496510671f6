import { peopleIn } from './access.ts'
import { answer, armError } from './answer.ts'
import type { Exchange, Outcome } from './exchange.ts'

const host = 'https://graph.microsoft.com'
const membersOf = /^\/v1\.0\/groups\/([^/]+)\/transitiveMembers$/i
const shown = ['id', 'displayName', 'userType', 'userPrincipalName']
const known = ['$select', '$top', '$skiptoken']

/** Whether a request is for Microsoft Graph, which the simulator speaks as far as groups go. */
export function isForGraph(path: string): boolean {
  return path.startsWith('/v1.0/')
}

/** The people in a group, those of the groups in it too. Graph's errors have the shape of ARM's. */
export function answerGraph({ state, settings, request }: Omit<Exchange, 'names'>): Outcome {
  const refuse = (status: number, code: string, message: string): Outcome => ({
    state,
    answer: armError(status, code, message),
  })
  const group = membersOf.exec(request.path)?.[1]
  if (group === undefined)
    return refuse(400, 'BadRequest', `Resource not found for the segment of '${request.path}'.`)
  if (request.method !== 'GET')
    return refuse(405, 'Request_BadRequest', 'Specified HTTP method is not allowed.')
  const { $select = '', $top, $skiptoken = '0' } = request.query
  const stranger = Object.keys(request.query).find(name => !known.includes(name))
  const field = $select.split(',').find(name => name !== '' && !shown.includes(name))
  if (stranger !== undefined || field !== undefined || !/^\d+$/.test($skiptoken))
    return refuse(400, 'Request_BadRequest', `'${stranger ?? field ?? '$skiptoken'}' is not known here.`)
  if ($top !== undefined && !(Number($top) >= 1 && Number($top) <= 999))
    return refuse(
      400,
      'Request_UnsupportedQuery',
      `Invalid page size specified: '${$top}'. Must be between 1 and 999.`,
    )
  const people = peopleIn(settings.access, decodeURIComponent(group))
  if (people === undefined)
    return refuse(
      404,
      'Request_ResourceNotFound',
      `Resource '${group}' does not exist or one of its queried reference-property objects are not present.`,
    )
  const size = Math.min(Number($top ?? 100), settings.pageSize)
  const end = Number($skiptoken) + size
  // Without User.Read.All nothing but the id is told of a person.
  const value = people.slice(Number($skiptoken), end).map(({ id, guest }) => ({
    '@odata.type': '#microsoft.graph.user',
    id,
    displayName: null,
    userType: guest ? 'Guest' : null,
    userPrincipalName: null,
  }))
  const query = new URLSearchParams({ ...request.query, $skiptoken: String(end) })
  return {
    state,
    answer: answer(200, {
      '@odata.context': `${host}/v1.0/$metadata#directoryObjects`,
      value,
      ...(end < people.length ? { '@odata.nextLink': `${host}${request.path}?${query}` } : {}),
    }),
  }
}
