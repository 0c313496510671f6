import type { DeniedHost, Policy, PolicyRule } from '../../changes/policy.ts'
import { peopleNamed, type WhoNamed } from './people-named.ts'
import type { LineOf, MembersOf, PolicyRead } from './policy-read.ts'
import type { Said, SecondShape, Who } from './policy-shape.ts'
import { usualDeniedHosts } from './usual-denied-hosts.ts'

const hour = 3_600_000
type Path = readonly (string | number)[]
type Sets = PolicyRule['sets']

interface Reading {
  readonly tenantId: string
  readonly membersOf: MembersOf
  readonly lineOf: LineOf
  readonly hash: string
}

/** A file of version 2 as a policy, with the line of everything that it says. */
export function policyOf(file: SecondShape, reading: Reading): PolicyRead {
  const problems: string[] = []
  const groups = new Set<string>()
  const { lineOf, hash } = reading

  const peopleOf = (whos: readonly Who[], path: Path): WhoNamed => {
    const named = peopleNamed(whos, path, { ...reading, people: file.people, guests: file.guests })
    problems.push(...named.problems)
    for (const { id } of named.groups) groups.add(id)
    return named
  }

  const setsOf = (said: Said, path: Path): Sets => {
    const { approvers, askers, approvalExpiryHours, executionExpiryHours, deniedHosts, moreApprovers } = said
    const given = <Key extends keyof Sets>(key: Key, value: Sets[Key] | undefined) =>
      value === undefined ? {} : { [key]: value }
    const deciding = approvers && peopleOf(approvers, [...path, 'approvers'])
    const asking = askers === 'everyone' ? undefined : askers && peopleOf(askers, [...path, 'askers'])
    return {
      ...given('approvers', deciding?.people),
      ...given('approverGroups', deciding?.groups),
      ...given('askers', askers === 'everyone' ? 'tenant' : asking?.people),
      ...given('askerGroups', askers === undefined ? undefined : (asking?.groups ?? [])),
      ...given('approvalsConversation', said.approvalsConversation),
      ...given('quorum', said.quorum),
      ...given('approvalExpiryMs', approvalExpiryHours && approvalExpiryHours * hour),
      ...given('executionExpiryMs', executionExpiryHours && executionExpiryHours * hour),
      ...given(
        'deniedHosts',
        deniedHosts?.map((pattern, at) => ({ pattern, line: lineOf([...path, 'deniedHosts', at]) })),
      ),
      ...given(
        'moreApprovers',
        moreApprovers?.map((each, at) => ({ ...each, line: lineOf([...path, 'moreApprovers', at]) })),
      ),
      ...given('conversations', said.conversations),
      ...given('managedBy', said.managedBy),
      ...given('production', said.production),
      ...given('approvesItself', said.approvesItself),
    }
  }

  const saysOf = (sets: Sets, path: Path, rule?: string): NonNullable<Policy['says']> =>
    Object.fromEntries(
      Object.keys(sets)
        .filter(isWritten)
        .map(key => {
          const line = lineOf([...path, inFile[key] ?? key])
          return [key, rule === undefined ? { line } : { line, rule }]
        }),
    )

  const { version: _, people: _people, usualDeniedHosts: usual, guests, rules, ...everywhere } = file
  const base = setsOf(everywhere, [])
  const denied: readonly DeniedHost[] = [
    ...(usual ? usualDeniedHosts.map(pattern => ({ pattern })) : []),
    ...(base.deniedHosts ?? []),
  ]
  const made = rules.map((each, at): PolicyRule => {
    const { name, where, ...said } = each
    const path = ['rules', at]
    const sets = setsOf(said, path)
    const { workspaces, resourceGroups, subscriptions, tags } = where
    return {
      name,
      where: {
        ...(workspaces === undefined ? {} : { workspaces }),
        ...(resourceGroups === undefined ? {} : { resourceGroups }),
        ...(subscriptions === undefined ? {} : { subscriptions }),
        ...(tags === undefined ? {} : { tags }),
      },
      sets,
      says: saysOf(sets, path, name),
      line: lineOf(path),
    }
  })
  const policy: Policy = {
    askers: 'tenant',
    approvers: [],
    approvalExpiryMs: 72 * hour,
    executionExpiryMs: 24 * hour,
    ...base,
    ...(denied.length === 0 ? {} : { deniedHosts: denied }),
    ...(made.length === 0 ? {} : { rules: made }),
    ...(guests ? { guests } : {}),
    says: { ...saysOf(base, []), ...(guests ? { guests: { line: lineOf(['guests']) } } : {}) },
    hash,
  }
  if (groups.size === 0) problems.push(...tooFew(policy, lineOf))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, policy, groups: [...groups] }
}

/** Groups stand in the lists of people. */
const isWritten = (key: string) => key !== 'approverGroups' && key !== 'askerGroups'

/** What the file calls that which the policy keeps under another name. */
const inFile: Readonly<Record<string, string>> = {
  approvalExpiryMs: 'approvalExpiryHours',
  executionExpiryMs: 'executionExpiryHours',
}

/** A quorum that can never come together is a slip of the pen. Of groups that cannot be seen in the file. */
function tooFew({ rules = [], ...base }: Policy, lineOf: LineOf): readonly string[] {
  const places = [
    { ...base, path: ['quorum'] as Path },
    ...rules.map(({ sets }, at) => ({ ...base, ...sets, path: ['rules', at, 'quorum'] as Path })),
  ]
  return places.flatMap(({ approvers, quorum = 1, path }) =>
    approvers.length > 0 && quorum > approvers.length
      ? [
          `${path.join('.')}: ${quorum} approvers are asked for, and only ${approvers.length} named. (line ${lineOf(path)})`,
        ]
      : [],
  )
}
