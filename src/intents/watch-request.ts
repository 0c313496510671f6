import { watches } from '../changes/decide.ts'
import { quorumOf } from '../changes/policy.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import { policyOn } from '../changes/terms.ts'
import type { ConversationReference } from '../conversation/messenger.ts'
import { type KnownPerson, samePerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { IntentPorts } from './intent-ports.ts'
import { refuse } from './refuse.ts'

/** Whether too few would be left to decide it, if this approver could not any more. */
function isNeeded(person: KnownPerson, request: ApprovalRequest, { policy }: Pick<IntentPorts, 'policy'>) {
  const here = policyOn(policy(), request)
  const deciding = here.approvers.filter(
    each => !samePerson(each, request.requester) && !watches(request, each),
  )
  return (
    request.state.is === 'awaiting-approval' &&
    deciding.some(each => samePerson(each, person)) &&
    deciding.length <= quorumOf(here)
  )
}

/** "Tell me too": whoever wants what is requested already hears its end where they pressed, and decides it as little as the requester. */
export async function pressWatch(
  id: string,
  person: KnownPerson,
  conversation: ConversationReference,
  ports: IntentPorts,
): Promise<Reply> {
  const { requests, labels, now } = ports
  const request = await requests.find(id)
  if (
    request === undefined ||
    request.requester.tenantId !== person.tenantId ||
    !(await ports.mayHearOf(request))
  )
    return refuse({ is: 'no-such-request' }, ports)
  const { number } = request
  const say = (text: string): Reply => ({ kind: 'text', text })
  if (samePerson(request.requester, person)) return say(labels.proposal.toldAnyway(number))
  const watched = await requests.watch(
    request.id,
    { person, thread: conversation },
    { at: now(), actor: person, action: 'request.watched', subject: request.id, detail: { number } },
    // Of two approvers who press at once, one may be needed once the other watches.
    current => !isNeeded(person, current, ports),
  )
  switch (watched) {
    case 'watches':
      return say(labels.proposal.told(number))
    case 'watched-already':
      return say(labels.proposal.toldAlready(number))
    case 'not-allowed':
      return say(labels.proposal.neededToDecide(number))
    case 'ended': {
      const ended = (await requests.find(request.id)) ?? request
      return refuse({ is: 'already-decided', state: ended.state.is }, ports)
    }
  }
}
