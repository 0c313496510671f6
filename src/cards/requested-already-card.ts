import type { Labels } from '../language/labels.ts'
import type { OpenRequest } from './card-data.ts'
import { button, head } from './fragments.ts'
import { type Rendered, render } from './render.ts'
import { verbs } from './verbs.ts'
import { tellsToo } from './verdict-buttons.ts'

/** Somebody has asked for the same: no second request, but whoever wants it too can be told of its end. */
export function requestedAlreadyCard(open: OpenRequest, labels: Labels): Rendered {
  const title = labels.buttons.showRequest(open.number)
  const sentence = labels.refusal({ is: 'already-requested', ...open })
  const request = { request: open.id }
  return render('no-plan', labels.locale, sentence, {
    head: head('accent', '…', labels.verdict.openRequest(open), [
      sentence,
      tellsToo(open) ? labels.proposal.watchersDoNotDecide : '',
    ]),
    actions: [
      ...(tellsToo(open)
        ? [button(verbs.watch, labels.proposal.tellMeToo, request, { style: 'positive' })]
        : []),
      button(verbs.showRequest, title, request),
    ],
  })
}
