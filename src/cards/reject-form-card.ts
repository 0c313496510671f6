import type { Refusal } from '../changes/refusal.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import type { Labels } from '../language/labels.ts'
import { bareText } from './escape.ts'
import { button, type DialogButton, dialogButton, head, notice } from './fragments.ts'
import { type Rendered, render } from './render.ts'
import { inputs, verbs } from './verbs.ts'

/** Asks why a request is rejected: the content of a dialog, and as good as a message. */
export function rejectFormCard(
  { request, problem }: { readonly request: ApprovalRequest; readonly problem?: Refusal },
  labels: Labels,
): Rendered {
  const title = labels.buttons.rejectHint(request.number)
  const asked = labels.request.askedBy(request.requester.name, labels.times.instant(request.requestedAt))
  return render('reject-form', labels.locale, title, {
    head: head('accent', '?', title, [asked]),
    problem: notice('attention', undefined, [problem === undefined ? '' : labels.refusal(problem)]),
    reason: notice('emphasis', labels.headings.reason, [request.reason]),
    comment: [
      {
        id: inputs.comment,
        label: bareText(labels.request.commentLabel),
        placeholder: bareText(labels.request.commentHint),
        error: bareText(labels.refusal({ is: 'comment-missing' })),
      },
    ],
    actions: [
      button(
        verbs.reject,
        labels.buttons.reject,
        { request: request.id },
        { style: 'destructive', inputs: 'auto', tooltip: title },
      ),
    ],
  })
}

/** The button that opens it. */
export function rejectInDialog({ id, number }: ApprovalRequest, labels: Labels): DialogButton {
  return dialogButton(
    verbs.openReject,
    labels.dialogs.reject,
    { request: id },
    labels.dialogs.rejectHint(number),
  )
}
