import { purposeOf, undoneBy } from '../changes/change.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import type { Labels, Subject } from '../language/labels.ts'

type Asked = Pick<ApprovalRequest, 'change' | 'plan'>

/** What a request for a collection is about, by the names that people use; of other requests nothing. */
export function subjectOf({ change, plan }: Asked, collectionName: string | undefined): Subject | undefined {
  const purpose = purposeOf(change)
  if (purpose === undefined) return undefined
  return { collection: collectionName ?? purpose.collection, workspace: plan.workspaceName }
}

/** What a request is for, in a few words. */
export function purposeLine(request: Asked, collectionName: string | undefined, labels: Labels): string {
  const { change, plan } = request
  const undone = undoneBy(change)
  if (undone !== undefined)
    return undone.atLimit === true
      ? labels.lifetime.atLimit(undone.request, plan.workspaceName)
      : labels.lifetime.undoes(undone.request, plan.workspaceName)
  if (change.kind === 'allow-hosts' && change.extends !== undefined)
    return labels.lifetime.extends(change.extends, plan.effect.hosts.length, plan.workspaceName)
  const subject = subjectOf(request, collectionName)
  if (subject !== undefined) return labels.request.purpose(subject)
  if (change.kind === 'provision-network')
    return labels.request.provisioning(plan.workspaceName, change.includeSpark)
  const closed = change.kind === 'remove-hosts' ? change.collection : undefined
  return labels.plan.purpose(
    plan.workspaceName,
    plan.effect.hosts.length,
    plan.effect.removed?.length ?? 0,
    closed === undefined ? undefined : (collectionName ?? closed),
  )
}
