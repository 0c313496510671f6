import { isBusy } from '../changes/actions/provision.ts'
import { collectionOf } from '../changes/change.ts'
import { type Drift, driftEveryMs, driftOf } from '../changes/drift.ts'
import type { Drifts } from '../changes/drifts.ts'
import type { NoticeMatter } from '../changes/notice-matter.ts'
import type { Instant } from '../changes/request.ts'
import type { RequestStore } from '../changes/store.ts'
import type { WorkspaceGateway } from '../workspace/gateway.ts'

export interface DriftPorts {
  readonly drifts: Drifts
  readonly requests: Pick<RequestStore, 'doneIn' | 'openIn'>
  readonly gateway: Pick<WorkspaceGateway, 'read'>
  readonly now: () => Instant
}

/** A job that is due: a workspace in which requests were carried out, by its key. */
export interface DriftJob {
  readonly workspace: string
}

/**
 * Looks whether what finished requests opened still stands, and tells whoever asked for it once where it does not. It changes
 * nothing: what vanished is requested again by people, or left.
 */
export async function lookForDrift({ workspace }: DriftJob, ports: DriftPorts): Promise<void> {
  const { drifts, requests, gateway } = ports
  const now = ports.now()
  await drifts.lookAgain(workspace, now + driftEveryMs)
  const [done, open] = await Promise.all([requests.doneIn(workspace), requests.openIn(workspace)])
  const [first] = done
  // While a request is carried out, things are on their way.
  if (first === undefined || open.some(({ state }) => state.is === 'applying')) return
  const read = await gateway.read(first.plan.workspaceId)
  if (!read.ok || isBusy(read.value.provisioningState)) return
  const told = await drifts.told(done.map(({ id }) => id))
  const tenants = new Set(done.map(({ requester }) => requester.tenantId))
  for (const tenant of tenants) {
    const theirs = done.filter(({ requester }) => requester.tenantId === tenant)
    const found = driftOf(theirs, read.value, now)
    for (const drift of found) await drifts.tell(drift.request, sameOf(drift), noticeOf(drift))
    for (const request of theirs)
      if (told.has(request.id) && !found.some(drift => drift.request.id === request.id))
        await drifts.settled(request)
  }
}

function sameOf({ vanished, widened }: Drift): string {
  return [...vanished.map(host => `-${host}`), ...widened.map(host => `+${host}`)].toSorted().join(' ')
}

function noticeOf({ request, vanished, widened }: Drift): NoticeMatter {
  const { id, number, plan, change } = request
  const collection = collectionOf(change)
  return {
    is: 'drift',
    ...{ request: id, number, workspace: plan.workspaceName, workspaceId: plan.workspaceId },
    ...{ vanished, widened },
    ...(collection === undefined ? {} : { collection }),
  }
}
