import type { Notice, NoticeJob, Notices } from '../../bot/notices.ts'
import { appendAudit } from './audit-log.ts'
import type { Engine } from './engine.ts'
import { queues } from './queues.ts'
import { timestamp } from './request-rows.ts'
import { storableJson, storableText } from './storable.ts'

type Row = Omit<Notice, 'id'> & { readonly id: string }

/** Adds a notice, in whatever transaction runs. */
export async function addNotice(
  { sql, send }: Pick<Engine, 'sql' | 'send'>,
  id: string,
  { reader, conversation, what }: Pick<Notice, 'reader' | 'conversation' | 'what'>,
): Promise<void> {
  const job: NoticeJob = { notice: id }
  await sql.query(
    'insert into notices (id, tenant_id, reader, conversation, what) values ($1, $2, $3, $4, $5)',
    [id, reader.tenantId, storableJson(reader), storableJson(conversation), storableJson(what)],
  )
  await send(queues.tell, job, { singletonKey: id })
}

/** Notices in PostgreSQL. They are added by whatever they follow from, in its transaction. */
export function postgresNotices({ sql, tx }: Engine): Notices {
  return {
    claim: async (id, now, until) => {
      const { rows } = await sql.query<Row>(
        `update notices set claimed_until = $3, attempts = attempts + 1
         where id = $1 and activity_id is null and parked is null and (claimed_until is null or claimed_until <= $2)
         returning id, reader, conversation, what, attempts`,
        [id, timestamp(now), timestamp(until)],
      )
      return rows[0]
    },
    sent: async (id, activityId) => {
      await sql.query('update notices set activity_id = $2, claimed_until = null where id = $1', [
        id,
        activityId,
      ])
    },
    release: async (id, next, untried = false) => {
      await sql.query('update notices set claimed_until = $2, attempts = attempts - $3 where id = $1', [
        id,
        timestamp(next),
        untried ? 1 : 0,
      ])
    },
    park: (id, why, record) =>
      tx(async () => {
        await appendAudit(sql, record)
        await sql.query('update notices set parked = $2, claimed_until = null where id = $1', [
          id,
          storableText(why),
        ])
      }),
  }
}
