import { actionsOf, readAction } from './changes/permissions.ts'
import { approverNames, isApprover, isKeptOut, mayAsk, type Policy, quorumOf } from './changes/policy.ts'
import { type Place, policyFor, rulesFor } from './changes/policy-for.ts'
import { overlap } from './changes/terms.ts'
import { type KnownPerson, samePerson } from './conversation/person.ts'
import { isWildcard } from './workspace/host.ts'
import { partsOf } from './workspace/workspace-id.ts'

export interface PolicyQuestion {
  readonly person: KnownPerson
  readonly place: Place
  readonly hosts: readonly string[]
  /** Nobody's permissions in Azure are looked at. */
  readonly policyOnly?: boolean
  /** Whether data can be sent out through this host, by the knowledge base. */
  readonly isWritable: (host: string) => boolean
}

/** One thing that the policy decides, and the line that decides it: absent where nothing is said and the usual holds. */
export interface Explained {
  readonly what: string
  readonly line?: number
  readonly rule?: string
}

/** What the policy would decide of this person, in this workspace, for these hosts. Pure: Azure is not asked. */
export function explainPolicy(
  policy: Policy,
  { person, place, hosts, isWritable, policyOnly = false }: PolicyQuestion,
): readonly Explained[] {
  const here = policyFor(policy, place)
  const by = (key: keyof Policy) => here.says?.[key] ?? {}
  const hours = (ms: number) => `${ms / 3_600_000} h`
  const fitting = rulesFor(policy.rules ?? [], place).map(({ name, line }) => ({
    what: `The rule "${name}" fits ${partsOf(place.id).name}.`,
    ...(line === undefined ? {} : { line }),
  }))
  const denials = hosts.map(host => {
    const denied = here.deniedHosts?.find(({ pattern }) => overlap(pattern, host))
    if (denied === undefined) return { what: `${host} is not denied.` }
    const line = denied.line === undefined ? {} : { line: denied.line }
    return { what: `${host} is denied to everybody: ${denied.pattern}.`, ...line }
  })
  const more = (here.moreApprovers ?? []).flatMap(each => {
    const concerned = hosts.filter(host =>
      each.hosts === 'writable'
        ? isWritable(host)
        : each.hosts === 'wildcards'
          ? isWildcard(host)
          : each.hosts.some(pattern => overlap(pattern, host)),
    )
    if (concerned.length === 0 || each.quorum <= quorumOf(here)) return []
    const line = each.line === undefined ? {} : { line: each.line }
    return [{ what: `${concerned.join(', ')}: ${each.quorum} approvers.`, ...line }]
  })
  return [
    ...(fitting.length === 0 ? [{ what: `No rule fits ${partsOf(place.id).name}.` }] : fitting),
    ...guestsIn(here, person),
    {
      what: `${person.name} may ${mayAsk(here, person) ? '' : 'not '}ask and request.`,
      ...asking(here, person),
    },
    {
      what: `${person.name} may ${isApprover(here, person) ? '' : 'not '}approve, and never what they requested.`,
      ...(throughGroup(here, 'approvers', person) ?? by('approvers')),
    },
    {
      what: `Approvers: ${approverNames(here).join(', ') || 'nobody'}.`,
      ...by('approvers'),
    },
    ...[...(here.approverGroups ?? []), ...(here.askerGroups ?? [])].map(({ name, line }) => ({
      what: `Microsoft Entra ID says who is in the group ${name}; here those count whom --in-group puts there.`,
      ...(line === undefined ? {} : { line }),
    })),
    ...inAzure(policyOnly),
    { what: `A request takes ${quorumOf(here)} of them.`, ...by('quorum') },
    ...more,
    ...denials,
    { what: `It waits ${hours(here.approvalExpiryMs)} for a decision.`, ...by('approvalExpiryMs') },
    {
      what: `It is begun within ${hours(here.executionExpiryMs)} of its approval.`,
      ...by('executionExpiryMs'),
    },
    {
      what:
        here.approvesItself === undefined || here.production !== false
          ? 'Nothing approves itself.'
          : `Requests for the tier ${here.approvesItself.join(' or ')} approve themselves, unless they create a firewall or provision.`,
      ...by('approvesItself'),
    },
    {
      what:
        here.managedBy === undefined
          ? 'Changes are made by Gatehouse.'
          : `Nothing is changed from here: its rules are kept in ${here.managedBy}.`,
      ...by('managedBy'),
    },
    {
      what: `Approval cards go to ${here.approvalsConversation ?? 'where an approver asked for them, else to the thread of the request'}.`,
      ...by('approvalsConversation'),
    },
    {
      what:
        here.conversations === undefined
          ? 'Any conversation of the tenant may speak of it.'
          : `Only personal chats and these conversations may speak of it: ${here.conversations.join(', ')}.`,
      ...by('conversations'),
    },
  ]
}

/** An approver may ask as well, so the line is that of whichever makes it so. */
function asking(here: Policy, person: KnownPerson) {
  const says = here.says ?? {}
  const asker = mayAsk({ ...here, approvers: [] }, person)
  const key = !asker && isApprover(here, person) ? 'approvers' : 'askers'
  return throughGroup(here, key, person) ?? says[key] ?? {}
}

/** The line of the group through which alone the list means somebody. */
function throughGroup(
  { says = {}, ...here }: Policy,
  key: 'approvers' | 'askers',
  person: KnownPerson,
): Pick<Explained, 'line' | 'rule'> | undefined {
  const people = here[key] === 'tenant' ? [] : here[key]
  const groups = (key === 'approvers' ? here.approverGroups : here.askerGroups) ?? []
  const through = people.find(each => samePerson(each, person))?.groups ?? []
  const line = groups.find(({ id }) => through.includes(id))?.line
  const rule = says[key]?.rule
  return line === undefined ? undefined : { line, ...(rule === undefined ? {} : { rule }) }
}

function guestsIn(here: Policy, person: KnownPerson): readonly Explained[] {
  if (person.guest === undefined) return []
  return isKeptOut(here, person)
    ? [{ what: `${person.name} is a guest, and guests ask, request and decide nothing.` }]
    : [{ what: `${person.name} is a guest, and guests count like everybody else.`, ...here.says?.guests }]
}

/** The other key: what Azure has to let people do. */
function inAzure(policyOnly: boolean): readonly Explained[] {
  if (policyOnly) return [{ what: 'What people may do in Azure is not looked at: PERMISSIONS=policy-only.' }]
  const all = actionsOf([
    { do: 'put-rule', ruleName: '', hosts: [] },
    { do: 'delete-rule', ruleName: '', hosts: [] },
    { do: 'provision', includeSpark: false },
  ])
  return [
    { what: `Azure has a say too, and is not asked here: asking takes ${readAction} on the workspace,` },
    { what: `and approving takes, as the change needs them, ${all.join(', ')}.` },
  ]
}
