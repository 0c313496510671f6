import type { PostedCards, SeenCopy } from '../../bot/posted-cards.ts'
import type { Engine } from './engine.ts'
import { storableJson, storableText } from './storable.ts'

interface Row {
  readonly id: string
  readonly activity_id: string | null
  readonly attempts: number
  readonly maybe_twice: boolean
}

type Copies = Pick<PostedCards, 'learn' | 'keep' | 'shown'>

/** Which message of Teams a remembered one is, where there may be several. */
export function postgresCopies({ sql, tx }: Pick<Engine, 'sql' | 'tx'>): Copies {
  const isKnown = async ({ conversation, activityId }: SeenCopy) => {
    const { rows } = await sql.query(
      'select 1 from posted_cards where conversation_key = $1 and activity_id = $2',
      [conversation.key, storableText(activityId)],
    )
    return rows.length > 0
  }
  const add = (request: string, { role, conversation, activityId }: SeenCopy, version: number) =>
    sql.query(
      `insert into posted_cards
         (request_id, role, conversation_key, conversation, topic, activity_id, shown_version)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [
        request,
        role,
        conversation.key,
        storableJson(conversation),
        storableText(`copy ${activityId}`),
        storableText(activityId),
        version,
      ],
    )

  return {
    learn: async (request, copy) => {
      if (await isKnown(copy)) return
      await tx(async () => {
        const { rows } = await sql.query<Row>(
          `select id, activity_id, attempts, maybe_twice from posted_cards
           where request_id = $1 and role = $2 and conversation_key = $3 for update`,
          [request, copy.role, copy.conversation.key],
        )
        const unnoted = rows.filter(({ activity_id, attempts }) => activity_id === null && attempts > 0)
        const [first, ...others] = unnoted
        if (first === undefined) {
          if (rows.some(row => row.maybe_twice)) await add(request, copy, 0)
        } else if (others.length === 0 && !(await isKnown(copy)))
          // It need not be posted again. What it shows is older than whatever is to be shown.
          await sql.query(
            `update posted_cards set activity_id = $2, parked = null, claimed_until = null, claimed_by = null
             where id = $1`,
            [first.id, storableText(copy.activityId)],
          )
      })
    },
    keep: async (request, { version, ...copy }) => {
      await add(request, copy, version)
    },
    shown: (id, activityId, version, digest) =>
      tx(async () => {
        const { rows } = await sql.query<Pick<Row, 'id'>>(
          `update posted_cards set activity_id = $2, shown_version = $3, shown_digest = $4, attempts = 0,
             claimed_until = null, claimed_by = null
           where id = $1 and (activity_id is null or activity_id = $2) returning id`,
          [id, activityId, version, digest],
        )
        if (rows.length > 0) return
        // A press told of another copy while this one was sent.
        await sql.query(
          `insert into posted_cards (request_id, role, conversation_key, conversation, topic, reader,
             activity_id, shown_version, shown_digest)
           select request_id, role, conversation_key, conversation, 'copy ' || $2, reader, $2, $3, $4
           from posted_cards where id = $1 on conflict do nothing`,
          [id, activityId, version, digest],
        )
        await sql.query(
          'update posted_cards set attempts = 0, claimed_until = null, claimed_by = null where id = $1',
          [id],
        )
      }),
  }
}
