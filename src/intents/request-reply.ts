import type { RequestData } from '../cards/card-data.ts'
import { requestCard } from '../cards/request-card.ts'
import type { Reply } from '../conversation/reply.ts'
import type { IntentPorts } from './intent-ports.ts'

/**
 * A request's card, in place of the one that was pressed. A press that came as a message would get it as a message of its
 * own, whose buttons nobody takes away later: it gets a sentence, and the request's own cards are brought up to date anyway.
 */
export function requestReply(
  data: RequestData,
  { labels, answersInPlace }: Pick<IntentPorts, 'labels' | 'answersInPlace'>,
): Reply {
  const rendered = requestCard(data, labels)
  if (answersInPlace) return { kind: 'card', ...rendered }
  return { kind: 'text', text: data.problem === undefined ? rendered.summary : labels.refusal(data.problem) }
}
