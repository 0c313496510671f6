import type { AuditRecord } from '../../src/changes/audit.ts'
import { type ApprovalRequest, type Instant, moves } from '../../src/changes/request.ts'
import type { Moved, RequestStore } from '../../src/changes/store.ts'
import { sameWorkspace } from '../../src/workspace/workspace-id.ts'

/** Requests in memory: strict about moves and versions, as the real store is. */
export interface MemoryRequests extends RequestStore {
  now(id: string): ApprovalRequest
  /** When the request is next to be looked at. */
  look(id: string): Instant | undefined
  readonly records: readonly AuditRecord[]
}

export function memoryRequests(...initial: readonly ApprovalRequest[]): MemoryRequests {
  const requests = new Map(initial.map(request => [request.id, request]))
  const looks = new Map<string, Instant | undefined>()
  const records: AuditRecord[] = []

  const now = (id: string): ApprovalRequest => {
    const request = requests.get(id)
    if (request === undefined) throw new Error(`there is no request ${id}`)
    return request
  }
  const notNeeded = async (): Promise<never> => {
    throw new Error('a tick does not do this')
  }
  const move: RequestStore['move'] = async (from, to, look, record): Promise<Moved> => {
    await Promise.resolve()
    const stored = now(from.id)
    if (!moves[from.state.is].includes(to.is))
      throw new Error(`a request cannot move from ${from.state.is} to ${to.is}`)
    const writer = [...requests.values()].find(
      each =>
        each.id !== from.id &&
        each.state.is === 'applying' &&
        sameWorkspace(each.plan.workspaceId, from.plan.workspaceId),
    )
    if (to.is === 'applying' && from.state.is !== 'applying' && writer !== undefined)
      return { is: 'blocked', by: writer.number }
    if (stored.version !== from.version) return { is: 'stale' }
    if (record !== undefined) records.push(record)
    const request = { ...stored, version: stored.version + 1, state: to }
    requests.set(from.id, request)
    looks.set(from.id, look)
    return { is: 'moved', request }
  }

  return {
    now,
    look: id => looks.get(id),
    records,
    find: async id => requests.get(id),
    move,
    submit: notNeeded,
    openIn: notNeeded,
    decide: notNeeded,
    record: notNeeded,
  }
}
