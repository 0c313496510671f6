import {
  type Conversations,
  type DefaultWorkspace,
  type LastCard,
  rememberedForMs,
} from '../../bot/conversations.ts'
import type { Engine } from './engine.ts'
import { timestamp } from './request-rows.ts'
import { storableJson, storableText } from './storable.ts'

interface Row {
  readonly last: LastCard | null
  readonly here: DefaultWorkspace | null
}

/** What conversations are about, in PostgreSQL: one read and one write for each message. */
export function postgresConversations({ sql }: Pick<Engine, 'sql'>): Conversations {
  return {
    recall: async ({ tenantId, objectId, thread }, place, since) => {
      const { rows } = await sql.query<Row>(
        `select
           (select card from last_cards where tenant_id = $1 and object_id = $2 and thread = $3 and at > $4) as last,
           (select workspace from default_workspaces where tenant_id = $5 and audience = $6) as here`,
        [
          ...[tenantId, objectId, storableText(thread), timestamp(since)],
          ...[place.tenantId, storableText(place.key)],
        ],
      )
      const { last = null, here = null } = rows[0] ?? {}
      return { ...(last === null ? {} : { last }), ...(here === null ? {} : { here }) }
    },
    keep: async ({ tenantId, objectId, thread }, last, at) => {
      await sql.query(
        `insert into last_cards (tenant_id, object_id, thread, at, card) values ($1, $2, $3, $4, $5)
         on conflict (tenant_id, object_id, thread) do update set at = excluded.at, card = excluded.card`,
        [tenantId, objectId, storableText(thread), timestamp(at), storableJson(last)],
      )
    },
    setDefault: async ({ tenantId, key }, workspace) => {
      if (workspace === undefined)
        await sql.query('delete from default_workspaces where tenant_id = $1 and audience = $2', [
          tenantId,
          storableText(key),
        ])
      else
        await sql.query(
          `insert into default_workspaces (tenant_id, audience, workspace) values ($1, $2, $3)
           on conflict (tenant_id, audience) do update set workspace = excluded.workspace`,
          [tenantId, storableText(key), storableJson(workspace)],
        )
    },
  }
}

/** Cards that nobody speaks of any more. */
export async function forgetOldCards({ sql }: Pick<Engine, 'sql'>, now: number): Promise<void> {
  await sql.query('delete from last_cards where at < $1', [timestamp(now - rememberedForMs)])
}
