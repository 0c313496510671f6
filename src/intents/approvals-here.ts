import { approvalsHereCard } from '../cards/approvals-here-card.ts'
import { approverNamesAnywhere, isApprover } from '../changes/policy.ts'
import type { ConversationReference } from '../conversation/messenger.ts'
import type { Person } from '../conversation/person.ts'
import type { Card, Reply } from '../conversation/reply.ts'
import type { Labels } from '../language/labels.ts'
import type { IntentPorts } from './intent-ports.ts'
import { refuse } from './refuse.ts'

/** "Send approvals here", by an approver: asks for confirmation. */
export function answerApprovalsHere(
  person: Person,
  conversation: ConversationReference,
  ports: IntentPorts,
): Reply {
  return isApprover(ports.policy(), person)
    ? { kind: 'card', ...card(conversation, false, ports) }
    : refuse(notAnApprover(ports), ports)
}

/** What a press may say in the chat beyond its own answer. */
export interface ChatOfPress {
  /** The language of whoever reads there, which need not be that of whoever pressed. */
  readonly labelsOf: (conversation: ConversationReference) => Promise<Labels>
  readonly tell: (conversation: ConversationReference, text: string) => Promise<unknown>
  readonly update: (
    conversation: ConversationReference,
    activityId: string,
    card: { readonly card: Card; readonly summary: string },
  ) => Promise<unknown>
}

/**
 * The confirming button: from now on approval cards go to this conversation. Where they went before is told, so that nobody
 * waits there for cards that come no more.
 */
export async function confirmApprovalsHere(
  person: Person,
  conversation: ConversationReference,
  cardActivityId: string | undefined,
  { tell, update, labelsOf }: ChatOfPress,
  ports: IntentPorts,
): Promise<Reply> {
  if (!isApprover(ports.policy(), person)) return refuse(notAnApprover(ports), ports)
  const before = await ports.references.approvalsPlace(conversation.tenantId)
  await ports.requests.record({
    at: ports.now(),
    actor: person,
    action: 'approvals-place.set',
    subject: conversation.key,
    detail: { before: before?.key ?? null },
  })
  await ports.references.setApprovalsPlace(conversation)
  if (before !== undefined && before.key !== conversation.key)
    await tell(before, (await labelsOf(before)).approvalsHere.moved(person.name))
  const confirmed = card(conversation, true, ports)
  // For everybody, so that nobody else finds a question that is answered.
  if (cardActivityId !== undefined)
    await update(
      conversation,
      cardActivityId,
      card(conversation, true, { ...ports, labels: await labelsOf(conversation) }),
    )
  return { kind: 'card', ...confirmed }
}

function notAnApprover({ policy }: IntentPorts) {
  return { is: 'not-an-approver', approvers: approverNamesAnywhere(policy()) } as const
}

function card({ kind }: ConversationReference, done: boolean, { policy, labels }: IntentPorts) {
  return approvalsHereCard(
    { conversationName: kind, done, approvers: approverNamesAnywhere(policy()) },
    labels,
  )
}
