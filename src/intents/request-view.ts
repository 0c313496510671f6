import type { RequestData } from '../cards/card-data.ts'
import { collectionOf } from '../changes/change.ts'
import { countedApprovals, watches } from '../changes/decide.ts'
import { isApprover, type Policy, quorumOf, unreadGroups } from '../changes/policy.ts'
import type { ApprovalRequest, Instant } from '../changes/request.ts'
import { policyOn } from '../changes/terms.ts'
import type { Mention } from '../conversation/messenger.ts'
import { type Person, samePerson } from '../conversation/person.ts'
import type { ReferenceStore } from '../conversation/references.ts'
import type { Library } from '../knowledge/library.ts'

export interface RequestViewPorts {
  readonly library: Library
  readonly references: ReferenceStore
  readonly policy: () => Policy
  readonly now: () => Instant
}

/** Teams lets at most 60 people have a view of their own (Universal Actions for Adaptive Cards). */
const viewsAtMost = 60

/** Everything that a request's card shows, as it stands now. Reads, changes nothing. */
export async function requestView(
  request: ApprovalRequest,
  role: RequestData['role'],
  view: RequestData['view'],
  ports: RequestViewPorts,
): Promise<RequestData> {
  const { change, requester, state } = request
  const named = collectionOf(change)
  const collection = named === undefined ? undefined : ports.library.collection(named)
  const awaiting = state.is === 'awaiting-approval'
  const policy = policyOn(ports.policy(), request)
  const { approvers } = policy
  const objectIds = approvers.map(approver => approver.objectId)
  const viewers = awaiting
    ? await ports.references.userIds(requester.tenantId, [requester.objectId, ...objectIds])
    : []
  return {
    request,
    role,
    view,
    ...(collection === undefined ? {} : { collection }),
    mention: awaiting && role === 'approval' ? [...approvers.map(mentionOf), ...groupsOf(policy)] : [],
    refreshFor: viewers.slice(0, viewsAtMost),
    ...(state.is === 'done' && state.answer !== undefined ? { answer: state.answer } : {}),
    ...(awaiting && quorumOf(policy) > 1
      ? {
          quorum: {
            of: quorumOf(policy),
            counted: countedApprovals(request, policy).map(({ by }) => by.name),
          },
        }
      : {}),
    ...(awaiting && unreadGroups(policy).length > 0 ? { unreadGroups: unreadGroups(policy) } : {}),
    ...(policy.permissions === 'policy-only' ? { policyOnly: true } : {}),
    now: ports.now(),
  }
}

/** Groups cannot be mentioned; their names stand beside the mentions. */
function groupsOf({ approverGroups = [] }: Policy): readonly Mention[] {
  return approverGroups.map(({ name }) => ({ id: '', name }))
}

/** In cards Teams takes the Entra object id as well as its own id (Format cards in Teams, mentions). */
function mentionOf({ objectId, name }: Policy['approvers'][number]): Mention {
  return { id: objectId, name }
}

/** Whose view of a request this person gets. */
export function viewOf(request: ApprovalRequest, person: Person, policy: Policy): RequestData['view'] {
  if (samePerson(person, request.requester)) return 'requester'
  if (watches(request, person)) return 'watcher'
  return isApprover(policyOn(policy, request), person) ? 'approver' : 'everybody'
}
