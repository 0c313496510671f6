import type { ApprovalRequest } from '../changes/request.ts'
import type { Mention } from '../conversation/messenger.ts'
import type { Labels } from '../language/labels.ts'
import { bareText, mentionName } from './escape.ts'
import type { News } from './news.ts'

/** What approvers are told of a request that nobody has decided yet; each of them is mentioned. */
export function reminderOf(
  { number, change, plan, expiresAt }: ApprovalRequest,
  collectionName: string | undefined,
  approvers: readonly Mention[],
  labels: Labels,
): News {
  const mentions = approvers.flatMap(({ id, name }) => {
    const shown = mentionName(name)
    return shown === '' ? [] : [{ id, name: shown }]
  })
  const workspace = plan.workspaceName
  const purpose =
    change.kind === 'allow-hosts'
      ? labels.request.purpose({ collection: collectionName ?? change.purpose.collection, workspace })
      : labels.request.provisioning(workspace)
  const text = bareText(labels.road.reminder({ number, purpose, until: labels.times.instant(expiresAt) }))
  const names = mentions.map(({ name }) => `<at>${name}</at>`)
  return { text: [...names, text].join(' '), mentions }
}
