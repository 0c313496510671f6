import { undoOf } from '../changes/undo.ts'
import type { Labels } from '../language/labels.ts'
import type { RequestData } from './card-data.ts'
import { type Button, button } from './fragments.ts'
import { verbs } from './verbs.ts'

/** Whether this view of the card decides. The base card does too, for clients that fetch no view of their own. */
export function decides({ request, role, view }: RequestData): boolean {
  return (
    request.state.is === 'awaiting-approval' &&
    role === 'approval' &&
    view !== 'requester' &&
    view !== 'watcher'
  )
}

/** What this view of the card lets whoever looks at it do. */
export function requestButtons(data: RequestData, labels: Labels): readonly Button[] {
  const { request, view } = data
  const ids = { request: request.id }
  if (request.state.is !== 'awaiting-approval')
    return undoOf(request).ok
      ? [
          ...(request.plan.effect.until === undefined || data.now >= request.plan.effect.until
            ? []
            : [
                button(verbs.openExtend, labels.lifetime.extend, ids, {
                  tooltip: labels.lifetime.extendHint(request.number),
                }),
              ]),
          button(verbs.openUndo, labels.lifetime.undo, ids, {
            tooltip: labels.lifetime.undoHint(request.number),
          }),
        ]
      : []
  if (view === 'requester') return [button(verbs.withdraw, labels.buttons.withdraw, ids)]
  if (!decides(data)) return []
  return [
    button(verbs.approve, labels.buttons.approve, ids, {
      style: 'positive',
      inputs: 'auto',
      tooltip: labels.buttons.approveHint(request.number),
    }),
    button(verbs.reject, labels.buttons.reject, ids, {
      style: 'destructive',
      inputs: 'auto',
      tooltip: labels.buttons.rejectHint(request.number),
    }),
  ]
}
