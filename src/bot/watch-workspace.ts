import { isBusy } from '../changes/actions/provision.ts'
import type { Instant } from '../changes/request.ts'
import type { Subscription, Subscriptions, WaitingEnd } from '../changes/subscriptions.ts'
import type { GatewayAnswer, WorkspaceGateway } from '../workspace/gateway.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import type { Pace } from './pace.ts'

export interface WatchPorts {
  readonly subscriptions: Subscriptions
  readonly gateway: Pick<WorkspaceGateway, 'read'>
  readonly pace: Pace
  readonly now: () => Instant
}

/** A job that is due: a workspace that somebody waits for, by its key. */
export interface WatchJob {
  readonly workspace: string
}

/** Looks at a workspace that people wait for: one read for all of them, less and less often, until its network is active. */
export async function watchWorkspace({ workspace }: WatchJob, ports: WatchPorts): Promise<void> {
  const waiting = await ports.subscriptions.of(workspace)
  const [first] = waiting
  if (first === undefined) return
  const read = await ports.gateway.read(first.workspaceId, 'background')
  const now = ports.now()
  const left: Subscription[] = []
  for (const subscription of waiting) {
    const how = endOf(read, now - subscription.since, ports.pace)
    if (how === undefined) left.push(subscription)
    else await ports.subscriptions.end(subscription, how)
  }
  const [oldest] = left
  if (oldest === undefined) return
  const { fromMs, toMs } = ports.pace.waiting
  const wait = Math.min(Math.max(fromMs, Math.round((now - oldest.since) / 8)), toMs)
  await ports.subscriptions.lookAgain(workspace, now + wait)
}

function endOf(read: GatewayAnswer<Workspace>, waitedMs: number, pace: Pace): WaitingEnd | undefined {
  if (!read.ok && read.trouble.is === 'not-found') return 'gone'
  // While an operation runs the network may say Active and not be ready.
  if (read.ok && read.value.network.status === 'Active' && !isBusy(read.value.provisioningState))
    return 'active'
  return waitedMs >= pace.waiting.mostMs ? 'given-up' : undefined
}
