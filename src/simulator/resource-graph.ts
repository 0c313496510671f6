import { z } from 'zod'
import { answer, armError } from './answer.ts'
import type { Handler } from './exchange.ts'
import { placed, same } from './place.ts'

const body = z.strictObject({
  subscriptions: z.array(z.string()).optional(),
  query: z.string(),
  options: z.strictObject({ resultFormat: z.literal('objectArray') }).optional(),
})

/** All of the query language that is known here: resources of a type and a name, and their ids. */
const known =
  /^resources\s*\|\s*where type =~ '(?<type>[^']*)'\s*\|\s*where name =~ '(?<name>[^']*)'\s*\|\s*project id$/i

export const queryResources: Handler = ({ state, request }) => {
  const parsed = body.safeParse(request.body)
  const groups = known.exec(parsed.data?.query.trim() ?? '')?.groups
  if (!parsed.success || groups === undefined) {
    const message = 'Please provide below info when asking for support: the query is invalid.'
    return { state, answer: armError(400, 'BadRequest', message) }
  }
  const { subscriptions } = parsed.data
  const data = placed(state)
    .filter(() => same(groups.type ?? '', 'microsoft.machinelearningservices/workspaces'))
    .filter(each => same(each.workspace.name, groups.name ?? ''))
    .filter(each => subscriptions?.some(id => same(id, each.subscriptionId)) ?? true)
    .map(({ workspace }) => ({ id: workspace.id }))
  const count = data.length
  return {
    state,
    answer: answer(200, { totalRecords: count, count, data, facets: [], resultTruncated: 'false' }),
  }
}
