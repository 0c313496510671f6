import { createHash } from 'node:crypto'
import type { ConversationReference } from '../../conversation/messenger.ts'
import type { ReferenceStore } from '../../conversation/references.ts'
import type { Engine } from './engine.ts'
import { storableJson, storableText } from './storable.ts'

interface Row {
  readonly reference: ConversationReference
}

// What was written lately, so that a turn that brings nothing new writes nothing. Losing it costs one write.
const rememberedAtMost = 10_000

/** Conversations and people in PostgreSQL. */
export function postgresReferences({ sql }: Engine): ReferenceStore {
  const written = new Map<string, string>()

  const isNew = (key: string, value: string): boolean => {
    const digest = createHash('sha256').update(value).digest('base64')
    if (written.get(key) === digest) return false
    if (written.size >= rememberedAtMost) written.clear()
    written.set(key, digest)
    return true
  }

  return {
    remember: async (conversation, person) => {
      const reference = storableJson(conversation)
      let becameKnown = false
      if (isNew(`c|${conversation.tenantId}|${conversation.key}`, reference)) {
        // xmax is 0 in a row that was inserted, not updated.
        const { rows } = await sql.query<{ inserted: boolean }>(
          `insert into conversations (tenant_id, key, reference) values ($1, $2, $3)
           on conflict (tenant_id, key) do update set reference = excluded.reference
           returning xmax = 0 as inserted`,
          [conversation.tenantId, conversation.key, reference],
        )
        becameKnown = rows[0]?.inserted === true
      }
      if (person.objectId === undefined) return becameKnown
      const { tenantId, objectId, userId, name, locale } = person
      if (isNew(`p|${tenantId}|${objectId}`, storableJson([userId, name, locale])))
        await sql.query(
          `insert into people (tenant_id, object_id, user_id, name, locale) values ($1, $2, $3, $4, $5)
           on conflict (tenant_id, object_id)
           do update set user_id = excluded.user_id, name = excluded.name, locale = excluded.locale`,
          [tenantId, objectId, userId, storableText(name), locale ?? null],
        )
      return becameKnown
    },
    forget: async conversation => {
      const { tenantId, key } = conversation
      const known = `c|${tenantId}|${key}`
      for (const each of [...written.keys()])
        if (each === known || each.startsWith(`${known};messageid=`)) written.delete(each)
      // A channel's threads go with it, and so does the wish to have approvals there.
      const within = (column: string) => `(${column} = $2 or starts_with(${column}, $2 || ';messageid='))`
      await sql.query(`delete from conversations where tenant_id = $1 and ${within('key')}`, [tenantId, key])
      await sql.query(
        `delete from approvals_places where tenant_id = $1 and ${within("reference->>'key'")}`,
        [tenantId, key],
      )
    },
    conversation: async (tenantId, key) => {
      const { rows } = await sql.query<Row>(
        'select reference from conversations where tenant_id = $1 and key = $2',
        [tenantId, key],
      )
      return rows[0]?.reference
    },
    userIds: async (tenantId, objectIds) => {
      const { rows } = await sql.query<{ user_id: string }>(
        'select user_id from people where tenant_id = $1 and object_id = any($2::text[]) order by user_id',
        [tenantId, `{${objectIds.map(id => `"${id.replace(/["\\]/g, '')}"`).join(',')}}`],
      )
      return rows.map(row => row.user_id)
    },
    approvalsPlace: async tenantId => {
      const { rows } = await sql.query<Row>('select reference from approvals_places where tenant_id = $1', [
        tenantId,
      ])
      return rows[0]?.reference
    },
    setApprovalsPlace: async conversation => {
      await sql.query(
        `insert into approvals_places (tenant_id, reference) values ($1, $2)
         on conflict (tenant_id) do update set reference = excluded.reference`,
        [conversation.tenantId, storableJson(conversation)],
      )
    },
  }
}
