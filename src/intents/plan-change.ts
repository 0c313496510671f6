import type { Change } from '../changes/change.ts'
import { claimsOf, claimsOfOthers } from '../changes/claims.ts'
import { measuredFor } from '../changes/history.ts'
import { type Planned, plan } from '../changes/plan.ts'
import type { NotRemoved } from '../changes/removal.ts'
import type { KnownPerson } from '../conversation/person.ts'
import { normaliseHost } from '../workspace/host.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { workspaceKey } from '../workspace/workspace-id.ts'
import type { IntentPorts } from './intent-ports.ts'
import { stopsWorking } from './stops-working.ts'

export interface PlannedChange {
  /** Without the hosts that others count on. */
  readonly change: Change
  readonly planned: Planned
}

/**
 * The plan for a change in the workspace as it is, with what our own history adds: hosts that others had opened are not taken
 * out, how long such changes took here, and which requests are before this one in the line.
 */
export async function planChange(
  wanted: Change,
  workspace: Workspace,
  person: Pick<KnownPerson, 'tenantId' | 'objectId'>,
  {
    requests,
    planOptions,
    tenantId,
    library,
    now,
  }: Pick<IntentPorts, 'requests' | 'planOptions' | 'tenantId' | 'library' | 'now'>,
): Promise<PlannedChange> {
  const key = workspaceKey(workspace.id)
  const [done, open] = await Promise.all([requests.doneIn(key), requests.openIn(key)])
  const claims = claimsOf(done.filter(({ requester }) => requester.tenantId === tenantId))
  const claimed: NotRemoved[] = []
  const free = (host: string) => {
    const others = claimsOfOthers(claims, normaliseHost(host), person, wanted, now())
    if (others.length > 0) claimed.push({ host: normaliseHost(host), why: 'claimed', claims: others })
    return others.length === 0
  }
  const change = withRemoved(wanted, free)
  const planned = plan(change, workspace, planOptions, claimed)
  if (!planned.ok) return { change, planned }
  const measured = measuredFor(planned.plan, done)
  const collections = stopsWorking(planned.plan.effect, workspace, library)
  const warnings = planned.plan.warnings.map(each =>
    each.is === 'removal-breaks' && collections.length > 0 ? { ...each, collections } : each,
  )
  const ahead = open
    .filter(({ state, requester }) => state.is !== 'awaiting-approval' && requester.tenantId === tenantId)
    .map(({ number }) => number)
  return {
    change,
    planned: {
      ok: true,
      plan: { ...planned.plan, warnings, ahead, ...(measured === undefined ? {} : { measured }) },
    },
  }
}

function withRemoved(change: Change, keep: (host: string) => boolean): Change {
  switch (change.kind) {
    case 'remove-hosts':
      return { ...change, hosts: change.hosts.filter(keep) }
    case 'allow-hosts':
      return change.remove === undefined ? change : { ...change, remove: change.remove.filter(keep) }
    case 'provision-network':
      return change
  }
}
