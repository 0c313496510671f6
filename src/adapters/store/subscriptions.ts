import type { WatchJob } from '../../bot/watch-workspace.ts'
import type { NoticeMatter } from '../../changes/notice-matter.ts'
import type { Subscription, Subscriptions } from '../../changes/subscriptions.ts'
import type { ConversationReference } from '../../conversation/messenger.ts'
import type { KnownPerson } from '../../conversation/person.ts'
import { type WorkspaceId, workspaceKey } from '../../workspace/workspace-id.ts'
import type { Engine } from './engine.ts'
import { addNotice } from './notices.ts'
import { queues } from './queues.ts'
import { timestamp } from './request-rows.ts'
import { storableJson, storableText } from './storable.ts'

interface Row {
  readonly reader: KnownPerson
  readonly workspace_id: WorkspaceId
  readonly workspace_name: string
  readonly conversation: ConversationReference
  readonly since: number
}

/** Who waits for which workspace. What follows, the next look and what is told, commits with it. */
export function postgresSubscriptions(engine: Engine, newId: () => string): Subscriptions {
  const { sql, tx, send } = engine
  const lookAgain = async (workspace: string, at: number) => {
    const job: WatchJob = { workspace }
    await send(queues.watch, job, { singletonKey: workspace, startAfter: new Date(at) })
  }
  return {
    lookAgain,
    subscribe: ({ reader, workspaceId, workspaceName, conversation, since }) =>
      tx(async () => {
        const workspace = workspaceKey(workspaceId)
        await sql.query(
          `insert into subscriptions
             (tenant_id, object_id, workspace, workspace_id, workspace_name, reader, conversation, since)
           values ($1, $2, $3, $4, $5, $6, $7, $8)
           on conflict (tenant_id, object_id, workspace) do update
             set reader = excluded.reader, conversation = excluded.conversation, since = excluded.since`,
          [
            reader.tenantId,
            reader.objectId,
            workspace,
            workspaceId,
            storableText(workspaceName),
            storableJson(reader),
            storableJson(conversation),
            timestamp(since),
          ],
        )
        await lookAgain(workspace, since)
      }),
    unsubscribe: async ({ tenantId, objectId }, workspace) => {
      const { rows } = await sql.query<{ name: string }>(
        `delete from subscriptions
         where tenant_id = $1 and object_id = $2 and ($3::text is null or workspace = $3)
         returning workspace_name as name`,
        [tenantId, objectId, workspace ?? null],
      )
      return rows.map(({ name }) => name).sort()
    },
    of: async workspace => {
      const { rows } = await sql.query<Row>(
        `select reader, workspace_id, workspace_name, conversation,
           (extract(epoch from since) * 1000)::float8 as since
         from subscriptions where workspace = $1 order by subscriptions.since`,
        [workspace],
      )
      return rows.map(row => ({
        reader: row.reader,
        workspaceId: row.workspace_id,
        workspaceName: row.workspace_name,
        conversation: row.conversation,
        since: Number(row.since),
      }))
    },
    end: (subscription, how) =>
      tx(async () => {
        if (!(await remove(subscription))) return
        const { reader, conversation, workspaceName } = subscription
        const what: NoticeMatter = { is: 'waiting-ended', how, workspace: workspaceName }
        await addNotice(engine, newId(), { reader, conversation, what })
      }),
  }

  /** Whoever removes it tells: two looks at once tell once. */
  async function remove({ reader, workspaceId }: Subscription): Promise<boolean> {
    const { rows } = await sql.query(
      'delete from subscriptions where tenant_id = $1 and object_id = $2 and workspace = $3 returning 1',
      [reader.tenantId, reader.objectId, workspaceKey(workspaceId)],
    )
    return rows.length > 0
  }
}
