import type { AuditRecord } from '../../changes/audit.ts'
import { type ApprovalRequest, type Instant, moves } from '../../changes/request.ts'
import type { Moved, NewRequest, RequestStore } from '../../changes/store.ts'
import { workspaceKey } from '../../workspace/workspace-id.ts'
import { appendAudit } from './audit-log.ts'
import { againAfterConflict } from './conflict.ts'
import type { Engine } from './engine.ts'
import { keyOf, queues } from './queues.ts'
import { columns, openStates, requestsFrom, timestamp } from './request-rows.ts'
import { storableJson } from './storable.ts'

const stale: Moved = { is: 'stale' }
// Any number that nobody else uses as an advisory lock on this database.
const submissions = 724_002

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

  return {
    submit: (request, record) =>
      againAfterConflict(() =>
        engine.tx(async () => {
          // One at a time: numbers follow each other without gaps, as people expect of #12 and #13.
          await sql.query('select pg_advisory_xact_lock($1)', [submissions])
          const repeated = await one(`select ${columns} from requests where id = $1`, [request.id])
          if (repeated !== undefined) return { is: 'repeated', request: repeated }
          const existing = await one(
            `select ${columns} from requests where digest = $1 and status in ${openStates}`,
            [request.digest],
          )
          if (existing !== undefined) return { is: 'already-requested', request: existing }
          await appendAudit(sql, record)
          const created = await insert(request)
          await insertStatusCard(request)
          await followUp(created, created.expiresAt, true)
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

    decide: (id, state, decision, now, record) => {
      const look = state.is === 'approved' ? now : undefined
      return moveWithRecord(record, look, () =>
        one(
          `update requests set version = version + 1, status = $2, state = $3, look_at = $4
           where id = $1 and status = 'awaiting-approval' and expires_at > $5
             and ($6::text is null or requester_tenant <> $6 or requester_object <> $7)
           returning ${columns}`,
          [
            id,
            state.is,
            storableJson(state),
            timestamp(look),
            timestamp(now),
            decision?.by.tenantId ?? null,
            decision?.by.objectId ?? null,
          ],
        ),
      )
    },

    move: async (from, to, look, record) => {
      if (!moves[from.state.is].includes(to.is))
        throw new Error(`a request cannot move from ${from.state.is} to ${to.is}`)
      return againAfterConflict(async (): Promise<Moved> => {
        if (to.is === 'applying' && from.state.is !== 'applying') {
          const writer = await one(
            `select ${columns} from requests where workspace = $1 and status = 'applying' and id <> $2`,
            [workspaceKey(from.plan.workspaceId), from.id],
          )
          if (writer !== undefined) return { is: 'blocked', by: writer.number }
        }
        return moveWithRecord(record, look, () =>
          one(
            `update requests set version = version + 1, status = $3, state = $4, look_at = $5
             where id = $1 and version = $2 returning ${columns}`,
            [from.id, from.version, to.is, storableJson(to), timestamp(look)],
          ),
        )
      })
    },

    record: record => appendAudit(sql, record),
  }

  async function insert({ id, pressedCard: _, ...body }: NewRequest): Promise<ApprovalRequest> {
    const state = { is: 'awaiting-approval' }
    const created = await one(
      `insert into requests
         (id, number, status, workspace, digest, requester_tenant, requester_object, expires_at, look_at, body, state)
       values ($1, (select coalesce(max(number), 0) + 1 from requests), $2, $3, $4, $5, $6, $7, $7, $8, $9)
       returning ${columns}`,
      [
        id,
        state.is,
        workspaceKey(body.plan.workspaceId),
        body.digest,
        body.requester.tenantId,
        body.requester.objectId,
        timestamp(body.expiresAt),
        storableJson(body),
        storableJson(state),
      ],
    )
    if (created === undefined) throw new Error('an insert returned no row')
    return created
  }

  /** The card that was pressed becomes the status card, unless it is another request's already: then a new one is posted. */
  async function insertStatusCard({ id, thread, pressedCard }: NewRequest): Promise<void> {
    await sql.query(
      `insert into posted_cards (request_id, role, conversation_key, conversation, activity_id)
       select $1, 'status', $2::text, $3, case when exists
         (select 1 from posted_cards where conversation_key = $2::text and activity_id = $4::text)
         then null else $4::text end`,
      [id, thread.key, storableJson(thread), pressedCard ?? null],
    )
  }
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
