import type { AuditRecord } from '../../changes/audit.ts'
import { driftEveryMs } from '../../changes/drift.ts'
import { nextLook } from '../../changes/remind.ts'
import { type ApprovalRequest, type Instant, moves, type RequestState } from '../../changes/request.ts'
import type { Moved, RequestStore } from '../../changes/store.ts'
import { warningTime } from '../../changes/time-limit.ts'
import { workspaceKey } from '../../workspace/workspace-id.ts'
import { appendAudit } from './audit-log.ts'
import { againAfterConflict } from './conflict.ts'
import { noteDrift } from './drifts.ts'
import type { Engine } from './engine.ts'
import { noteLimit } from './limits.ts'
import { existingRequest, insertRequest, takeNextNumber } from './new-request.ts'
import { keyOf, queues } from './queues.ts'
import { columns, openStates, requestsFrom, timestamp } from './request-rows.ts'
import { storableJson } from './storable.ts'
import { watchRequest } from './watchers.ts'

const stale: Moved = { is: 'stale' }

/** Rolls the audit record back together with the move that did not happen. */
class NotMoved extends Error {}

/**
 * Requests in PostgreSQL. The promises are kept by the database: a decision by one conditional update, one writer and one open
 * request per effect by unique indexes, everything that follows by jobs in the same transaction.
 */
export function postgresRequests(engine: Engine): RequestStore {
  const { sql } = engine
  const one = async (text: string, params: readonly unknown[]) => (await requestsFrom(sql, text, params))[0]

  const followUp = async (request: ApprovalRequest, look: Instant | undefined, news: boolean) => {
    const job = { request: request.id, version: request.version }
    const singletonKey = keyOf(job)
    if (look !== undefined) await engine.send(queues.tick, job, { singletonKey, startAfter: new Date(look) })
    if (news) await engine.send(queues.announce, job, { singletonKey })
  }

  /** Audit record first, then the update; none of both if the update finds nothing to change. */
  const moveWithRecord = (
    record: AuditRecord | undefined,
    look: Instant | undefined,
    update: () => Promise<ApprovalRequest | undefined>,
  ): Promise<Moved> =>
    engine
      .tx(async (): Promise<Moved> => {
        if (record !== undefined) await appendAudit(sql, record)
        const request = await update()
        if (request === undefined) throw new NotMoved()
        await followUp(request, look, record !== undefined)
        return { is: 'moved', request }
      })
      .catch(error => {
        if (error instanceof NotMoved) return stale
        throw error
      })

  const moveFrom = (from: ApprovalRequest, to: RequestState, look: Instant | undefined) => {
    if (!moves[from.state.is].includes(to.is))
      throw new Error(`a request cannot move from ${from.state.is} to ${to.is}`)
    return one(
      `update requests set version = version + 1, status = $3, state = $4, look_at = $5
       where id = $1 and version = $2 returning ${columns}`,
      [from.id, from.version, to.is, storableJson(to), timestamp(look)],
    )
  }

  return {
    submit: (request, record) =>
      againAfterConflict(() =>
        engine.tx(async () => {
          await takeNextNumber(sql)
          const existing = await existingRequest(sql, request)
          if (existing !== undefined) return existing
          await appendAudit(sql, record)
          const look = nextLook(request, request.requestedAt)
          const created = await insertRequest(sql, request, look)
          await followUp(created, look, true)
          return { is: 'created', request: created }
        }),
      ),

    find: async id => (isUuid(id) ? one(`select ${columns} from requests where id = $1`, [id]) : undefined),

    openIn: workspace =>
      requestsFrom(
        sql,
        `select ${columns} from requests where workspace = $1 and status in ${openStates} order by number`,
        [workspace],
      ),

    decide: async (from, state, decision, now, record) => {
      const look =
        state.is === 'approved'
          ? now
          : state.is === 'awaiting-approval'
            ? await lookOfWaiting(from.id, now)
            : undefined
      return moveWithRecord(record, look, () =>
        one(
          `update requests set version = version + 1, status = $2, state = $3, look_at = $4
           where id = $1 and status = 'awaiting-approval' and expires_at > $5
             and ($6::text is null or requester_tenant <> $6 or requester_object <> $7) and version = $8
             and not exists (select 1 from watchers
               where request_id = requests.id and tenant_id = $6 and object_id = $7)
           returning ${columns}`,
          [
            from.id,
            state.is,
            storableJson(state),
            timestamp(look),
            timestamp(now),
            decision?.by.tenantId ?? null,
            decision?.by.objectId ?? null,
            from.version,
          ],
        ),
      )
    },

    move: (from, to, look, record) =>
      againAfterConflict(async (): Promise<Moved> => {
        if (to.is === 'applying' && from.state.is !== 'applying') {
          const writer = await one(
            `select ${columns} from requests where workspace = $1 and status = 'applying' and id <> $2`,
            [workspaceKey(from.plan.workspaceId), from.id],
          )
          if (writer !== undefined) return { is: 'blocked', by: writer.number }
        }
        return moveWithRecord(record, look, async () => {
          const moved = await moveFrom(from, to, look)
          const { until } = from.plan.effect
          if (moved !== undefined && to.is === 'done' && until !== undefined)
            await noteLimit(sql, from.id, until, warningTime(to.at, until))
          if (moved !== undefined && to.is === 'done')
            await noteDrift(sql, workspaceKey(from.plan.workspaceId), to.at + driftEveryMs)
          return moved
        })
      }),

    replace: (from, ended, successor, records) =>
      againAfterConflict(() =>
        engine.tx(async (): Promise<Moved> => {
          await takeNextNumber(sql)
          const existing = await existingRequest(sql, successor)
          const look = nextLook(successor, successor.requestedAt)
          if (existing === undefined) await appendAudit(sql, records.submitted)
          const next = existing?.request ?? (await insertRequest(sql, successor, look))
          const moved = await moveWithRecord(records.ended, undefined, () =>
            moveFrom(from, ended(next.number), undefined),
          )
          if (moved.is !== 'moved') throw new NotMoved()
          if (existing === undefined) await followUp(next, look, true)
          return moved
        }),
      ).catch(error => {
        if (error instanceof NotMoved) return stale
        throw error
      }),

    doneIn: workspace =>
      requestsFrom(
        sql,
        `select ${columns} from requests where workspace = $1 and status = 'done' order by number`,
        [workspace],
      ),

    watch: async (id, ...watched) => (isUuid(id) ? watchRequest(engine, id, ...watched) : 'ended'),

    record: record => appendAudit(sql, record),
  }

  async function lookOfWaiting(id: string, now: Instant): Promise<Instant | undefined> {
    const request = await one(`select ${columns} from requests where id = $1`, [id])
    return request === undefined ? undefined : nextLook(request, now)
  }
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
