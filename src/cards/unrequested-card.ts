import type { Labels } from '../language/labels.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import type { Freshness } from './card-data.ts'
import { button, facts, head, hostRow, hostSection } from './fragments.ts'
import { freshnessLine } from './freshness-line.ts'
import { type Rendered, render } from './render.ts'
import { verbs } from './verbs.ts'

/** More rows would pass a card's size. */
const rowsShown = 60

/** Hosts that a workspace lets through and that nobody requested here. */
export function unrequestedCard(
  {
    workspace,
    hosts,
    freshness,
  }: {
    readonly workspace: Workspace
    readonly hosts: readonly { readonly host: string; readonly rule: string }[]
    readonly freshness: Freshness
  },
  labels: Labels,
): Rendered {
  const { lifetime } = labels
  const title = lifetime.unrequestedTitle(hosts.length, workspace.name)
  const shown = hosts.slice(0, rowsShown)
  return render('notice-card', labels.locale, title, {
    head: head(hosts.length === 0 ? 'good' : 'warning', hosts.length === 0 ? '✓' : '!', title, [
      hosts.length === 0 ? '' : lifetime.unrequestedIntro,
      freshnessLine(freshness, labels),
      hosts.length > shown.length ? labels.answers.page(1, shown.length, hosts.length) : '',
    ]),
    ...{ mention: [], entities: [], facts: facts([]) },
    hosts: hostSection(
      labels.counts.hosts(hosts.length),
      shown.map(({ host, rule }) => hostRow(host, labels.verdict.coveredBy(rule))),
    ),
    actions: [
      button(verbs.showNetwork, labels.buttons.showNetwork(workspace.name), { workspace: workspace.id }),
      button(verbs.history, labels.lifetime.history(workspace.name), { workspaces: workspace.name }),
    ],
  })
}
