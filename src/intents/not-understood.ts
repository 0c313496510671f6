import { notUnderstoodCard } from '../cards/not-understood-card.ts'
import type { Reply } from '../conversation/reply.ts'
import type { IntentPorts } from './intent-ports.ts'

/** A way on for whatever we do not understand. Differs from help: it says that it was not understood. */
export async function answerNotUnderstood({ reader, labels }: IntentPorts): Promise<Reply> {
  const seen = await reader.recent()
  const example = seen.ok ? seen.fleet.workspaces[0]?.name : undefined
  return {
    kind: 'card',
    ...notUnderstoodCard(example === undefined ? {} : { exampleWorkspace: example }, labels),
  }
}
