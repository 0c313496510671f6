import type { LookUp } from '../cards/look-up.ts'
import type { GatewayTrouble } from '../workspace/gateway.ts'
import type { WorkspaceReader } from '../workspace/reader.ts'
import { partsOf, type WorkspaceId } from '../workspace/workspace-id.ts'
import { type Candidate, findWorkspace } from './find-workspace.ts'

/** A workspace that was named: found, or what stands in its way. Never guessed. */
export type Target =
  | { readonly is: 'found'; readonly name: string; readonly id: WorkspaceId }
  | { readonly is: 'several'; readonly name: string; readonly candidates: readonly Candidate[] }
  /** The candidates are those whose names come closest. */
  | { readonly is: 'none'; readonly name: string; readonly candidates: readonly Candidate[] }
  | { readonly is: 'trouble'; readonly name: string; readonly trouble: GatewayTrouble }

/** Every workspace that a question names, each once, in the order in which they stand there. */
export async function targetsOf(
  { workspaces, ids, maybe }: Pick<LookUp, 'workspaces' | 'ids' | 'maybe'>,
  reader: WorkspaceReader,
): Promise<readonly Target[]> {
  const named = await Promise.all(
    [...new Set(workspaces)].map(async (name): Promise<Target> => {
      const found = await findWorkspace(name, reader)
      switch (found.is) {
        case 'found':
          return { is: 'found', name, id: found.id }
        case 'several':
          return { is: 'several', name, candidates: found.candidates }
        case 'none':
          return { is: 'none', name, candidates: found.closest }
        case 'trouble':
          return { is: 'trouble', name, trouble: found.trouble }
      }
    }),
  )
  if (maybe !== undefined && maybe.workspaces.length > 0) {
    const seen = await reader.recent()
    const all = seen.ok ? seen.fleet.workspaces : []
    const candidates = all
      .filter(({ name }) => maybe.workspaces.includes(name))
      .map(({ id, name }) => ({ id, title: name }))
    named.push({ is: 'several', name: '', candidates })
  }
  return [...ids.map((id): Target => ({ is: 'found', name: partsOf(id).name, id })), ...named]
}
