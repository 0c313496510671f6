import { followUpFormCard } from '../cards/follow-up-form-card.ts'
import type { Refusal } from '../changes/refusal.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import { undoNow } from '../changes/undo.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { workspaceKey } from '../workspace/workspace-id.ts'
import { openFollowUpForm } from './follow-up-form.ts'
import type { IntentPorts } from './intent-ports.ts'
import { liveNetwork } from './judged-network.ts'
import { planChange } from './plan-change.ts'
import { propose } from './propose.ts'
import { refuse } from './refuse.ts'
import { type Asked, submit } from './submit-request.ts'

export interface UndoEntered {
  /** The id of the request that is to be undone. */
  readonly request: string
  /** Identifies the form: sent twice, it makes one request. */
  readonly form: string
  readonly reason?: string
}

/** "Undo #12": a card that names what would be taken back. Nothing is requested by it. */
export async function answerUndo(number: number, person: KnownPerson, ports: IntentPorts): Promise<Reply> {
  const request = await ports.lookup.byNumber(person.tenantId, number)
  if (request === undefined) return refuse({ is: 'no-such-request' }, ports)
  const undone = undoNow(request, ports.now(), await doneBeside(request, ports))
  if (!undone.ok) return refuse({ is: 'cannot-undo', number, because: undone.because }, ports)
  const { change } = undone
  return propose(change.workspaceId, () => ({ change, follows: request.id }), person, ports)
}

/** The form that asks why a finished request is undone. */
export async function openUndoForm(id: string, person: KnownPerson, ports: IntentPorts): Promise<Reply> {
  const found = await undoable(id, ports)
  if (!found.ok) return refuse(found.refusal, ports)
  return openFollowUpForm(found.request, found.change, person, ports)
}

/** The form was filled in: plans from the request on record and from what Azure says now, never from what the card said. */
export async function submitUndoForm(
  entered: UndoEntered,
  person: KnownPerson,
  asked: Asked,
  ports: IntentPorts,
): Promise<Reply> {
  const found = await undoable(entered.request, ports)
  if (!found.ok) return refuse(found.refusal, ports)
  const seen = await liveNetwork(found.change.workspaceId, ports.reader)
  if (!seen.ok) return refuse({ is: 'azure-trouble', trouble: seen.trouble }, ports)
  const { change, planned } = await planChange(found.change, seen.judged, person, ports)
  if (!planned.ok) return refuse({ is: 'no-plan', because: planned.refusal }, ports)
  const { plan } = planned
  const reason = entered.reason?.trim() ?? ''
  if (reason !== '') return submit({ id: entered.form, change, plan, reason, person, asked }, ports)
  const { request } = found
  const problem: Refusal = { is: 'reason-missing' }
  return {
    kind: 'card',
    ...followUpFormCard({ form: entered.form, request, change, plan, problem }, ports.labels),
  }
}

async function undoable(
  id: string,
  { requests, tenantId, now }: Pick<IntentPorts, 'requests' | 'tenantId' | 'now'>,
) {
  const request: ApprovalRequest | undefined = await requests.find(id)
  if (request === undefined || request.requester.tenantId !== tenantId)
    return { ok: false, refusal: { is: 'no-such-request' } satisfies Refusal } as const
  const undone = undoNow(request, now(), await doneBeside(request, { requests }))
  if (undone.ok) return { ok: true, request, change: undone.change } as const
  const { because } = undone
  return {
    ok: false,
    refusal: { is: 'cannot-undo', number: request.number, because } satisfies Refusal,
  } as const
}

function doneBeside({ plan }: ApprovalRequest, { requests }: Pick<IntentPorts, 'requests'>) {
  return requests.doneIn(workspaceKey(plan.workspaceId))
}
