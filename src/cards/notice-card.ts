import type { NoticeMatter } from '../changes/notice-matter.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Labels } from '../language/labels.ts'
import { button, facts, head, hostRow, hostSection } from './fragments.ts'
import { mentionLine } from './mention-line.ts'
import { type Rendered, render } from './render.ts'
import { verbs } from './verbs.ts'

/** What whoever made a request is told about it long after it was done, with a button that goes on from there. */
export function noticeCard(
  reader: KnownPerson,
  what: Extract<NoticeMatter, { is: 'limit-ends' }>,
  labels: Labels,
): Rendered {
  const { lifetime } = labels
  const until = labels.times.instant(what.until)
  const title = lifetime.endsTitle(what.hosts.length, what.workspace)
  const about = (names: string) => lifetime.yourRequest(names, what.number)
  return render('notice-card', labels.locale, `${title}. ${lifetime.endsIntro(until)}`, {
    head: head('warning', '!', title, [lifetime.endsIntro(until)]),
    ...mentionLine([{ id: reader.userId, name: reader.name }], labels, about),
    hosts: hostSection(
      lifetime.endsHosts(what.hosts.length),
      what.hosts.map(host => hostRow(host)),
    ),
    facts: facts([
      [labels.facts.workspace, what.workspace],
      [lifetime.until, until],
    ]),
    actions: [
      button(verbs.openExtend, lifetime.extend, { request: what.request }, { style: 'positive' }),
      button(verbs.showRequest, labels.buttons.showRequest(what.number), { request: what.request }),
    ],
  })
}
