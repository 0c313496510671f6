import { type LimitEntered, limitOf } from '../changes/time-limit.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { hostsOfTier } from '../knowledge/collection.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import { canUse } from './can-use.ts'
import { hostsAsWritten } from './hosts-as-written.ts'
import type { IntentPorts } from './intent-ports.ts'
import { propose } from './propose.ts'

/** What a message names. */
export interface AllowNamed {
  readonly hosts: readonly string[]
  /** The message, in which the hosts stand as they were written. */
  readonly text?: string
  readonly collection?: string
  /** Of that collection, in the table's spelling. */
  readonly models?: readonly string[]
  /** For how long, where that is said. */
  readonly limit?: LimitEntered
}

/**
 * "Allow huggingface.co in ws-prod", "open ws-prod for Hugging Face": a card that names the change. Hosts that are named count;
 * else those of the collection, where its verdict offers them. Undefined where there is nothing to propose: then the question is answered.
 */
export async function answerAllow(
  named: AllowNamed,
  workspace: WorkspaceId,
  person: KnownPerson,
  ports: IntentPorts,
): Promise<Reply | undefined> {
  const asked = limitOf(named.limit ?? {}, ports.now())
  const { until } = asked.ok ? asked : {}
  const time = until === undefined ? {} : { until }
  const limited = named.limit === undefined ? {} : { limit: named.limit }
  if (named.hosts.length > 0) {
    const { hosts, refused } = hostsAsWritten(named.hosts, named.text)
    return propose(
      workspace,
      ({ judged }) => ({
        ...limited,
        change: { kind: 'allow-hosts', workspaceId: judged.id, hosts, ...time },
        refused,
      }),
      person,
      ports,
    )
  }
  const collection = named.collection === undefined ? undefined : ports.library.collection(named.collection)
  if (collection === undefined) return undefined
  const question = { collection: collection.id, workspace }
  const answer = await canUse(question, ports)
  if (!answer.ok || !answer.data.verdict.offersRequest) return undefined
  const models = named.models ?? []
  return propose(
    workspace,
    ({ judged }) => ({
      change: {
        kind: 'allow-hosts',
        workspaceId: judged.id,
        hosts: hostsOfTier(collection, 'current').map(({ host }) => host),
        purpose: { collection: collection.id, tier: 'current', ...(models.length === 0 ? {} : { models }) },
        ...time,
      },
      ...limited,
      collection,
      models,
    }),
    person,
    ports,
  )
}
