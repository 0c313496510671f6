import { rejectFormCard } from '../cards/reject-form-card.ts'
import { closedTo } from '../changes/decide.ts'
import { approverNames, isApprover } from '../changes/policy.ts'
import type { Refusal } from '../changes/refusal.ts'
import { policyOn } from '../changes/terms.ts'
import { type Person, samePerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { IntentPorts } from './intent-ports.ts'
import { refuse } from './refuse.ts'

/** Opens the form that asks why a request is rejected. Decides nothing: that does the form's own button. */
export async function openRejectForm(
  id: string,
  by: Person,
  ports: IntentPorts,
  problem?: Refusal,
): Promise<Reply> {
  const { requests, policy, now, labels } = ports
  const request = await requests.find(id)
  if (request === undefined || request.requester.tenantId !== by.tenantId)
    return refuse({ is: 'no-such-request' }, ports)
  const here = policyOn(policy(), request)
  if (!isApprover(here, by)) return refuse({ is: 'not-an-approver', approvers: approverNames(here) }, ports)
  if (samePerson(request.requester, by)) return refuse({ is: 'own-request' }, ports)
  const closed = closedTo(request, now())
  if (closed !== undefined) return refuse(closed, ports)
  return {
    kind: 'card',
    ...rejectFormCard({ request, ...(problem === undefined ? {} : { problem }) }, labels),
  }
}
