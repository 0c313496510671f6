import { noteCard } from '../cards/note-card.ts'
import { troubleCard } from '../cards/trouble-card.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { NoteMatter } from '../language/matter.ts'
import { normaliseHost } from '../workspace/host.ts'
import { type FqdnRule, isFqdn, type OutboundRule } from '../workspace/outbound-rule.ts'
import { partsOf, type WorkspaceId } from '../workspace/workspace-id.ts'
import { closestNames } from './closest-names.ts'
import type { IntentPorts } from './intent-ports.ts'
import { judgedNetwork } from './judged-network.ts'
import { propose } from './propose.ts'

/** Rules at most that are named where the one that was meant is not there. */
const offered = 8

/**
 * "Remove rule hf-hub from ws-prod": the hosts of just these rules. A change takes a host out of every rule, so where another
 * rule lists one of them too it is asked back. `hosts`: named beside the rules.
 */
export async function answerRemoveRules(
  names: readonly string[],
  hosts: readonly string[],
  workspace: WorkspaceId,
  person: KnownPerson,
  ports: IntentPorts,
): Promise<Reply> {
  const { labels } = ports
  const seen = await judgedNetwork(workspace, ports.reader)
  if (!seen.ok) {
    const data = { trouble: seen.trouble, workspace: partsOf(workspace).name }
    return { kind: 'card', ...troubleCard(data, labels) }
  }
  const { name: there, network } = seen.judged
  const say = (note: NoteMatter): Reply => ({ kind: 'card', ...noteCard(note, labels) })
  const meant: FqdnRule[] = []
  for (const name of names) {
    const rule = network.rules.find(each => isCalled(each, name))
    if (rule === undefined) {
      const rules = closestNames(
        name,
        network.rules.filter(isOwn).map(own => own.name),
      ).slice(0, offered)
      return say({ is: 'no-such-rule', rule: name, workspace: there, rules })
    }
    if (!isOwn(rule)) return say({ is: 'rule-not-removed', rule: rule.name, workspace: there })
    meant.push(rule)
  }
  for (const other of network.rules.filter(isOwn)) {
    const rule = meant.includes(other) ? undefined : meant.find(each => sharedOf(each, other).length > 0)
    if (rule !== undefined)
      return say({
        is: 'rule-shares-hosts',
        rule: rule.name,
        other: other.name,
        workspace: there,
        hosts: sharedOf(rule, other),
      })
  }
  const all = [...new Set([...meant.flatMap(listedBy), ...hosts.map(normaliseHost)])]
  return propose(
    workspace,
    ({ judged }) => ({ change: { kind: 'remove-hosts', workspaceId: judged.id, hosts: all } }),
    person,
    ports,
  )
}

/** Rules of this network that a text calls by their exact name: one of several parts, or one that is said to be a rule. */
export function rulesSaidIn(text: string, rules: readonly OutboundRule[]): readonly string[] {
  return rules
    .map(({ name }) => name)
    .filter(name => {
      const exact = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      const written = `(?<![\\p{L}\\p{N}_.-])${exact}(?![\\p{L}\\p{N}_-])`
      return (
        (/[-_]/.test(name) && new RegExp(written, 'u').test(text)) ||
        new RegExp(`(?:rules?|règles?) ${written}|${written} rules?(?!\\p{L})`, 'iu').test(text)
      )
    })
}

function isCalled({ name }: OutboundRule, wanted: string): boolean {
  return name.toLowerCase() === wanted.toLowerCase()
}

function isOwn(rule: OutboundRule): rule is FqdnRule {
  return isFqdn(rule) && rule.category === 'UserDefined'
}

function listedBy({ destinations }: FqdnRule): readonly string[] {
  return destinations.map(normaliseHost)
}

function sharedOf(rule: FqdnRule, other: FqdnRule): readonly string[] {
  const others = new Set(listedBy(other))
  return listedBy(rule).filter(host => others.has(host))
}
