import type { RequestData } from '../cards/card-data.ts'
import type { Policy } from '../changes/policy.ts'
import type { ApprovalRequest, Instant } from '../changes/request.ts'
import type { Mention } from '../conversation/messenger.ts'
import type { ReferenceStore } from '../conversation/references.ts'
import type { Library } from '../knowledge/library.ts'
import { judge } from '../knowledge/judge.ts'
import type { Verdict } from '../knowledge/verdict.ts'
import type { WorkspaceGateway } from '../workspace/gateway.ts'

export interface RequestViewPorts {
  readonly library: Library
  readonly references: ReferenceStore
  readonly policy: () => Policy
  readonly gateway: Pick<WorkspaceGateway, 'read'>
  readonly now: () => Instant
}

/** Teams lets at most 60 people have a view of their own (Universal Actions for Adaptive Cards). */
const viewsAtMost = 60

/** Everything that a request's card shows, as it stands now. Reads, changes nothing. */
export async function requestView(
  request: ApprovalRequest,
  role: RequestData['role'],
  view: RequestData['view'],
  answer: Verdict | undefined,
  ports: RequestViewPorts,
): Promise<RequestData> {
  const { change, requester, state } = request
  const collection =
    change.kind === 'allow-hosts' ? ports.library.collection(change.purpose.collection) : undefined
  const awaiting = state.is === 'awaiting-approval'
  const { approvers } = ports.policy()
  const objectIds = approvers.map(approver => approver.objectId)
  const viewers = awaiting
    ? await ports.references.userIds(requester.tenantId, [requester.objectId, ...objectIds])
    : []
  return {
    request,
    role,
    view,
    ...(collection === undefined ? {} : { collection }),
    mention: awaiting && role === 'approval' ? approvers.map(mentionOf) : [],
    refreshFor: viewers.slice(0, viewsAtMost),
    ...(answer === undefined ? {} : { answer }),
    now: ports.now(),
  }
}

/** In cards Teams takes the Entra object id as well as its own id (Format cards in Teams, mentions). */
function mentionOf({ objectId, name }: Policy['approvers'][number]): Mention {
  return { id: objectId, name }
}

/** The question that a finished request began with, answered anew from what Azure says now. */
export async function answerAnew(
  { state, change, plan }: ApprovalRequest,
  { library, gateway }: RequestViewPorts,
): Promise<Verdict | undefined> {
  if (state.is !== 'done' || change.kind !== 'allow-hosts') return undefined
  const collection = library.collection(change.purpose.collection)
  if (collection === undefined) return undefined
  const read = await gateway.read(plan.workspaceId)
  return read.ok ? judge({ collection }, read.value) : undefined
}
