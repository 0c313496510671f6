import type { NetworkData } from '../cards/card-data.ts'
import { networkCard } from '../cards/network-card.ts'
import { troubleCard } from '../cards/trouble-card.ts'
import { plan } from '../changes/plan.ts'
import type { Reply } from '../conversation/reply.ts'
import type { GatewayTrouble } from '../workspace/gateway.ts'
import { partsOf, type WorkspaceId, workspaceKey } from '../workspace/workspace-id.ts'
import { openRequestOf } from './can-use.ts'
import type { IntentPorts } from './intent-ports.ts'
import { judgedNetwork } from './judged-network.ts'

export type NetworkAnswer =
  | { readonly ok: true; readonly data: NetworkData }
  | { readonly ok: false; readonly trouble: GatewayTrouble }

/** "Show ws-prod": the managed network and its rules, as Azure has them now. */
export async function showNetwork(
  id: WorkspaceId,
  {
    reader,
    requests,
    policy,
    planOptions,
    tenantId,
  }: Pick<IntentPorts, 'reader' | 'requests' | 'policy' | 'planOptions' | 'tenantId'>,
): Promise<NetworkAnswer> {
  const seen = await judgedNetwork(id, reader)
  if (!seen.ok) return seen
  const { judged } = seen
  const open = (await requests.openIn(workspaceKey(judged.id))).find(
    ({ plan, requester }) =>
      requester.tenantId === tenantId && (plan.effect.provisions || judged.network.status === 'Active'),
  )
  const provisioning = plan(
    { kind: 'provision-network', workspaceId: judged.id, includeSpark: false },
    judged,
    planOptions,
  )
  return {
    ok: true,
    data: {
      workspace: seen.workspace,
      ...(seen.hub === undefined ? {} : { hub: seen.hub }),
      ...(provisioning.ok && policy().approvers.length > 0 ? { provisioning: provisioning.plan.effort } : {}),
      ...(open === undefined ? {} : { openRequest: openRequestOf(open) }),
      freshness: seen.freshness,
    },
  }
}

export async function answerShowNetwork(id: WorkspaceId, ports: IntentPorts): Promise<Reply> {
  const answer = await showNetwork(id, ports)
  const card = answer.ok
    ? networkCard(answer.data, ports.labels)
    : troubleCard({ trouble: answer.trouble, workspace: partsOf(id).name }, ports.labels)
  return { kind: 'card', ...card }
}
