import { isKnown, type KnownPerson, type Person, samePerson } from '../conversation/person.ts'
import type { Tier } from '../knowledge/collection.ts'

/** A person as the policy names them. The name is for cards; identity is the two ids. */
export interface NamedPerson {
  readonly tenantId: string
  readonly objectId: string
  /** For reading; empty where Entra does not tell it of a member of a group. */
  readonly name: string
  /** Entra groups through which the policy means them, where it does not name them themselves. */
  readonly groups?: readonly string[]
}

/** An Entra group whose members the policy means. */
export interface NamedGroup {
  readonly id: string
  readonly name: string
  readonly line?: number
  /** Who is in it is not known, or was read too long ago: nobody counts as its member. */
  readonly unread?: true
}

/** A host, or a wildcard over hosts, that nobody may open. `line`: where the file says so; absent: our own list. */
export interface DeniedHost {
  readonly pattern: string
  readonly line?: number
}

/** Hosts that take more approvers: those with a wildcard, those that data can be sent to, or those named. */
export interface MoreApprovers {
  readonly hosts: 'wildcards' | 'writable' | readonly string[]
  readonly quorum: number
  readonly line?: number
}

/** What a policy settles for a place, beside whom it names. */
interface Settings {
  /** `tenant`: anyone of the tenants that the host lets in. */
  readonly askers: 'tenant' | readonly NamedPerson[]
  /** Nobody here means that nothing can be approved, so nothing can be requested either. */
  readonly approvers: readonly NamedPerson[]
  /** The groups that `approvers` and `askers` hold the members of. */
  readonly approverGroups?: readonly NamedGroup[]
  readonly askerGroups?: readonly NamedGroup[]
  /** The id of the conversation where approval cards go, if the policy says so. */
  readonly approvalsConversation?: string
  /** How many distinct approvers it takes; one where nothing is said. One rejection always ends a request. */
  readonly quorum?: number
  /** How long a request waits for a decision. */
  readonly approvalExpiryMs: number
  /** How long an approved request may wait until its change is under way. */
  readonly executionExpiryMs: number
  readonly deniedHosts?: readonly DeniedHost[]
  readonly moreApprovers?: readonly MoreApprovers[]
  /** Ids of the conversations that may speak of it; absent: any. In a personal chat it may always be spoken of. */
  readonly conversations?: readonly string[]
  /** Its rules are written in code, whose next run would take ours away: nothing is changed from here. */
  readonly managedBy?: 'terraform' | 'bicep'
  /** `false`: said not to be production. */
  readonly production?: boolean
  /** Tiers whose requests need nobody's approval. Counts only where `production` is false. */
  readonly approvesItself?: readonly Tier[]
}

/** Who may do what, and for how long: everywhere, or in one place (`policyFor`), where `rules` is absent. */
export interface Policy extends Settings {
  readonly rules?: readonly PolicyRule[]
  /** Guests of the tenant count like everybody else; absent: they ask, request and decide nothing. */
  readonly guests?: boolean
  /** Only the policy says who may approve; absent: what Azure lets people do counts as well. */
  readonly permissions?: 'policy-only'
  /** The file's SHA-256, for the audit. */
  readonly hash?: string
  /** Where the file says each of these things, and under which rule. */
  readonly says?: Readonly<Record<string, { readonly line: number; readonly rule?: string }>>
}

/** What differs for some workspaces. */
export interface PolicyRule {
  readonly name: string
  readonly where: Where
  readonly sets: Partial<Settings>
  readonly says?: NonNullable<Policy['says']>
  readonly line?: number
}

/** Each that is named must fit. In patterns `*` stands for any text; case does not count. */
export interface Where {
  readonly workspaces?: readonly string[]
  readonly resourceGroups?: readonly string[]
  readonly subscriptions?: readonly string[]
  readonly tags?: Readonly<Record<string, string>>
}

/** What the policy asked of a request when it was made. It may only become stricter. */
export interface Terms {
  /** Those who were named themselves. */
  readonly approvers: readonly NamedPerson[]
  /** The groups that were named: who is in them is Entra's to say, then as now. */
  readonly groups?: readonly string[]
  readonly quorum: number
  readonly executionExpiryMs: number
  /** The policy file's SHA-256 at that time. */
  readonly policy?: string
}

/** Whether this person may ask anything here: of a place, or of any place there is a rule for. */
export function mayAsk(policy: Policy, person: Person): person is KnownPerson {
  if (!isKnown(person) || isKeptOut(policy, person)) return false
  return (
    isApprover(policy, person) ||
    [policy, ...setsOf(policy)].some(
      ({ askers = [] }) => askers === 'tenant' || askers.some(each => samePerson(each, person)),
    )
  )
}

/** Whether somebody is kept out as a guest of the tenant: they ask, request and decide nothing, whoever names them. */
export function isKeptOut({ guests = false }: Policy, { guest }: Person): boolean {
  return guest !== undefined && !guests
}

/** Whether this person approves: in a place, or in any place there is a rule for. */
export function isApprover(policy: Policy, person: Person): boolean {
  return !isKeptOut(policy, person) && approversAnywhere(policy).some(each => samePerson(each, person))
}

/** Who approves, for reading: people by name, and of a group its name. */
export function approverNames({
  approvers,
  approverGroups = [],
}: Pick<Policy, 'approvers' | 'approverGroups'>): readonly string[] {
  return [
    ...approvers.filter(({ groups }) => groups === undefined).map(({ name }) => name),
    ...approverGroups.map(({ name }) => name),
  ]
}

/** Who approves anywhere, for reading: of a group its name. */
export function approverNamesAnywhere(policy: Policy): readonly string[] {
  const names = [policy, ...setsOf(policy)].flatMap(each => approverNames({ approvers: [], ...each }))
  return [...new Set(names)]
}

/** The groups of approvers whose members are not known, so that nobody of them counts. */
export function unreadGroups({ approverGroups = [] }: Policy): readonly string[] {
  return approverGroups.filter(({ unread }) => unread === true).map(({ name }) => name)
}

/** Everybody who approves somewhere, each once. */
export function approversAnywhere(policy: Policy): readonly NamedPerson[] {
  const all = [policy, ...setsOf(policy)].flatMap(({ approvers = [] }) => approvers)
  return all.filter((person, at) => all.findIndex(each => samePerson(each, person)) === at)
}

function setsOf({ rules = [] }: Policy): readonly Partial<Settings>[] {
  return rules.map(({ sets }) => sets)
}

/** How many approvers it takes. */
export function quorumOf({ quorum = 1 }: Policy): number {
  return Math.max(1, quorum)
}

/** Until when an approved change may be started. Epoch milliseconds. */
export function executionDeadline(policy: Policy, approvedAt: number): number {
  return approvedAt + policy.executionExpiryMs
}
