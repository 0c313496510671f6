import type { ApprovalRequest } from '../changes/request.ts'
import type { Mention } from '../conversation/messenger.ts'
import type { Labels } from '../language/labels.ts'
import { bareText, mentionName } from './escape.ts'
import type { News } from './news.ts'
import { purposeLine } from './purpose-line.ts'

/** What approvers are told of a request that nobody has decided yet; each of them is mentioned. */
export function reminderOf(
  request: ApprovalRequest,
  collectionName: string | undefined,
  approvers: readonly Mention[],
  labels: Labels,
): News {
  const mentions = approvers.flatMap(({ id, name }) => {
    const shown = mentionName(name)
    return shown === '' ? [] : [{ id, name: shown }]
  })
  const purpose = purposeLine(request, collectionName, labels)
  const until = labels.times.instant(request.expiresAt)
  const text = bareText(labels.road.reminder({ number: request.number, purpose, until }))
  const names = mentions.map(({ name }) => `<at>${name}</at>`)
  return { text: [...names, text].join(' '), mentions }
}
