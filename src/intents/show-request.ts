import type { RequestData } from '../cards/card-data.ts'
import { remarked } from '../cards/remarked.ts'
import { requestCard } from '../cards/request-card.ts'
import { closedTo, decide, watches, withdraw } from '../changes/decide.ts'
import { isApprover } from '../changes/policy.ts'
import type { Refusal } from '../changes/refusal.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import type { ConversationReference } from '../conversation/messenger.ts'
import { type KnownPerson, samePerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { showRequest } from './decide-request.ts'
import { refuse } from './refuse.ts'
import type { RegisterPorts } from './register-ports.ts'
import { requestView, viewOf } from './request-view.ts'

/** Who wrote or pressed, and where. */
interface Asking {
  readonly activityId: string
  readonly person: KnownPerson
  readonly conversation: ConversationReference
}

/** What a text would have done. */
type Wanted = 'approve' | 'reject' | 'withdraw'

/**
 * "Show #12", "approve #12", "withdraw #12": the request's card; whatever was written, only a press decides. To an approver, while
 * it can be decided, it is posted as a card that decides, and is kept true like every other.
 */
export async function answerShowRequest(
  number: number | undefined,
  { activityId, person, conversation }: Asking,
  ports: RegisterPorts,
  wants?: Wanted,
): Promise<Reply> {
  const request = number === undefined ? undefined : await numbered(number, ports)
  if (request === undefined) return refuse({ is: 'no-such-request' }, ports)
  if (mayDecide(request, person, ports)) {
    await ports.openDecision(request, { conversation, by: person, topic: activityId, as: 'message' })
    return { kind: 'text', text: ports.labels.register.cardFollows(request.number) }
  }
  // A message is for everybody in the conversation; each client then fetches its own view.
  const view: RequestData['view'] =
    conversation.kind === 'personal' ? viewOf(request, person, ports.policy()) : 'everybody'
  const rendered = requestCard(await requestView(request, 'status', view, ports), ports.labels)
  const refusal = wants === undefined ? undefined : whyNot(wants, request, { person, conversation }, ports)
  const shows = { request: request.id, version: request.version }
  if (refusal === undefined) return { kind: 'card', ...rendered, shows }
  const sentence =
    refusal.is === 'already-decided'
      ? ports.labels.register.tooLate(request.number, refusal.state)
      : ports.labels.refusal(refusal)
  return { kind: 'card', ...rendered, card: remarked(rendered.card, sentence), shows }
}

/** Why what was written could not be done by a press either, in the words that the press would be answered with. */
function whyNot(
  wants: Wanted,
  request: ApprovalRequest,
  { person, conversation }: Pick<Asking, 'person' | 'conversation'>,
  { policy, now }: RegisterPorts,
): Refusal | undefined {
  if (wants === 'withdraw') {
    const withdrawn = withdraw(request, person, now())
    return withdrawn.ok ? undefined : withdrawn.refusal
  }
  const press = { verdict: wants, by: person, conversation }
  const decided = decide(request, press, policy(), [conversation.key], now())
  return decided.ok ? undefined : decided.refusal
}

/** A row of a list was pressed: the card in its place, for the presser alone. */
export async function openRequest(
  id: string,
  { activityId, person, conversation }: Asking,
  ports: RegisterPorts,
): Promise<Reply> {
  const request = await ports.requests.find(id)
  if (request !== undefined && !(await ports.mayHearOf(request)))
    return refuse({ is: 'no-such-request' }, ports)
  if (request === undefined || !mayDecide(request, person, ports))
    return showRequest(id, 'status', person, ports)
  await ports.openDecision(request, { conversation, by: person, topic: activityId, as: 'answer' })
  return showRequest(id, 'approval', person, ports)
}

async function numbered(number: number, { register, tenantId }: RegisterPorts) {
  const { items } = await register.requests({ tenantId, number }, { atMost: 1 })
  return items[0]
}

/** As `decide` will see it when they press, but for where. */
function mayDecide(
  request: ApprovalRequest,
  person: KnownPerson,
  { policy, now, tenantId }: RegisterPorts,
): boolean {
  return (
    request.requester.tenantId === tenantId &&
    isApprover(policy(), person) &&
    !samePerson(person, request.requester) &&
    !watches(request, person) &&
    closedTo(request, now()) === undefined
  )
}
