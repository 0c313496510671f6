import type { CardRole, PostedCard, PostedCards } from '../../bot/posted-cards.ts'
import type { ConversationReference } from '../../conversation/messenger.ts'
import type { KnownPerson } from '../../conversation/person.ts'
import { appendAudit } from './audit-log.ts'
import { postgresCopies } from './copies.ts'
import type { Engine } from './engine.ts'
import { timestamp } from './request-rows.ts'
import { storableJson, storableText } from './storable.ts'

interface Row {
  readonly id: string
  readonly role: CardRole
  readonly conversation: ConversationReference
  readonly topic: string
  readonly reader: KnownPerson | null
  readonly activity_id: string | null
  readonly shown_version: number
  readonly shown_digest: string | null
  readonly attempts: number
  readonly parked: string | null
}

const columns =
  'id, role, conversation, topic, reader, activity_id, shown_version, shown_digest, attempts, parked'

function cardOf(row: Row): PostedCard {
  return {
    id: String(row.id),
    role: row.role,
    conversation: row.conversation,
    topic: row.topic,
    shownVersion: row.shown_version,
    attempts: row.attempts,
    ...(row.reader === null ? {} : { reader: row.reader }),
    ...(row.activity_id === null ? {} : { activityId: row.activity_id }),
    ...(row.shown_digest === null ? {} : { shownDigest: row.shown_digest }),
    ...(row.parked === null ? {} : { parked: row.parked }),
  }
}

export function postgresPostedCards(engine: Engine): PostedCards {
  const { sql } = engine
  return {
    ...postgresCopies(engine),
    of: async request => {
      const { rows } = await sql.query<Row>(
        `select ${columns} from posted_cards where request_id = $1 order by id`,
        [request],
      )
      return rows.map(cardOf)
    },
    want: async (request, { role, conversation, topic = '', reader }) => {
      await sql.query(
        `insert into posted_cards (request_id, role, conversation_key, conversation, topic, reader)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (request_id, role, conversation_key, topic) do nothing`,
        [
          request,
          role,
          conversation.key,
          storableJson(conversation),
          topic,
          reader === undefined ? null : storableJson(reader),
        ],
      )
    },
    claim: async (id, { now, until, by }) => {
      const { rows } = await sql.query<Row>(
        `update posted_cards set claimed_until = $3, claimed_by = $4, attempts = attempts + 1,
           maybe_twice = maybe_twice or activity_id is null and attempts > 0
         where id = $1 and parked is null and (claimed_until is null or claimed_until <= $2
           or claimed_by = $4 and activity_id is not null) returning ${columns}`,
        [id, timestamp(now), timestamp(until), by],
      )
      return rows[0] === undefined ? undefined : cardOf(rows[0])
    },
    release: async (id, next) => {
      await sql.query('update posted_cards set claimed_until = $2, claimed_by = null where id = $1', [
        id,
        timestamp(next),
      ])
    },
    giveBack: async id => {
      await sql.query(
        `update posted_cards set claimed_until = null, claimed_by = null, attempts = attempts - 1 where id = $1`,
        [id],
      )
    },
    park: (id, why, record) =>
      engine.tx(async () => {
        await appendAudit(sql, record)
        await sql.query('update posted_cards set parked = $2, claimed_until = null where id = $1', [
          id,
          storableText(why),
        ])
      }),
  }
}
