import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { localPolicy } from './adapters/policy/local-policy.ts'
import { readPolicy } from './adapters/policy/policy-file.ts'
import type { MembersOf, PolicyRead } from './adapters/policy/policy-read.ts'
import type { Config } from './config.ts'
import { type Loaded, loadLibrary, ourRecords } from './knowledge/library.ts'

/** The knowledge base, with an operator's records laid over ours: a file of the same name replaces ours. */
export function readLibrary(folder: string | undefined): Loaded {
  if (folder === undefined) return loadLibrary()
  const files: Record<string, unknown> = { ...ourRecords }
  const names = listed(folder)
  if (names === undefined)
    return { ok: false, problems: [`KNOWLEDGE_DIR: the folder ${folder} cannot be read.`] }
  for (const name of names.filter(each => each.endsWith('.json'))) {
    try {
      files[name] = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    } catch {
      return { ok: false, problems: [`KNOWLEDGE_DIR, ${name}: the file cannot be read as JSON.`] }
    }
  }
  return loadLibrary(files)
}

function listed(folder: string): string[] | undefined {
  try {
    return readdirSync(folder)
  } catch {
    return undefined
  }
}

/**
 * Who may decide. Locally the built-in people; in the service nobody, until a policy file names somebody. `membersOf`: of the
 * Entra groups that the file names.
 */
export function readPolicyOf(config: Config, membersOf?: MembersOf): PolicyRead {
  const { policyFile, mode } = config
  if (policyFile === undefined)
    return {
      ok: true,
      groups: [],
      policy: mode === 'local' ? localPolicy : { ...localPolicy, askers: 'tenant', approvers: [] },
    }
  const own = localPolicy.approvers[0]?.tenantId ?? ''
  return readPolicyFile(policyFile, mode === 'service' ? config.tenantId : own, membersOf)
}

/** Problems name the file. */
export function readPolicyFile(file: string, tenantId: string, membersOf?: MembersOf): PolicyRead {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return { ok: false, problems: [`POLICY_FILE: the file ${file} cannot be read.`] }
  }
  const read = readPolicy(text, tenantId, membersOf)
  return read.ok
    ? read
    : { ok: false, problems: read.problems.map(problem => `POLICY_FILE, ${file}: ${problem}`) }
}
