import type { Refusal } from '../changes/refusal.ts'
import type { Reply } from '../conversation/reply.ts'
import type { IntentPorts } from './intent-ports.ts'

/** Says in one sentence why not, and what to do instead. The card that was pressed stays as it is. */
export function refuse(refusal: Refusal, { labels }: Pick<IntentPorts, 'labels'>): Reply {
  return { kind: 'text', text: labels.refusal(refusal), refused: refusal.is }
}
