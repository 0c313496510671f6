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
  what: Exclude<NoticeMatter, { is: 'waiting-ended' }>,
  labels: Labels,
): Rendered {
  const { lifetime } = labels
  if (what.is === 'drift') return driftCard(reader, what, labels)
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

function driftCard(
  reader: KnownPerson,
  what: Extract<NoticeMatter, { is: 'drift' }>,
  labels: Labels,
): Rendered {
  const { lifetime } = labels
  const { vanished, widened, number, workspace, collection } = what
  const title = lifetime.driftTitle(vanished.length, widened.length, workspace)
  const intro = lifetime.driftIntro(number)
  const about = (names: string) => lifetime.yourRequest(names, number)
  const again =
    collection === undefined
      ? button(verbs.openChange, lifetime.requestAgain, {
          workspace: what.workspaceId,
          allow: vanished.join(','),
        })
      : button(verbs.openRequest, lifetime.requestAgain, { workspace: what.workspaceId, collection })
  return render('notice-card', labels.locale, `${title}. ${intro}`, {
    head: head('warning', '!', title, [intro]),
    ...mentionLine([{ id: reader.userId, name: reader.name }], labels, about),
    hosts: [
      ...hostSection(
        lifetime.vanished(vanished.length),
        vanished.map(host => hostRow(host)),
      ),
      ...hostSection(
        lifetime.widened(widened.length),
        widened.map(host => hostRow(host)),
      ),
    ],
    facts: facts([[labels.facts.workspace, workspace]]),
    actions: [
      ...(vanished.length === 0 ? [] : [{ ...again, style: 'positive' as const }]),
      button(verbs.showNetwork, labels.buttons.showNetwork(workspace), { workspace: what.workspaceId }),
      button(verbs.showRequest, labels.buttons.showRequest(number), { request: what.request }),
    ],
  })
}
