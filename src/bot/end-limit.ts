import type { Change } from '../changes/change.ts'
import { claimsOf, claimsOfOthers } from '../changes/claims.ts'
import { decisionWith } from '../changes/clearance.ts'
import { digestOf } from '../changes/effect.ts'
import type { Limits, TimeLimit } from '../changes/limits.ts'
import { type PlanOptions, plan } from '../changes/plan.ts'
import type { Policy } from '../changes/policy.ts'
import type { NotRemoved } from '../changes/removal.ts'
import type { Instant } from '../changes/request.ts'
import type { RequestStore } from '../changes/store.ts'
import { expiryOf, termsOf } from '../changes/terms.ts'
import { warningTime } from '../changes/time-limit.ts'
import { undoOf } from '../changes/undo.ts'
import type { WorkspaceGateway } from '../workspace/gateway.ts'
import { workspaceKey } from '../workspace/workspace-id.ts'
import type { Pace } from './pace.ts'

export interface EndLimitPorts {
  readonly limits: Limits
  readonly requests: Pick<RequestStore, 'doneIn'>
  readonly gateway: Pick<WorkspaceGateway, 'read'>
  readonly policy: () => Policy
  readonly planOptions: PlanOptions
  readonly pace: Pace
  readonly now: () => Instant
}

/** A job that is due: the time limit of one finished request. */
export interface LimitJob {
  readonly request: string
}

/**
 * Time passed for hosts that are let through until then: a day before, whoever asked for them is told; at the end a request of its
 * own takes them out on the same road as every other. It needs nobody's word, since it was approved together with the opening.
 */
export async function endLimit({ request: id }: LimitJob, ports: EndLimitPorts): Promise<void> {
  const limit = await ports.limits.of(id)
  if (limit?.request.state.is !== 'done') return
  const { request, until } = limit
  const now = ports.now()
  if (now >= until) return takeOut(limit, ports)
  const warning = warningTime(limit.request.state.at, until)
  if (now < warning) return ports.limits.lookAgain(id, warning)
  if (limit.told) return ports.limits.lookAgain(id, until)
  const { hosts } = request.plan.effect
  const { workspaceName: workspace } = request.plan
  await ports.limits.tell(
    limit,
    { is: 'limit-ends', request: id, number: request.number, workspace, hosts, until },
    until,
  )
}

async function takeOut(limit: TimeLimit, ports: EndLimitPorts): Promise<void> {
  const { limits, now: clock } = ports
  const { request } = limit
  const { requester, thread, number } = request
  const now = clock()
  const change = closingOf(limit)
  if (change === undefined) return limits.end(limit)
  const read = await ports.gateway.read(request.plan.workspaceId)
  if (!read.ok) {
    if (read.trouble.is === 'not-found') return limits.end(limit)
    return limits.lookAgain(request.id, now + ports.pace.obstacleMs)
  }
  const done = await ports.requests.doneIn(workspaceKey(request.plan.workspaceId))
  // What was extended has its hosts in the limit of its extension.
  const extended = done.some(each => each.change.kind === 'allow-hosts' && each.change.extends === number)
  if (extended) return limits.end(limit)
  const claims = claimsOf(done.filter(each => each.requester.tenantId === request.requester.tenantId))
  const kept = change.hosts.flatMap((host): readonly KeptHost[] => {
    const others = claimsOfOthers(claims, host, request.requester, change, now)
    return others.length === 0 ? [] : [{ host, why: 'claimed', claims: others }]
  })
  const free = change.hosts.filter(host => !kept.some(each => each.host === host))
  const planned = plan({ ...change, hosts: free }, read.value, ports.planOptions, kept)
  if (!planned.ok || (planned.plan.effect.removed ?? []).length === 0) {
    // What others count on for a time only is looked at again once theirs is over.
    const later = kept.flatMap(each => each.claims.map(({ until }) => until ?? Number.POSITIVE_INFINITY))
    const next = Math.max(...later)
    return Number.isFinite(next) ? limits.lookAgain(request.id, next) : limits.end(limit)
  }
  const removal = planned.plan
  const digest = digestOf(removal.effect)
  const decision = decisionWith(request, now)
  const made = await limits.remove(
    limit,
    {
      ...{ id: limit.removal, requester, thread, reason: '', digest, requestedAt: now },
      change: { ...change, hosts: free },
      plan: removal,
      terms: termsOf(ports.policy(), removal),
      expiresAt: expiryOf(ports.policy(), removal, now),
    },
    decision,
    {
      submitted: {
        ...{ at: now, actor: 'gatehouse', action: 'request.submitted', subject: limit.removal },
        to: 'awaiting-approval',
        detail: { digest, effect: removal.effect, limitOf: number },
      },
      approved: {
        ...{ at: now, actor: 'gatehouse', action: 'request.approved', subject: limit.removal },
        ...{ from: 'awaiting-approval', to: 'approved' },
        detail: { digest, limitOf: number },
      },
    },
  )
  if (made === 'busy') await limits.lookAgain(request.id, now + ports.pace.waiting.toMs)
}

type KeptHost = Extract<NotRemoved, { why: 'claimed' }>
type Closing = Extract<Change, { kind: 'remove-hosts' }>

/** Of what a request did only what it let through is for a time: what it took out stays out. */
function closingOf({ request }: TimeLimit): Closing | undefined {
  const undone = undoOf(request)
  if (!undone.ok || undone.change.kind === 'provision-network') return undefined
  const { change } = undone
  const { workspaceId, undoes } = change
  if (undoes === undefined) return undefined
  const hosts = change.kind === 'remove-hosts' ? change.hosts : (change.remove ?? [])
  return { kind: 'remove-hosts', workspaceId, hosts, undoes: { ...undoes, atLimit: true } }
}
