import type { ApprovalRequest, RequestState } from '../../changes/request.ts'
import type { NewRequest } from '../../changes/store.ts'
import { workspaceKey } from '../../workspace/workspace-id.ts'
import { columns, openStates, requestsFrom, timestamp } from './request-rows.ts'
import type { Sql } from './sql.ts'
import { storableJson } from './storable.ts'

// Any number that nobody else uses as an advisory lock on this database.
const submissions = 724_002

/** Until the transaction ends no other request gets a number: they follow each other without gaps, as people expect. */
export async function takeNextNumber(sql: Sql): Promise<void> {
  await sql.query('select pg_advisory_xact_lock($1)', [submissions])
}

/** The request that has this id, or that is open for the same effect. */
export async function existingRequest(
  sql: Sql,
  { id, digest }: Pick<NewRequest, 'id' | 'digest'>,
): Promise<{ readonly is: 'repeated' | 'already-requested'; readonly request: ApprovalRequest } | undefined> {
  const [repeated] = await requestsFrom(sql, `select ${columns} from requests where id = $1`, [id])
  if (repeated !== undefined) return { is: 'repeated', request: repeated }
  const [existing] = await requestsFrom(
    sql,
    `select ${columns} from requests where digest = $1 and status in ${openStates}`,
    [digest],
  )
  return existing === undefined ? undefined : { is: 'already-requested', request: existing }
}

/** Writes the request and the card that shows where it stands. */
export async function insertRequest(
  sql: Sql,
  { pressedCard, ...request }: NewRequest,
  look: number,
): Promise<ApprovalRequest> {
  const { id, ...body } = request
  const state: RequestState = { is: 'awaiting-approval' }
  const [created] = await requestsFrom(
    sql,
    `insert into requests
       (id, number, status, workspace, digest, requester_tenant, requester_object, expires_at, look_at, body, state)
     values ($1, (select coalesce(max(number), 0) + 1 from requests), $2, $3, $4, $5, $6, $7, $8, $9, $10)
     returning ${columns}`,
    [
      id,
      state.is,
      workspaceKey(body.plan.workspaceId),
      body.digest,
      body.requester.tenantId,
      body.requester.objectId,
      timestamp(body.expiresAt),
      timestamp(look),
      storableJson(body),
      storableJson(state),
    ],
  )
  if (created === undefined) throw new Error('an insert returned no row')
  // The card that was pressed becomes the status card, unless it is another request's already: then a new one is posted.
  await sql.query(
    `insert into posted_cards (request_id, role, conversation_key, conversation, activity_id)
     select $1, 'status', $2::text, $3, case when exists
       (select 1 from posted_cards where conversation_key = $2::text and activity_id = $4::text)
       then null else $4::text end`,
    [id, body.thread.key, storableJson(body.thread), pressedCard ?? null],
  )
  return created
}
