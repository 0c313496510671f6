import type { ProvisioningFormData } from '../cards/form-data.ts'
import { noPlanCard } from '../cards/no-plan-card.ts'
import { provisioningFormCard } from '../cards/provisioning-form-card.ts'
import { plan } from '../changes/plan.ts'
import { policyFor } from '../changes/policy-for.ts'
import { noApprovers } from '../changes/requestable.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { partsOf, type WorkspaceId } from '../workspace/workspace-id.ts'
import type { IntentPorts } from './intent-ports.ts'
import { judgedNetwork, liveNetwork } from './judged-network.ts'
import { planChange } from './plan-change.ts'
import { propose } from './propose.ts'
import { refuse } from './refuse.ts'
import { type Asked, submit } from './submit-request.ts'

export interface ProvisioningEntered {
  readonly workspace: WorkspaceId
  readonly form: string
  readonly reason?: string
  /** The toggle for serverless Spark, `true` where it is set. */
  readonly spark?: string
}

/** "Provision ws-research" in a message: a card that names the change. */
export function answerProvision(
  workspace: WorkspaceId,
  spark: boolean,
  person: KnownPerson,
  ports: IntentPorts,
): Promise<Reply> {
  return propose(workspace, ({ judged }) => ({ change: changeFor(judged, spark) }), person, ports)
}

/** "Provision ws-research": opens the form. Only the form's own button makes a request. */
export async function openProvisioningForm(
  workspace: WorkspaceId,
  spark: boolean,
  ports: IntentPorts,
): Promise<Reply> {
  const seen = await judgedNetwork(workspace, ports.reader)
  if (!seen.ok) return refuse({ is: 'azure-trouble', trouble: seen.trouble }, ports)
  const here = policyFor(ports.policy(), seen.judged)
  if (here.approvers.length === 0) return refuse(noApprovers(here), ports)
  return showForm(seen.judged, ports.newId(), ports, spark ? { entered: { spark: 'true' } } : {})
}

export async function submitProvisioningForm(
  entered: ProvisioningEntered,
  person: KnownPerson,
  asked: Asked,
  ports: IntentPorts,
): Promise<Reply> {
  const seen = await liveNetwork(entered.workspace, ports.reader)
  if (!seen.ok) return refuse({ is: 'azure-trouble', trouble: seen.trouble }, ports)
  const reason = entered.reason?.trim() ?? ''
  if (reason === '')
    return showForm(seen.judged, entered.form, ports, { problem: { is: 'reason-missing' }, entered })
  const wanted = changeFor(seen.judged, entered.spark === 'true')
  const { change, planned } = await planChange(wanted, seen.judged, person, ports)
  if (!planned.ok) return refuse({ is: 'no-plan', because: planned.refusal }, ports)
  return submit({ id: entered.form, change, plan: planned.plan, reason, person, asked }, ports)
}

function changeFor(workspace: Workspace, includeSpark: boolean) {
  return { kind: 'provision-network', workspaceId: workspace.id, includeSpark } as const
}

function showForm(
  workspace: Workspace,
  form: string,
  ports: IntentPorts,
  more: Pick<ProvisioningFormData, 'problem' | 'entered'> = {},
): Reply {
  const spark = more.entered?.spark === 'true'
  const planned = plan(changeFor(workspace, spark), workspace, ports.planOptions)
  const card = planned.ok
    ? provisioningFormCard({ form, workspace, plan: planned.plan, ...more }, ports.labels)
    : noPlanCard({ because: planned.refusal, workspace: partsOf(workspace.id).name }, ports.labels)
  return { kind: 'card', ...card }
}
