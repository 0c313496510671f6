import type { Answer } from '../cards/answer-data.ts'
import type { NetworkData } from '../cards/card-data.ts'
import type { LookUp } from '../cards/look-up.ts'
import { plan } from '../changes/plan.ts'
import { policyFor } from '../changes/policy-for.ts'
import { type AsCode, asCode, rulesAsSteps } from '../workspace/as-code.ts'
import type { GatewayTrouble } from '../workspace/gateway.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { isFqdn } from '../workspace/outbound-rule.ts'
import { type WorkspaceId, workspaceKey } from '../workspace/workspace-id.ts'
import { whichOf, whichWorkspace } from './clarify.ts'
import type { IntentPorts } from './intent-ports.ts'
import { judgedNetwork } from './judged-network.ts'
import { openRequestOf } from './open-request.ts'
import { targetsOf } from './targets.ts'
import { answerHosts, type TroublePorts } from './troubleshoot.ts'

export type NetworkAnswer =
  | { readonly ok: true; readonly data: NetworkData }
  | { readonly ok: false; readonly trouble: GatewayTrouble }

/** One workspace's managed network and its rules, as Azure has them now. */
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
  const code = ownRulesAsCode(judged)
  return {
    ok: true,
    data: {
      workspace: seen.workspace,
      ...(seen.hub === undefined ? {} : { hub: seen.hub }),
      ...(provisioning.ok && policyFor(policy(), judged).approvers.length > 0
        ? { provisioning: provisioning.plan.effort }
        : {}),
      ...(open === undefined ? {} : { openRequest: openRequestOf(open) }),
      ...(code === undefined ? {} : { code }),
      canRequest: policyFor(policy(), judged).approvers.length > 0,
      freshness: seen.freshness,
    },
  }
}

/** "Show ws-prod", and "is pypi.org allowed in ws-prod?", which is the same network seen for one host. */
export async function answerShowNetwork(asked: LookUp, ports: TroublePorts): Promise<Answer> {
  const [target] = await targetsOf(asked, ports.reader)
  if (target === undefined) return whichWorkspace(asked, ports.reader)
  if (target.is === 'several' || target.is === 'none') return whichOf(asked, target)
  if (target.is === 'trouble')
    return { is: 'trouble', data: { trouble: target.trouble, workspace: target.name }, cells: [] }
  if (asked.fqdns.length > 0)
    return answerHosts('allowed', { ...asked, workspaces: [], ids: [target.id] }, ports)
  const answer = await showNetwork(target.id, ports)
  return answer.ok
    ? { is: 'network', data: answer.data }
    : { is: 'trouble', data: { trouble: answer.trouble, workspace: target.name }, cells: [] }
}

function ownRulesAsCode({ id, network }: Workspace): AsCode | undefined {
  if (network.isolationMode !== 'AllowOnlyApprovedOutbound') return undefined
  const own = network.rules.filter(isFqdn).filter(({ category }) => category === 'UserDefined')
  return own.length === 0
    ? undefined
    : asCode(id, rulesAsSteps(own.map(({ name, destinations }) => ({ name, hosts: destinations }))))
}
