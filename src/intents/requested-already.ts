import type { OpenRequest } from '../cards/card-data.ts'
import { requestedAlreadyCard } from '../cards/requested-already-card.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { IntentPorts } from './intent-ports.ts'
import { refuse } from './refuse.ts'

/** No second request for the same: a card that offers to be told of its end, or where no card can take the place, the sentence. */
export async function requestedAlready(
  open: OpenRequest,
  person: KnownPerson,
  ports: Pick<IntentPorts, 'labels' | 'answersInPlace' | 'requests' | 'now'>,
): Promise<Reply> {
  const { number, requester, state } = open
  if (!ports.answersInPlace) return refuse({ is: 'already-requested', number, requester, state }, ports)
  await ports.requests.record({
    at: ports.now(),
    actor: person,
    action: 'press.refused',
    subject: open.id,
    detail: { refusal: 'already-requested' },
  })
  return { kind: 'card', ...requestedAlreadyCard(open, ports.labels) }
}
