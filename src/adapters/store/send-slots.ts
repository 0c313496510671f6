import { type SendSlots, sendWindows } from '../../bot/send-slots.ts'
import type { Engine } from './engine.ts'
import { timestamp } from './request-rows.ts'

// Any number that nobody else uses as the first of a pair of advisory locks on this database.
const sends = 724_003

interface Row {
  readonly at: number
}

/** Sends counted in PostgreSQL, so that all replicas together stay within what Teams allows. */
export function postgresSendSlots({ sql, tx }: Engine): SendSlots {
  const note = async (conversation: string, now: number) => {
    await sql.query('insert into sends (conversation_key, at) values ($1, $2)', [
      conversation,
      timestamp(now),
    ])
  }
  return {
    note,
    take: (conversation, now) =>
      tx(async () => {
        await sql.query('select pg_advisory_xact_lock($1, hashtext($2))', [sends, conversation])
        const { rows } = await sql.query<Row>(
          `select (extract(epoch from at) * 1000)::float8 as at from sends where conversation_key = $1 and at > $2
           order by at desc limit $3`,
          [conversation, timestamp(now - longest.ms), longest.most],
        )
        // A window is free again when the oldest of its last so many sends has left it.
        const frees = sendWindows.map(({ ms, most }) => (rows[most - 1]?.at ?? Number.NEGATIVE_INFINITY) + ms)
        const freeAt = Math.ceil(Math.max(...frees))
        if (freeAt > now) return { ok: false, freeAt }
        await note(conversation, now)
        return { ok: true }
      }),
  }
}

const longest = sendWindows.reduce((a, b) => (a.ms > b.ms ? a : b))

/** What no window looks at any more. */
export async function forgetOldSends({ sql }: Engine, now: number): Promise<void> {
  await sql.query('delete from sends where at < $1', [timestamp(now - longest.ms)])
}
