import type { GatewayTrouble } from '../workspace/gateway.ts'
import type { WorkspaceReader } from '../workspace/reader.ts'
import { partsOf, type WorkspaceId } from '../workspace/workspace-id.ts'
import { likeness, pairsOf } from './closest-names.ts'

/** A workspace that may be meant, as a button shows it. */
export interface Candidate {
  readonly title: string
  readonly id: WorkspaceId
}

/** A target, found exactly or asked for. Never guessed. */
export type Found =
  | { readonly is: 'found'; readonly id: WorkspaceId }
  | { readonly is: 'several'; readonly candidates: readonly Candidate[] }
  | { readonly is: 'none'; readonly closest: readonly Candidate[] }
  | { readonly is: 'trouble'; readonly trouble: GatewayTrouble }

const buttonsAtMost = 5

/** By its name, or by its name and resource group as a button says them: "ws-prod (rg-a)". */
export async function findWorkspace(name: string, reader: WorkspaceReader): Promise<Found> {
  const inGroup = /^(?<plain>\S+) \([^()]+\)$/.exec(name)?.groups?.plain
  if (inGroup !== undefined) {
    const seen = await reader.named(inGroup)
    const meant = seen.ok ? seen.fleet.workspaces.filter(({ id }) => nameInGroup(id) === name) : []
    const [only] = meant
    if (only !== undefined && meant.length === 1) return { is: 'found', id: only.id }
  }
  const seen = await reader.named(name)
  if (!seen.ok) return { is: 'trouble', trouble: seen.trouble }
  const [first, ...others] = seen.fleet.workspaces
  if (first === undefined) return { is: 'none', closest: await closest(name, reader) }
  if (others.length === 0) return { is: 'found', id: first.id }
  return {
    is: 'several',
    candidates: seen.fleet.workspaces
      .slice(0, buttonsAtMost)
      .map(({ id }) => ({ id, title: nameInGroup(id) })),
  }
}

/** How a workspace is named where its name alone may not tell it from others of the same name. */
export async function sayableName(id: WorkspaceId, reader: WorkspaceReader): Promise<string> {
  const { name } = partsOf(id)
  const seen = await reader.recent()
  const same = seen.ok ? seen.fleet.workspaces.filter(each => each.name === name) : []
  return same.length > 1 ? nameInGroup(id) : name
}

/** As a button names it among others of its name. */
export function nameInGroup(id: WorkspaceId): string {
  const { name, resourceGroup } = partsOf(id)
  return `${name} (${resourceGroup})`
}

/** The workspaces whose names are most like this one, for buttons: which of them is meant, the person says. */
export async function closest(
  name: string,
  reader: WorkspaceReader,
  atMost = buttonsAtMost,
): Promise<readonly Candidate[]> {
  const seen = await reader.recent()
  if (!seen.ok) return []
  const wanted = pairsOf(name)
  return seen.fleet.workspaces
    .map(workspace => ({ workspace, likeness: likeness(wanted, pairsOf(workspace.name)) }))
    .sort((a, b) => b.likeness - a.likeness || a.workspace.name.localeCompare(b.workspace.name, 'en'))
    .slice(0, atMost)
    .map(({ workspace }) => ({ id: workspace.id, title: workspace.name }))
}
