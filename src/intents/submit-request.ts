import type { Change } from '../changes/change.ts'
import { digestOf } from '../changes/effect.ts'
import type { Plan } from '../changes/plan.ts'
import type { ConversationReference } from '../conversation/messenger.ts'
import { type KnownPerson, samePerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { IntentPorts } from './intent-ports.ts'
import { refuse } from './refuse.ts'
import { requestReply } from './request-reply.ts'
import { requestView } from './request-view.ts'

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
  if (policy().approvers.length === 0) return refuse({ is: 'no-approver-configured' }, ports)
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
      expiresAt: at + policy().approvalExpiryMs,
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
    return refuse(
      {
        is: 'already-requested',
        number: request.number,
        requester: request.requester.name,
        state: request.state.is,
      },
      ports,
    )
  const data = await requestView(request, 'status', 'requester', ports)
  return requestReply(data, ports)
}
