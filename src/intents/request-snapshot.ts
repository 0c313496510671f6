import { requestCard } from '../cards/request-card.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import type { Reply } from '../conversation/reply.ts'
import type { IntentPorts } from './intent-ports.ts'
import { requestView } from './request-view.ts'

/**
 * How a request stands now, as an answer to a text. Nobody keeps this card true later: it carries no button that decides or
 * takes back, and says as of when it is.
 */
export async function requestSnapshot(request: ApprovalRequest, ports: IntentPorts): Promise<Reply> {
  const data = await requestView(request, 'status', 'everybody', ports)
  return { kind: 'card', ...requestCard({ ...data, refreshFor: [] }, ports.labels) }
}
