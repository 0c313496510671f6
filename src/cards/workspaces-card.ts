import type { Labels } from '../language/labels.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { partsOf } from '../workspace/workspace-id.ts'
import type { WorkspacesData } from './card-data.ts'
import { markdownText } from './escape.ts'
import { button, foot, head, linesOf, notice } from './fragments.ts'
import { freshnessLine, listedLine } from './freshness-line.ts'
import { type LookUp, lookUp } from './look-up.ts'
import { pageOf } from './page-of.ts'
import { type Rendered, render } from './render.ts'
import { verbs } from './verbs.ts'

/** Rows of one card: each is about 1 kB, and a card must stay below 28 kB. */
const rowsShown = 16
const unreadShown = 3

/** The workspaces that the bot sees, or those that were asked for, a page at a time: each a row that leads to its network. */
export function workspacesCard(data: WorkspacesData, labels: Labels): Rendered {
  const { workspaces, unread, freshness, filter, now } = data
  const asked = filter?.asked ?? lookUp('list_workspaces')
  const title = workspacesTitle(data, labels)
  const { shown, line, buttons } = pageOf(workspaces, data.page ?? 1, rowsShown, asked, labels)
  return render('workspaces', labels.locale, title, {
    head: head(unread.length > 0 ? 'warning' : 'emphasis', unread.length > 0 ? '!' : 'i', title, [
      filter === undefined ? '' : filterLine(asked, labels),
      workspaces.length > 0
        ? ''
        : filter === undefined
          ? labels.workspaces.none
          : labels.answers.nothingPasses,
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
      text: markdownText(
        `${stateOf(workspace, labels)} · ${workspace.location} · ${partsOf(workspace.id).resourceGroup}`,
      ),
    })),
    more: linesOf([line]),
    foot: foot(
      linesOf([
        freshness.is === 'live' ? listedLine(freshness.at, now, labels) : freshnessLine(freshness, labels),
      ]),
    ),
    actions: [
      ...buttons,
      ...(filter === undefined ? [] : [button(verbs.listWorkspaces, labels.buttons.listWorkspaces, {})]),
    ],
  })
}

export function workspacesTitle({ workspaces, unread, filter }: WorkspacesData, labels: Labels): string {
  return filter === undefined
    ? labels.workspaces.title(workspaces.length, unread.length === 0)
    : labels.answers.filtered(workspaces.length, filter.all)
}

/** What a list was narrowed to, in words. */
function filterLine(
  { isolationMode, networkState, publicAccess, region, named, fqdns }: LookUp,
  labels: Labels,
): string {
  const { filters } = labels.answers
  const parts = [
    ...(isolationMode === undefined ? [] : [labels.values.isolationMode(isolationMode, '')]),
    ...(networkState === undefined ? [] : [filters.status(networkState)]),
    ...(publicAccess === undefined ? [] : [filters.publicAccess(publicAccess)]),
    ...(region === undefined ? [] : [filters.region(region)]),
    ...(named === undefined ? [] : [filters.named(named)]),
    ...(fqdns.length === 0 ? [] : [filters.hosts(fqdns)]),
  ]
  const line = parts.join(', ')
  // A host keeps its spelling, at the head of a sentence too.
  if (parts.length === 1 && fqdns.length > 0) return `${line}.`
  return line === '' ? '' : `${line.charAt(0).toUpperCase()}${line.slice(1)}.`
}

function stateOf({ hubId, network }: Workspace, labels: Labels): string {
  return hubId === undefined
    ? labels.workspaces.row(network.isolationMode, network.status)
    : labels.workspaces.projectRow(partsOf(hubId).name)
}
