import { type Answer, armError } from './answer.ts'
import type { Exchange, Handler, Outcome } from './exchange.ts'
import type { State } from './state.ts'
import { type WorkspaceBody, workspaceIdParts } from './tenant.ts'

interface Placed {
  readonly workspace: WorkspaceBody
  readonly subscriptionId: string
  readonly resourceGroup: string
}

/** Every workspace with the parts of its id. */
export function placed(state: State): readonly Placed[] {
  return Object.values(state.workspaces).flatMap(workspace => {
    const parts = workspaceIdParts(workspace.id)
    return parts ? [{ workspace, ...parts }] : []
  })
}

/** ARM compares names without regard to case. */
export const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** Finds what the path says is around: the subscription and, if named, the resource group; else ARM's own 404. */
export function around({ state, names }: Exchange): { found: readonly Placed[] } | { missing: Answer } {
  const { subscription = '', group } = names
  const ofSubscription = placed(state).filter(each => same(each.subscriptionId, subscription))
  if (ofSubscription.length === 0) {
    const message = `The subscription '${subscription}' could not be found.`
    return { missing: armError(404, 'SubscriptionNotFound', message) }
  }
  if (group === undefined) return { found: ofSubscription }
  const found = ofSubscription.filter(each => same(each.resourceGroup, group))
  if (found.length > 0) return { found }
  const message = `Resource group '${group}' could not be found.`
  return { missing: armError(404, 'ResourceGroupNotFound', message) }
}

/** Makes a handler of one that needs the workspace that the path names. */
export function onWorkspace(handler: (exchange: Exchange, workspace: WorkspaceBody) => Outcome): Handler {
  return exchange => {
    const { state, names } = exchange
    const place = around(exchange)
    if ('missing' in place) return { state, answer: place.missing }
    const wanted = names.workspace ?? ''
    const hit = place.found.find(({ workspace }) => same(workspace.name, wanted))
    if (hit) return handler(exchange, hit.workspace)
    const resource = `Microsoft.MachineLearningServices/workspaces/${wanted}`
    const message = `The Resource '${resource}' under resource group '${names.group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`
    return { state, answer: armError(404, 'ResourceNotFound', message) }
  }
}
