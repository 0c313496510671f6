import type { Seen, WorkspaceReader } from '../workspace/reader.ts'
import { type WorkspaceId, workspaceKey } from '../workspace/workspace-id.ts'

/** Within one answer each workspace is read once: two projects of one hub ask Azure for the hub a single time. */
export function readOnce(reader: Pick<WorkspaceReader, 'read'>): Pick<WorkspaceReader, 'read'> {
  const reads = new Map<string, Promise<Seen>>()
  return {
    read: (id: WorkspaceId) => {
      const key = workspaceKey(id)
      const known = reads.get(key) ?? reader.read(id)
      reads.set(key, known)
      return known
    },
  }
}
