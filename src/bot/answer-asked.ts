import { answerCard } from '../cards/answer-card.ts'
import type { LookUp } from '../cards/look-up.ts'
import type { Reply } from '../conversation/reply.ts'
import { answerLookUp, type LookUpPorts } from '../intents/look-up.ts'

/** A question answered with a card, whether a text or a button asked it. Reads Azure at most. */
export async function answerAsked(asked: LookUp, ports: LookUpPorts): Promise<Reply> {
  return { kind: 'card', ...answerCard(await answerLookUp(asked, ports), ports.labels) }
}
