import type { Plan } from '../changes/plan.ts'
import type { Labels } from '../language/labels.ts'
import { partsOf } from '../workspace/workspace-id.ts'

type Fact = readonly [string, string | undefined]

/** Where a plan would act, and in what state that was when the plan was made. */
export function planFacts(plan: Plan, labels: Labels): readonly Fact[] {
  const { resourceGroup, subscriptionId } = partsOf(plan.workspaceId)
  const { facts, values } = labels
  return [
    [facts.workspace, plan.workspaceName],
    [facts.resourceGroup, resourceGroup],
    [facts.subscription, subscriptionId],
    [facts.region, plan.location],
    [facts.isolationMode, values.isolationMode(plan.isolationMode, plan.isolationMode)],
    [facts.network, values.network(plan.networkStatus)],
    [facts.firewall, firewallOf(plan, labels)],
    [
      facts.takes,
      `${labels.times.minutes(...plan.effort.minutes)}. ${labels.effort.cost(plan.effort, plan.firewallSku)}`,
    ],
  ]
}

function firewallOf({ isolationMode, effort, firewallSku }: Plan, { values }: Labels): string | undefined {
  if (isolationMode !== 'AllowOnlyApprovedOutbound') return undefined
  if (!effort.createsFirewall && !effort.provisions) return values.firewall('yes', firewallSku)
  return effort.provisions && effort.createsFirewall
    ? values.firewall('at-provisioning', firewallSku)
    : values.firewall('no', undefined)
}
