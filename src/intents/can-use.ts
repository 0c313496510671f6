import type { OpenRequest, VerdictData } from '../cards/card-data.ts'
import { troubleCard } from '../cards/trouble-card.ts'
import { verdictCard } from '../cards/verdict-card.ts'
import { purposeOf } from '../changes/change.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import type { Reply } from '../conversation/reply.ts'
import type { Capability, DeploymentOption } from '../knowledge/collection.ts'
import { effortOfHosts } from '../knowledge/effort.ts'
import { judge } from '../knowledge/judge.ts'
import type { GatewayTrouble } from '../workspace/gateway.ts'
import { partsOf, type WorkspaceId, workspaceKey } from '../workspace/workspace-id.ts'
import type { IntentPorts } from './intent-ports.ts'
import { judgedNetwork } from './judged-network.ts'

export interface CanUseQuestion {
  readonly collection: string
  readonly workspace: WorkspaceId
  readonly option?: DeploymentOption
  readonly capability?: Capability
}

export type CanUseAnswer =
  | { readonly ok: true; readonly data: VerdictData }
  | { readonly ok: false; readonly trouble: GatewayTrouble }

type Ports = Pick<IntentPorts, 'reader' | 'library' | 'requests' | 'policy' | 'tenantId'>

/** "Can I use Hugging Face in ws-prod?" Reads the network live and holds it against what the documents say. */
export async function canUse(question: CanUseQuestion, ports: Ports): Promise<CanUseAnswer> {
  const { library, requests, policy } = ports
  const collection = library.collection(question.collection)
  if (collection === undefined) throw new Error(`no collection has the id ${question.collection}`)
  const seen = await judgedNetwork(question.workspace, ports.reader)
  if (!seen.ok) return seen
  const { judged } = seen
  const open = await requests.openIn(workspaceKey(judged.id))
  const verdict = judge({ ...question, collection }, judged, changeUnderWay(open, question.collection))
  const openRequest = openRequestFor(
    open.filter(({ requester }) => requester.tenantId === ports.tenantId),
    [...verdict.missing, ...verdict.later].map(({ host }) => host),
  )
  return {
    ok: true,
    data: {
      collection,
      ...(question.option === undefined ? {} : { option: question.option }),
      workspace: seen.workspace,
      ...(seen.hub === undefined ? {} : { hub: seen.hub }),
      verdict:
        seen.hub === undefined
          ? verdict
          : { ...verdict, reasons: [{ code: 'via-hub', hub: seen.hub.name }, ...verdict.reasons] },
      ...(verdict.offersRequest ? { effort: effortOfHosts(judged.network) } : {}),
      ...(openRequest === undefined ? {} : { openRequest }),
      canRequest: policy().approvers.length > 0,
      freshness: seen.freshness,
    },
  }
}

/** The same, as a card. */
export async function answerCanUse(question: CanUseQuestion, ports: IntentPorts): Promise<Reply> {
  const answer = await canUse(question, ports)
  const card = answer.ok
    ? verdictCard(answer.data, ports.labels)
    : troubleCard({ trouble: answer.trouble, workspace: partsOf(question.workspace).name }, ports.labels)
  return { kind: 'card', ...card }
}

function changeUnderWay(open: readonly ApprovalRequest[], collection: string) {
  const applying = open.find(
    ({ state, change }) =>
      state.is === 'applying' &&
      (change.kind === 'provision-network' || purposeOf(change)?.collection === collection),
  )
  return applying === undefined ? undefined : { request: applying.number }
}

/** A request that already asks for some of these hosts: it is shown in place of the offer to request them again. */
function openRequestFor(open: readonly ApprovalRequest[], hosts: readonly string[]): OpenRequest | undefined {
  const same = open.find(({ plan }) => plan.effect.hosts.some(host => hosts.includes(host)))
  return same === undefined ? undefined : openRequestOf(same)
}

export function openRequestOf({ id, number, requester, state }: ApprovalRequest): OpenRequest {
  return { id, number, requester: requester.name, state: state.is }
}
