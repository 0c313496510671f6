import type { AuditRecord } from '../../src/changes/audit.ts'
import { nextLook } from '../../src/changes/remind.ts'
import { type ApprovalRequest, type Instant, isOpen, moves } from '../../src/changes/request.ts'
import type { Moved, NewRequest, RequestStore } from '../../src/changes/store.ts'
import { samePerson } from '../../src/conversation/person.ts'
import { sameWorkspace, workspaceKey } from '../../src/workspace/workspace-id.ts'

/** Requests in memory: strict about moves and versions, as the real store is. */
export interface MemoryRequests extends RequestStore {
  now(id: string): ApprovalRequest
  all(): readonly ApprovalRequest[]
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
  const put = (request: ApprovalRequest, look: Instant | undefined): ApprovalRequest => {
    requests.set(request.id, request)
    looks.set(request.id, look)
    return request
  }
  const openWith = (digest: string) =>
    [...requests.values()].find(each => each.digest === digest && isOpen(each))
  const insert = ({ pressedCard: _, ...request }: NewRequest): ApprovalRequest =>
    put(
      {
        ...request,
        number: Math.max(0, ...[...requests.values()].map(({ number }) => number)) + 1,
        version: 1,
        state: { is: 'awaiting-approval' },
      },
      nextLook(request, request.requestedAt),
    )
  const writerBeside = (request: ApprovalRequest) =>
    [...requests.values()].find(
      each =>
        each.id !== request.id &&
        each.state.is === 'applying' &&
        sameWorkspace(each.plan.workspaceId, request.plan.workspaceId),
    )

  const move: RequestStore['move'] = async (from, to, look, record): Promise<Moved> => {
    await Promise.resolve()
    const stored = now(from.id)
    if (!moves[from.state.is].includes(to.is))
      throw new Error(`a request cannot move from ${from.state.is} to ${to.is}`)
    const writer = writerBeside(from)
    if (to.is === 'applying' && from.state.is !== 'applying' && writer !== undefined)
      return { is: 'blocked', by: writer.number }
    if (stored.version !== from.version) return { is: 'stale' }
    if (record !== undefined) records.push(record)
    return { is: 'moved', request: put({ ...stored, version: stored.version + 1, state: to }, look) }
  }

  return {
    now,
    all: () => [...requests.values()],
    look: id => looks.get(id),
    records,
    find: async id => requests.get(id),
    move,
    submit: async (request, record) => {
      const repeated = requests.get(request.id)
      if (repeated !== undefined) return { is: 'repeated', request: repeated }
      const existing = openWith(request.digest)
      if (existing !== undefined) return { is: 'already-requested', request: existing }
      records.push(record)
      return { is: 'created', request: insert(request) }
    },
    openIn: async workspace =>
      [...requests.values()].filter(
        each => isOpen(each) && workspaceKey(each.plan.workspaceId) === workspace,
      ),
    doneIn: async workspace =>
      [...requests.values()].filter(
        each => each.state.is === 'done' && workspaceKey(each.plan.workspaceId) === workspace,
      ),
    watch: async (id, watcher, record, mayWatch) => {
      const request = requests.get(id)
      if (request === undefined || !isOpen(request)) return 'ended'
      const { watchers = [] } = request
      if (watchers.some(({ person }) => samePerson(person, watcher.person))) return 'watched-already'
      if (!mayWatch(request)) return 'not-allowed'
      records.push(record)
      requests.set(id, { ...request, watchers: [...watchers, watcher] })
      return 'watches'
    },
    decide: async (from, to, decision, at, record) => {
      await Promise.resolve()
      const stored = now(from.id)
      const own = decision !== undefined && samePerson(decision.by, stored.requester)
      const waits = stored.state.is === 'awaiting-approval' && stored.expiresAt > at
      if (stored.version !== from.version || !waits || own) return { is: 'stale' }
      records.push(record)
      const look =
        to.is === 'approved' ? at : to.is === 'awaiting-approval' ? nextLook(stored, at) : undefined
      return { is: 'moved', request: put({ ...stored, version: stored.version + 1, state: to }, look) }
    },
    replace: async (from, ended, successor, record) => {
      await Promise.resolve()
      if (now(from.id).version !== from.version) return { is: 'stale' }
      const existing = openWith(successor.digest)
      if (existing === undefined) records.push(record.submitted)
      const next = existing ?? insert(successor)
      return move(from, ended(next.number), undefined, record.ended)
    },
    record: async record => {
      records.push(record)
    },
  }
}
