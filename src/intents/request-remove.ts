import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { normaliseHost } from '../workspace/host.ts'
import type { ManagedNetwork } from '../workspace/managed-network.ts'
import { isFqdn } from '../workspace/outbound-rule.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import { hostsAsWritten } from './hosts-as-written.ts'
import type { IntentPorts } from './intent-ports.ts'
import { judgedNetwork } from './judged-network.ts'
import { propose } from './propose.ts'
import { answerRemoveRules, rulesSaidIn } from './request-remove-rules.ts'

/** What a message names. */
export interface RemoveNamed {
  readonly hosts: readonly string[]
  readonly text?: string
  readonly collection?: string
}

/** "Remove docker.io from ws-prod", "close ws-prod for Hugging Face": a card that names what would go, and what stays and why. */
export async function answerRemove(
  named: RemoveNamed,
  workspace: WorkspaceId,
  person: KnownPerson,
  ports: IntentPorts,
): Promise<Reply> {
  const { text = '' } = named
  if (named.hosts.length === 0) {
    const seen = await judgedNetwork(workspace, ports.reader)
    const rules = seen.ok ? rulesSaidIn(text, seen.judged.network.rules) : []
    if (rules.length > 0) return answerRemoveRules(rules, [], workspace, person, ports)
  }
  const collection =
    named.collection === undefined || named.hosts.length > 0
      ? undefined
      : ports.library.collection(named.collection)
  return propose(
    workspace,
    ({ judged }) => {
      const listed = listedIn(judged.network)
      if (collection === undefined) {
        // What a rule lists can go, even if we would not write it.
        const written = hostsAsWritten(named.hosts, text)
        const there = written.refused.map(({ host }) => normaliseHost(host)).filter(host => listed.has(host))
        const refused = written.refused.filter(({ host }) => !listed.has(normaliseHost(host)))
        const hosts = [...written.hosts, ...there]
        return { change: { kind: 'remove-hosts', workspaceId: judged.id, hosts }, refused }
      }
      // Of a collection only what stands in a rule: the others were never opened here.
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
