import type { GatewayTrouble } from '../workspace/gateway.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import type { Freshness, WorkspaceReader } from '../workspace/reader.ts'
import { partsOf, type WorkspaceId } from '../workspace/workspace-id.ts'

/** A workspace and the one whose network counts for it: itself, or of a Project its hub. */
export type JudgedNetwork =
  | {
      readonly ok: true
      readonly workspace: Workspace
      readonly hub?: Workspace
      /** The workspace or its hub. */
      readonly judged: Workspace
      readonly freshness: Freshness
    }
  | { readonly ok: false; readonly trouble: GatewayTrouble }

/** Reads a workspace live, and its hub where that has the network. */
export async function judgedNetwork(
  id: WorkspaceId,
  reader: Pick<WorkspaceReader, 'read'>,
): Promise<JudgedNetwork> {
  const own = await reader.read(id)
  if (!own.ok) return own
  const { workspace, freshness } = own
  if (workspace.kind !== 'Project' || workspace.hubId === undefined)
    return { ok: true, workspace, judged: workspace, freshness }
  const hub = await reader.read(workspace.hubId)
  if (!hub.ok) {
    const because = hub.trouble.is
    if (because !== 'not-found' && because !== 'forbidden') return hub
    return {
      ok: false,
      trouble: { is: 'hub-unread', hub: partsOf(workspace.hubId).name, because },
    }
  }
  return { ok: true, workspace, hub: hub.workspace, judged: hub.workspace, freshness: hub.freshness }
}

/**
 * The same for a plan that is to be frozen: what was read before does not do, since nobody may be asked to approve what may be
 * past.
 */
export async function liveNetwork(
  id: WorkspaceId,
  reader: Pick<WorkspaceReader, 'read'>,
): Promise<JudgedNetwork> {
  const seen = await judgedNetwork(id, reader)
  return seen.ok && seen.freshness.is === 'cached' ? { ok: false, trouble: seen.freshness.because } : seen
}
