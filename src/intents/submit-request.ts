import { managedCard } from '../cards/managed-card.ts'
import type { Change } from '../changes/change.ts'
import { decisionByPolicy } from '../changes/clearance.ts'
import { digestOf } from '../changes/effect.ts'
import type { Plan } from '../changes/plan.ts'
import { policyFor } from '../changes/policy-for.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import { notRequestable } from '../changes/requestable.ts'
import { approvesItself, expiryOf, placeOf, policyOn, termsOf } from '../changes/terms.ts'
import type { ConversationReference } from '../conversation/messenger.ts'
import { type KnownPerson, samePerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { IntentPorts } from './intent-ports.ts'
import { openRequestOf } from './open-request.ts'
import { refuse } from './refuse.ts'
import { requestReply } from './request-reply.ts'
import { requestView } from './request-view.ts'
import { requestedAlready } from './requested-already.ts'

/** Where the form was pressed: the requester hears the end there. */
export interface Asked {
  readonly conversation: ConversationReference
  readonly cardActivityId?: string
}

export interface Submission {
  readonly id: string
  readonly change: Change
  readonly plan: Plan
  readonly reason: string
  readonly person: KnownPerson
  readonly asked: Asked
}

const reasonAtMost = 500

/** Freezes the plan and stores the request. Everything else follows from the store: cards, expiry, news. */
export async function submit(submission: Submission, ports: IntentPorts): Promise<Reply> {
  const { id, change, plan, person, asked } = submission
  const { requests, policy, now } = ports
  const here = policyFor(policy(), placeOf(plan))
  if (here.managedBy !== undefined)
    return { kind: 'card', ...managedCard(plan, here.managedBy, ports.labels) }
  const refusal = notRequestable({ change, plan }, person, policy())
  if (refusal !== undefined) return refuse(refusal, ports)
  const digest = digestOf(plan.effect)
  const at = now()
  const reason = submission.reason.slice(0, reasonAtMost)
  const submitted = await requests.submit(
    {
      id,
      requester: person,
      reason,
      change,
      plan,
      digest,
      thread: asked.conversation,
      requestedAt: at,
      terms: termsOf(policy(), plan),
      expiresAt: expiryOf(policy(), plan, at),
      ...(asked.cardActivityId === undefined ? {} : { pressedCard: asked.cardActivityId }),
    },
    {
      at,
      actor: person,
      action: 'request.submitted',
      subject: id,
      to: 'awaiting-approval',
      detail: { digest, effect: plan.effect, reason },
    },
  )
  const { request } = submitted
  // A form is its sender's: sent by another person it is no repetition.
  if (request.requester.tenantId !== person.tenantId) return refuse({ is: 'nothing-offered' }, ports)
  if (submitted.is === 'already-requested' || !samePerson(request.requester, person))
    return requestedAlready(openRequestOf(request, person), person, ports)
  const approved = submitted.is === 'created' ? await approvedByPolicy(request, ports) : request
  const data = await requestView(approved, 'status', 'requester', ports)
  return requestReply(data, ports)
}

/** What needs nobody's approval here is approved at once, by the rule that says so. Should that get lost, people decide. */
async function approvedByPolicy(
  request: ApprovalRequest,
  { requests, policy, now }: IntentPorts,
): Promise<ApprovalRequest> {
  const here = policyOn(policy(), request)
  if (request.state.is !== 'awaiting-approval' || !approvesItself(here, request)) return request
  const at = now()
  const decision = decisionByPolicy(request.requester.tenantId, here.says?.approvesItself?.rule ?? '', at)
  const moved = await requests.move(request, { is: 'approved', decision }, at, {
    at,
    actor: 'gatehouse',
    action: 'request.approved',
    subject: request.id,
    from: 'awaiting-approval',
    to: 'approved',
    detail: {
      number: request.number,
      digest: request.digest,
      policy: policy().hash ?? null,
      rule: decision.by.name,
      line: here.says?.approvesItself?.line ?? null,
    },
  })
  return moved.is === 'moved' ? moved.request : request
}
