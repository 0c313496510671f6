import type { Labels } from '../language/labels.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { partsOf } from '../workspace/workspace-id.ts'
import type { WorkspacesData } from './card-data.ts'
import { markdownText } from './escape.ts'
import { button, foot, head, linesOf, notice } from './fragments.ts'
import { freshnessLine } from './freshness-line.ts'
import { type Rendered, render } from './render.ts'
import { verbs } from './verbs.ts'

/** Rows of one card: each is about 1 kB, and a card must stay below 28 kB. */
const rowsShown = 16
const unreadShown = 3

/** All workspaces that the bot sees, each a row that leads to its network. */
export function workspacesCard({ workspaces, unread, freshness }: WorkspacesData, labels: Labels): Rendered {
  const title = labels.workspaces.title(workspaces.length, unread.length === 0)
  const shown = workspaces.slice(0, rowsShown)
  const rest = workspaces.length - shown.length
  return render('workspaces', labels.locale, title, {
    head: head(unread.length > 0 ? 'warning' : 'emphasis', unread.length > 0 ? '!' : 'i', title, [
      workspaces.length === 0 ? labels.workspaces.none : '',
    ]),
    unread: notice(
      'warning',
      undefined,
      unread
        .slice(0, unreadShown)
        .map(({ subscriptionId, trouble }) => labels.workspaces.unread(subscriptionId, trouble)),
    ),
    rows: shown.map(workspace => ({
      ...button(verbs.showNetwork, labels.buttons.showNetwork(workspace.name), { workspace: workspace.id }),
      name: markdownText(workspace.name),
      text: markdownText(`${stateOf(workspace, labels)} · ${partsOf(workspace.id).resourceGroup}`),
    })),
    more: linesOf(rest === 0 ? [] : [labels.workspaces.more(rest)]),
    foot: foot(linesOf([freshnessLine(freshness, labels)])),
    actions: [],
  })
}

function stateOf({ hubId, network }: Workspace, labels: Labels): string {
  return hubId === undefined
    ? labels.workspaces.row(network.isolationMode, network.status)
    : labels.workspaces.projectRow(partsOf(hubId).name)
}
