import { noPlanCard } from '../cards/no-plan-card.ts'
import { proposalCard } from '../cards/proposal-card.ts'
import { troubleCard } from '../cards/trouble-card.ts'
import type { Change } from '../changes/change.ts'
import type { RefusedHost } from '../changes/refusal.ts'
import { isOpen } from '../changes/request.ts'
import type { LimitEntered } from '../changes/time-limit.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { Collection } from '../knowledge/collection.ts'
import { partsOf, type WorkspaceId, workspaceKey } from '../workspace/workspace-id.ts'
import type { IntentPorts } from './intent-ports.ts'
import { type JudgedNetwork, judgedNetwork } from './judged-network.ts'
import { openRequestOf } from './open-request.ts'
import { planChange } from './plan-change.ts'
import { refuse } from './refuse.ts'

export interface Proposed {
  readonly change: Change
  readonly collection?: Collection
  readonly models?: readonly string[]
  readonly refused?: readonly RefusedHost[]
  /** The id of the finished request that it takes back. */
  readonly follows?: string
  readonly limit?: LimitEntered
}

type Read = Extract<JudgedNetwork, { readonly ok: true }>

/**
 * A change that a message asked for, named in full on a card for everybody: nothing is requested by it. `of`: the change, once
 * the workspace is read.
 */
export async function propose(
  id: WorkspaceId,
  of: (read: Read) => Proposed,
  person: KnownPerson,
  ports: IntentPorts,
): Promise<Reply> {
  const { labels } = ports
  const seen = await judgedNetwork(id, ports.reader)
  if (!seen.ok)
    return { kind: 'card', ...troubleCard({ trouble: seen.trouble, workspace: partsOf(id).name }, labels) }
  const { change: wanted, refused = [], collection, models, follows, limit } = of(seen)
  const { change, planned } = await planChange(wanted, seen.judged, person, ports)
  if (!planned.ok) {
    if (refused.length > 0) return refuse({ is: 'bad-hosts', refused }, ports)
    return { kind: 'card', ...noPlanCard({ because: planned.refusal, workspace: seen.judged.name }, labels) }
  }
  const { plan } = planned
  const open = (await ports.requests.openIn(workspaceKey(seen.judged.id))).find(
    request =>
      isOpen(request) &&
      request.requester.tenantId === ports.tenantId &&
      (plan.effect.hosts.some(host => request.plan.effect.hosts.includes(host)) ||
        (plan.effect.removed ?? []).some(host => request.plan.effect.removed?.includes(host)) ||
        (change.kind === 'provision-network' && request.plan.effect.provisions)),
  )
  return {
    kind: 'card',
    ...proposalCard(
      {
        change,
        plan,
        ...(collection === undefined ? {} : { collection }),
        ...(models === undefined ? {} : { models }),
        ...(follows === undefined ? {} : { follows }),
        ...(limit === undefined ? {} : { limit }),
        refused,
        ...(open === undefined ? {} : { openRequest: openRequestOf(open, person) }),
        ...(seen.hub === undefined ? {} : { project: seen.workspace.name }),
        canRequest: ports.policy().approvers.length > 0,
        freshness: seen.freshness,
      },
      labels,
    ),
  }
}
