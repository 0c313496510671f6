import type { AuditRecord } from '../changes/audit.ts'
import type { ApprovalRequest, Instant } from '../changes/request.ts'
import type { OpenedHere } from '../intents/register-ports.ts'
import type { PostedCards } from './posted-cards.ts'
import type { TickJob } from './tick-ports.ts'

export interface OpenDecisionPorts {
  readonly cards: PostedCards
  readonly record: (record: AuditRecord) => Promise<void>
  /** Asks for the job that posts what is wanted and not there. */
  readonly announce: (job: TickJob, topic: string) => Promise<void>
  readonly now: () => Instant
}

/** An approver opened a request in a conversation: from now on it may be decided there too. */
export async function openDecision(
  request: ApprovalRequest,
  { conversation, by, topic, as }: OpenedHere,
  { cards, record, announce, now }: OpenDecisionPorts,
): Promise<void> {
  const opened: AuditRecord = {
    at: now(),
    actor: by,
    action: 'approval.opened',
    subject: request.id,
    detail: { number: request.number, conversation: conversation.key },
  }
  const wanted = { role: 'approval', conversation, topic: `opened ${topic}` } as const
  if (as === 'message') {
    await record(opened)
    await cards.want(request.id, wanted)
    return announce({ request: request.id, version: request.version }, wanted.topic)
  }
  await cards.want(request.id, wanted)
  const card = (await cards.of(request.id)).find(each => each.topic === wanted.topic)
  // In the presser's own view, where nobody can update it: it is not posted, and a press on it finds the request as it is.
  if (card !== undefined) await cards.park(card.id, 'shown in an answer', opened)
}
