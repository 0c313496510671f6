import { answer, armError } from './answer.ts'
import type { Exchange, Handler, Outcome } from './exchange.ts'
import { around, onWorkspace, placed, same } from './place.ts'
import { ruleResource, singleRuleResource, workspaceResource } from './resource.ts'
import { findRule, rulesOf } from './state.ts'

/** The tenant of the simulated Azure. */
const tenantId = '0f0f0f0f-1111-4222-8333-444444444444'

const host = 'https://management.azure.com'

/** One page of a list, with a `nextLink` on ARM's own host while more follow. */
export function page({ state, request, settings }: Exchange, items: readonly unknown[]): Outcome {
  const skip = request.query.$skip ?? '0'
  if (!/^\d{1,9}$/.test(skip)) {
    return {
      state,
      answer: armError(400, 'InvalidSkipToken', `The value '${skip}' of '$skip' is not valid.`),
    }
  }
  const end = Number(skip) + settings.pageSize
  const value = items.slice(Number(skip), end)
  if (end >= items.length) return { state, answer: answer(200, { value }) }
  const query = new URLSearchParams({ ...request.query, $skip: String(end) }).toString()
  return { state, answer: answer(200, { value, nextLink: `${host}${request.path}?${query}` }) }
}

export const listSubscriptions: Handler = exchange => {
  const ids = new Map(
    placed(exchange.state).map(each => [each.subscriptionId.toLowerCase(), each.subscriptionId]),
  )
  const items = [...ids.values()].map(subscriptionId => ({
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId,
    tenantId,
    displayName: `Subscription ${subscriptionId.slice(0, 8)}`,
    state: 'Enabled',
  }))
  return page(exchange, items)
}

export const listWorkspaces: Handler = exchange => {
  const { state, request } = exchange
  const place = around(exchange)
  if ('missing' in place) return { state, answer: place.missing }
  const { kind } = request.query
  const items = place.found
    .filter(({ workspace }) => kind === undefined || same(workspace.kind ?? '', kind))
    .map(({ workspace }) => workspaceResource(state, workspace))
  return page(exchange, items)
}

export const getWorkspace: Handler = onWorkspace(({ state }, workspace) => ({
  state,
  answer: answer(200, workspaceResource(state, workspace)),
}))

export const listRules: Handler = onWorkspace((exchange, workspace) =>
  page(
    exchange,
    Object.entries(rulesOf(workspace)).map(([name, rule]) => ruleResource(workspace, name, rule)),
  ),
)

export const getRule: Handler = onWorkspace(({ state, names }, workspace) => {
  const found = findRule(workspace, names.rule ?? '')
  if (found) return { state, answer: answer(200, singleRuleResource(workspace, found.name, found.rule)) }
  const message = `The outbound rule '${names.rule}' was not found in workspace '${workspace.name}'.`
  return { state, answer: armError(404, 'NotFound', message) }
})
