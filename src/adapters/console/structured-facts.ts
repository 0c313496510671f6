import { collectionFacts, topicFacts } from '../../intents/explain.ts'
import type { IntentPorts } from '../../intents/intent-ports.ts'
import { showNetwork } from '../../intents/show-network.ts'
import type { Parsed } from '../../understanding/parsed.ts'
import { isFqdn } from '../../workspace/outbound-rule.ts'
import type { WorkspaceId } from '../../workspace/workspace-id.ts'

/** The answer to every intent but `can_use`. */
export interface Facts {
  readonly facts: readonly {
    readonly id: string
    readonly text: string
    readonly source?: { readonly title: string; readonly date: string }
  }[]
  readonly hosts?: readonly string[]
  readonly workspaces?: readonly string[]
}

export type AnswerPorts = Pick<
  IntentPorts,
  'reader' | 'library' | 'requests' | 'policy' | 'planOptions' | 'labels' | 'tenantId'
>

/** What the documents say of a topic or a collection, each sentence with the first of its sources. */
export function documentedFacts({ topic, collections }: Parsed['entities'], ports: AnswerPorts): Facts {
  const [collection] = collections
  const said =
    topic !== undefined
      ? topicFacts(topic, collection, ports)
      : collection === undefined
        ? { facts: [] }
        : collectionFacts(collection, ports)
  return {
    facts: said.facts.map(({ id, text, sources: [source] }) => ({
      id,
      text,
      ...(source === undefined ? {} : { source: { title: source.title, date: source.date } }),
    })),
  }
}

/** A workspace's network as facts. */
export async function networkFacts(id: WorkspaceId, ports: AnswerPorts): Promise<Facts> {
  const answer = await showNetwork(id, ports)
  if (!answer.ok)
    return { facts: [{ id: 'trouble', text: ports.labels.trouble.sentence(answer.trouble, undefined) }] }
  const { workspace, hub } = answer.data
  const { network } = hub ?? workspace
  const { isolationMode } = network
  return {
    facts: [
      {
        id: 'isolation-mode',
        text: isolationMode === 'unknown' ? network.isolationModeAsRead : isolationMode,
      },
      { id: 'network-status', text: network.status },
      { id: 'public-network-access', text: workspace.publicNetworkAccess },
      ...(hub === undefined ? [] : [{ id: 'via-hub', text: hub.name }]),
    ],
    hosts: network.rules.filter(isFqdn).flatMap(({ destinations }) => destinations),
    workspaces: [workspace.name],
  }
}
