import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { normaliseHost } from '../workspace/host.ts'
import { readHosts } from '../workspace/host-list.ts'
import type { ManagedNetwork } from '../workspace/managed-network.ts'
import { isFqdn } from '../workspace/outbound-rule.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import type { IntentPorts } from './intent-ports.ts'
import { propose } from './propose.ts'

/** What a message names. Hosts as they were written. */
export interface RemoveNamed {
  readonly hosts: readonly string[]
  readonly collection?: string
}

/** "Remove docker.io from ws-prod", "close ws-prod for Hugging Face": a card that names what would go, and what stays and why. */
export function answerRemove(
  named: RemoveNamed,
  workspace: WorkspaceId,
  person: KnownPerson,
  ports: IntentPorts,
): Promise<Reply> {
  const { hosts, refused } = readHosts(named.hosts.join(' '))
  const collection =
    named.collection === undefined || named.hosts.length > 0
      ? undefined
      : ports.library.collection(named.collection)
  return propose(
    workspace,
    ({ judged }) => {
      if (collection === undefined)
        return { change: { kind: 'remove-hosts', workspaceId: judged.id, hosts }, refused }
      // Of a collection only what stands in a rule: the others were never opened here.
      const listed = listedIn(judged.network)
      return {
        change: {
          kind: 'remove-hosts',
          workspaceId: judged.id,
          hosts: collection.hosts.map(({ host }) => host).filter(host => listed.has(normaliseHost(host))),
          collection: collection.id,
        },
        collection,
      }
    },
    person,
    ports,
  )
}

function listedIn({ rules }: ManagedNetwork): ReadonlySet<string> {
  return new Set(rules.filter(isFqdn).flatMap(({ destinations }) => destinations.map(normaliseHost)))
}
