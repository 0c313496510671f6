import type { ApprovalRequest, StateName } from '../changes/request.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { type WorkspaceId, workspaceKey } from '../workspace/workspace-id.ts'
import type { IntentPorts } from './intent-ports.ts'
import { refuse } from './refuse.ts'
import { requestSnapshot } from './request-snapshot.ts'

/** "How far is #12?" */
export async function answerRequestStatus(
  number: number,
  person: KnownPerson,
  ports: IntentPorts,
): Promise<Reply> {
  const request = await ports.lookup.byNumber(person.tenantId, number)
  return request === undefined ? refuse({ is: 'no-such-request' }, ports) : requestSnapshot(request, ports)
}

// What is furthest along is what is asked about.
const order: readonly StateName[] = ['applying', 'approved', 'awaiting-approval']

/** Our request that is furthest on its way in this workspace, if any. */
export async function requestUnderWay(
  id: WorkspaceId,
  { requests, tenantId }: Pick<IntentPorts, 'requests' | 'tenantId'>,
): Promise<ApprovalRequest | undefined> {
  const open = (await requests.openIn(workspaceKey(id))).filter(
    ({ requester }) => requester.tenantId === tenantId,
  )
  const rank = ({ state }: ApprovalRequest) => order.indexOf(state.is)
  return [...open].sort((a, b) => rank(a) - rank(b))[0]
}

/** "How far is it?": this person's newest request. */
export async function answerOwnStatus(person: KnownPerson, ports: IntentPorts): Promise<Reply> {
  const request = await ports.lookup.latestOf(person)
  return request === undefined
    ? { kind: 'text', text: ports.labels.waiting.noRequest }
    : requestSnapshot(request, ports)
}
