import type { Labels } from '../language/labels.ts'
import { foot, head, linesOf } from './fragments.ts'
import type { RequestListData } from './register-data.ts'
import { pageButtons, purposeIn, registerRow } from './register-rows.ts'
import { type Rendered, render } from './render.ts'
import { requestLook } from './request-look.ts'

/** Requests as a list, newest first, each a row that leads to its card. */
export function requestListCard(data: RequestListData, labels: Labels): Rendered {
  const { scope, question, page, collection, isApprover, newest, now } = data
  const { register, times, request: words } = labels
  const about = labels.counts.list([
    ...question.workspaces,
    ...question.hosts,
    ...question.collections.map(id => collection(id)?.name ?? id),
  ])
  const some = page.items.length > 0
  const title = register.listTitle(scope, some, about === '' ? undefined : about)
  const forMe = scope === 'for-me'
  return render('register', labels.locale, title, {
    showAs: [],
    head: head(some && forMe ? 'accent' : 'emphasis', some && forMe ? '…' : 'i', title, [
      forMe && !isApprover ? register.notAnApprover : '',
      some ? register.pressForCard : '',
    ]),
    rows: page.items.map(request =>
      registerRow(
        request,
        purposeIn(request, collection, labels),
        [words.askedBy(request.requester.name, times.instant(request.requestedAt))],
        labels,
        { text: words.state(request.state.is), look: requestLook({ request, role: 'status' }) },
      ),
    ),
    foot: foot(linesOf([labels.freshness.asOf(times.instant(now))])),
    actions: pageButtons({ list: scope }, question, { older: page.older, newest }, labels),
  })
}
