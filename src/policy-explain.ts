import { parseArgs } from 'node:util'
import { localPolicy } from './adapters/policy/local-policy.ts'
import { approversAnywhere, type Policy } from './changes/policy.ts'
import { explainPolicy } from './explain-policy.ts'
import { readLibrary, readPolicyFile } from './operator-files.ts'
import { parseWorkspaceId } from './workspace/workspace-id.ts'
import { writableHosts } from './writable-hosts.ts'

const usage = `Usage: npm run --silent policy -- check
       npm run --silent policy -- explain --person <name or Entra object id> --workspace <name or ARM id>
         [--host <host>]... [--tag <key=value>]... [--resource-group <name>] [--subscription <id>] [--json]
POLICY_FILE names the file; without it the people of local mode are explained.`

function stop(problems: readonly string[]): never {
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  process.exit(1)
}

const out = (line: string) => process.stdout.write(`${line}\n`)
const home =
  process.env.MicrosoftAppTenantId?.trim().toLowerCase() || (localPolicy.approvers[0]?.tenantId ?? '')

function readNamed(): Policy {
  const file = process.env.POLICY_FILE?.trim()
  if (!file) return localPolicy
  const read = readPolicyFile(file, home)
  return read.ok ? read.policy : stop(read.problems)
}

function argumentsOf() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        person: { type: 'string' },
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
const policy = readNamed()
if (positionals[0] === 'check') {
  const people = approversAnywhere(policy).length
  out(
    `Sound: ${policy.rules?.length ?? 0} rules, ${people} approvers, hash ${policy.hash ?? 'none (built in)'}`,
  )
} else if (positionals[0] === 'explain' && values.person && values.workspace) {
  const { person: who, workspace } = values
  const everybody = [policy, ...(policy.rules ?? []).map(({ sets }) => sets)].flatMap(
    ({ askers = [], approvers = [] }) => [...(askers === 'tenant' ? [] : askers), ...approvers],
  )
  const known = everybody.find(each => each.objectId === who.toLowerCase() || each.name === who)
  const named = known ?? { tenantId: home, objectId: who.toLowerCase(), name: who }
  const address = `/subscriptions/${values.subscription ?? '-'}/resourceGroups/${values['resource-group'] ?? '-'}/providers/Microsoft.MachineLearningServices/workspaces/${workspace}`
  const id = parseWorkspaceId(workspace) ?? parseWorkspaceId(address)
  const library = readLibrary(process.env.KNOWLEDGE_DIR || undefined)
  if (!library.ok) stop(library.problems)
  if (id === undefined) stop([`${workspace} cannot be the name of a workspace.`, usage])
  const tags = Object.fromEntries(
    (values.tag ?? []).map(each => [each.split('=')[0], each.split('=').slice(1).join('=')]),
  )
  const explained = explainPolicy(policy, {
    person: { ...named, userId: '' },
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
