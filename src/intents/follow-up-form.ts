import { followUpFormCard } from '../cards/follow-up-form-card.ts'
import type { FollowUpFormData } from '../cards/form-data.ts'
import { noPlanCard } from '../cards/no-plan-card.ts'
import type { Change } from '../changes/change.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { IntentPorts } from './intent-ports.ts'
import { judgedNetwork } from './judged-network.ts'
import { planChange } from './plan-change.ts'
import { refuse } from './refuse.ts'

/** The form that asks for what is still to be said of a change that follows a finished request, or why there is no plan. */
export async function openFollowUpForm(
  request: ApprovalRequest,
  wanted: Change,
  person: KnownPerson,
  ports: IntentPorts,
  entered?: NonNullable<FollowUpFormData['entered']>,
): Promise<Reply> {
  const seen = await judgedNetwork(wanted.workspaceId, ports.reader)
  if (!seen.ok) return refuse({ is: 'azure-trouble', trouble: seen.trouble }, ports)
  const { change, planned } = await planChange(wanted, seen.judged, person, ports)
  const form = { form: ports.newId(), request, change, ...(entered === undefined ? {} : { entered }) }
  const card = planned.ok
    ? followUpFormCard({ ...form, plan: planned.plan }, ports.labels)
    : noPlanCard({ because: planned.refusal, workspace: seen.judged.name }, ports.labels)
  return { kind: 'card', ...card }
}
