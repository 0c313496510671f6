import { parseArgs } from 'node:util'
import { localPolicy } from './adapters/policy/local-policy.ts'
import type { MembersOf } from './adapters/policy/policy-read.ts'
import { approversAnywhere, type NamedGroup, type Policy } from './changes/policy.ts'
import { explainPolicy } from './explain-policy.ts'
import { readLibrary, readPolicyFile } from './operator-files.ts'
import { parseWorkspaceId } from './workspace/workspace-id.ts'
import { writableHosts } from './writable-hosts.ts'

const usage = `Usage: npm run --silent policy -- check
       npm run --silent policy -- explain --person <name or Entra object id> --workspace <name or ARM id>
         [--in-group <name or id>]... [--guest] [--host <host>]... [--tag <key=value>]... [--resource-group <name>] [--subscription <id>] [--json]
POLICY_FILE names the file; without it the people of local mode are explained.`

function stop(problems: readonly string[]): never {
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  process.exit(1)
}

const out = (line: string) => process.stdout.write(`${line}\n`)
const home =
  process.env.MicrosoftAppTenantId?.trim().toLowerCase() || (localPolicy.approvers[0]?.tenantId ?? '')

function readNamed(membersOf?: MembersOf): Policy {
  const file = process.env.POLICY_FILE?.trim()
  if (!file) return localPolicy
  const read = readPolicyFile(file, home, membersOf)
  return read.ok ? read.policy : stop(read.problems)
}

const everywhereIn = (policy: Policy) => [policy, ...(policy.rules ?? []).map(({ sets }) => sets)]

function argumentsOf() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        person: { type: 'string' },
        'in-group': { type: 'string', multiple: true },
        guest: { type: 'boolean' },
        workspace: { type: 'string' },
        host: { type: 'string', multiple: true },
        tag: { type: 'string', multiple: true },
        'resource-group': { type: 'string' },
        subscription: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
  } catch (error) {
    return stop([error instanceof Error ? error.message : '', usage])
  }
}

const { positionals, values } = argumentsOf()
const written = readNamed()
if (positionals[0] === 'check') {
  const people = approversAnywhere(written).length
  const groups = new Set(
    everywhereIn(written).flatMap(({ approverGroups = [] }) => approverGroups.map(({ id }) => id)),
  )
  const rest =
    groups.size === 0 ? '' : `, ${groups.size} ${groups.size === 1 ? 'group' : 'groups'} of approvers`
  const hash = written.hash ?? 'none (built in)'
  out(`Sound: ${written.rules?.length ?? 0} rules, ${people} approvers${rest}, hash ${hash}`)
} else if (positionals[0] === 'explain' && values.person && values.workspace) {
  const { person: who, workspace } = values
  const everybody = everywhereIn(written).flatMap(({ askers = [], approvers = [] }) => [
    ...(askers === 'tenant' ? [] : askers),
    ...approvers,
  ])
  const known = everybody.find(each => each.objectId === who.toLowerCase() || each.name === who)
  const named = known ?? { tenantId: home, objectId: who.toLowerCase(), name: who }
  const inGroups = values['in-group'] ?? []
  const isMeant = ({ id, name }: NamedGroup) =>
    inGroups.some(each => each === name || each.toLowerCase() === id)
  const meant = everywhereIn(written)
    .flatMap(({ approverGroups = [], askerGroups = [] }) => [...approverGroups, ...askerGroups])
    .filter(isMeant)
  if (inGroups.length > 0 && meant.length === 0) stop([`The policy names no group ${inGroups.join(', ')}.`])
  const policy = readNamed(group => (meant.some(({ id }) => id === group) ? [named] : []))
  const address = `/subscriptions/${values.subscription ?? '-'}/resourceGroups/${values['resource-group'] ?? '-'}/providers/Microsoft.MachineLearningServices/workspaces/${workspace}`
  const id = parseWorkspaceId(workspace) ?? parseWorkspaceId(address)
  const library = readLibrary(process.env.KNOWLEDGE_DIR || undefined)
  if (!library.ok) stop(library.problems)
  if (id === undefined) stop([`${workspace} cannot be the name of a workspace.`, usage])
  const tags = Object.fromEntries(
    (values.tag ?? []).map(each => [each.split('=')[0], each.split('=').slice(1).join('=')]),
  )
  const explained = explainPolicy(policy, {
    person: { ...named, userId: '', ...(values.guest === true ? { guest: 'yes' } : {}) },
    policyOnly: process.env.PERMISSIONS?.trim() === 'policy-only',
    place: { id, tags },
    hosts: values.host ?? [],
    isWritable: writableHosts(library.library),
  })
  for (const each of explained) {
    if (values.json === true) out(JSON.stringify(each))
    else {
      const place =
        each.line === undefined
          ? ''
          : `  (line ${each.line}${each.rule === undefined ? '' : `, rule "${each.rule}"`})`
      out(`${each.what}${place}`)
    }
  }
} else stop([usage])
