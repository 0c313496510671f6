import type { Engine } from './engine.ts'
import { keyOf, queues } from './queues.ts'
import { timestamp } from './request-rows.ts'

/**
 * The net under the jobs: requests whose look is overdue, and cards that do not show their request's newest state, get a job
 * again, one at a time. A job too many does nothing, since each is bound to a version. `overdue`: what was due before this instant.
 */
export async function resendOverdue({ sql, send }: Engine, overdue: number): Promise<number> {
  const late = await sql.query<{ id: string; version: number }>(
    'select id, version from requests where look_at is not null and look_at <= $1',
    [timestamp(overdue)],
  )
  for (const { id, version } of late.rows) {
    const job = { request: id, version }
    await send(queues.tick, job, { singletonKey: keyOf(job, 'overdue') })
  }
  const unshown = await sql.query<{ id: string; version: number }>(
    `select distinct r.id, r.version from requests r join posted_cards p on p.request_id = r.id
     where p.parked is null and p.shown_version < r.version and p.role in ('status', 'approval')
       and (p.claimed_until is null or p.claimed_until < $1)
       or p.role in ('news', 'reminder') and p.parked is null and p.activity_id is null
       and (p.claimed_until is null or p.claimed_until < $1)`,
    [timestamp(overdue)],
  )
  for (const { id, version } of unshown.rows) {
    const job = { request: id, version }
    await send(queues.announce, job, { singletonKey: keyOf(job, 'overdue') })
  }
  const untold = await sql.query<{ id: string }>(
    `select id from notices where activity_id is null and parked is null
       and (claimed_until is null or claimed_until < $1)`,
    [timestamp(overdue)],
  )
  for (const { id } of untold.rows) await send(queues.tell, { notice: id }, { singletonKey: id })
  const waiting = await sql.query<{ workspace: string }>('select distinct workspace from subscriptions')
  for (const { workspace } of waiting.rows)
    await send(queues.watch, { workspace }, { singletonKey: workspace })
  const limited = await sql.query<{ id: string }>('select request_id as id from limits where look_at <= $1', [
    timestamp(overdue),
  ])
  const watched = await sql.query<{ workspace: string }>(
    'select workspace from drift_looks where look_at <= $1',
    [timestamp(overdue)],
  )
  for (const { workspace } of watched.rows)
    await send(queues.drift, { workspace }, { singletonKey: workspace })
  for (const { id } of limited.rows) await send(queues.limit, { request: id }, { singletonKey: id })
  return late.rows.length + unshown.rows.length + untold.rows.length
}

/**
 * After a crash of the only process: the cards that it had claimed are free again, and what it was in the middle of is looked
 * at now instead of when its lease ends. Only for a store that nobody else uses.
 */
export async function takeOver({ sql }: Engine, now: number): Promise<void> {
  await sql.query('update posted_cards set claimed_until = null where claimed_until is not null')
  await sql.query('update notices set claimed_until = null where claimed_until is not null')
  await sql.query(`update requests set look_at = $1 where status in ('approved', 'applying')`, [
    timestamp(now),
  ])
}
