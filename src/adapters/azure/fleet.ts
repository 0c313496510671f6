import type { Fleet, GatewayAnswer } from '../../workspace/gateway.ts'
import { armHost, segment } from './arm-address.ts'
import type { ArmList } from './arm-list.ts'
import { notUnderstood } from './trouble.ts'
import { subscriptionIdOf, workspaceOf } from './wire.ts'

type ReadList = (address: string, apiVersion: string) => Promise<ArmList>

/** Each subscription has a budget of its own at Azure; this bounds the connections. */
const atOnce = 16

/** The subscriptions that the identity may see. */
export async function visibleSubscriptions(list: ReadList): Promise<GatewayAnswer<readonly string[]>> {
  const { items, trouble } = await list(`${armHost}/subscriptions`, '2022-12-01')
  if (trouble !== undefined) return { ok: false, trouble }
  return { ok: true, value: items.map(subscriptionIdOf).filter(id => id !== undefined) }
}

/** The workspaces of these subscriptions. Trouble only where nothing at all could be read. */
export async function fleetOf(
  subscriptionIds: readonly string[],
  list: ReadList,
  apiVersion: string,
): Promise<GatewayAnswer<Fleet>> {
  const parts: Fleet[] = []
  const waiting = subscriptionIds.entries()
  async function work() {
    for (const [index, id] of waiting) parts[index] = await partOf(id, list, apiVersion)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, subscriptionIds.length) }, work))
  const workspaces = parts.flatMap(part => part.workspaces)
  const unread = parts.flatMap(part => part.unread)
  const [first] = unread
  if (first !== undefined && workspaces.length === 0 && unread.length === subscriptionIds.length) {
    return { ok: false, trouble: first.trouble }
  }
  return { ok: true, value: { workspaces, unread } }
}

/** One subscription. It may be partly read: then it has workspaces and is among the unread. */
async function partOf(subscriptionId: string, list: ReadList, apiVersion: string): Promise<Fleet> {
  const encoded = segment(subscriptionId)
  if (encoded === undefined) {
    return { workspaces: [], unread: [{ subscriptionId, trouble: { is: 'not-found' } }] }
  }
  const { items, trouble } = await list(
    `${armHost}/subscriptions/${encoded}/providers/Microsoft.MachineLearningServices/workspaces`,
    apiVersion,
  )
  const workspaces = items.map(workspaceOf).filter(workspace => workspace !== undefined)
  const lost = items.length - workspaces.length
  const why =
    trouble ?? (lost > 0 ? notUnderstood(`${lost} of its workspaces could not be read.`) : undefined)
  return { workspaces, unread: why === undefined ? [] : [{ subscriptionId, trouble: why }] }
}
