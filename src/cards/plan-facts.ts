import type { Plan } from '../changes/plan.ts'
import { moves, type StateName } from '../changes/request.ts'
import type { Labels } from '../language/labels.ts'
import { partsOf } from '../workspace/workspace-id.ts'

type Fact = readonly [string, string | undefined]

/** Where a plan acts; until it is decided in which state that was found, and until it has ended what it takes. */
export function planFacts(plan: Plan, state: StateName, labels: Labels): readonly Fact[] {
  const { resourceGroup, subscriptionId } = partsOf(plan.workspaceId)
  const { facts, values } = labels
  const found: readonly Fact[] = [
    [facts.isolationMode, values.isolationMode(plan.isolationMode, plan.isolationMode)],
    [facts.network, values.network(plan.networkStatus)],
    [facts.firewall, firewallOf(plan, labels)],
  ]
  const measured =
    plan.measured === undefined
      ? ''
      : ` ${labels.plan.measured(...plan.measured.minutes, plan.measured.changes)}.`
  const takes = `${labels.times.minutes(...plan.effort.minutes)}.${measured} ${labels.effort.cost(plan.effort, plan.firewallSku)}`
  return [
    [facts.workspace, plan.workspaceName],
    [facts.resourceGroup, resourceGroup],
    [facts.subscription, subscriptionId],
    [facts.region, plan.location],
    [
      labels.lifetime.until,
      plan.effect.until === undefined ? undefined : labels.times.instant(plan.effect.until),
    ],
    ...(state === 'awaiting-approval' ? found : []),
    [
      labels.plan.place,
      state === 'awaiting-approval' && plan.ahead !== undefined && plan.ahead.length > 0
        ? labels.plan.ahead(plan.ahead)
        : undefined,
    ],
    [facts.takes, moves[state].length > 0 ? takes : undefined],
  ]
}

function firewallOf({ isolationMode, effort, firewallSku }: Plan, { values }: Labels): string | undefined {
  if (isolationMode !== 'AllowOnlyApprovedOutbound') return undefined
  if (!effort.createsFirewall) return values.firewall(effort.provisions ? 'no' : 'yes', firewallSku)
  return effort.provisions
    ? values.firewall('at-provisioning', firewallSku)
    : values.firewall('no', undefined)
}
