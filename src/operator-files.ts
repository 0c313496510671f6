import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { localPolicy } from './adapters/policy/local-policy.ts'
import { type PolicyRead, readPolicy } from './adapters/policy/policy-file.ts'
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

/** Who may decide. Locally the built-in people; in the service nobody, until a policy file names somebody. */
export function readPolicyOf(config: Config): PolicyRead {
  const { policyFile, mode } = config
  if (policyFile !== undefined) {
    try {
      const read = readPolicy(
        readFileSync(policyFile, 'utf8'),
        mode === 'service' ? config.tenantId : (localPolicy.approvers[0]?.tenantId ?? ''),
      )
      return read.ok
        ? read
        : { ok: false, problems: read.problems.map(problem => `POLICY_FILE, ${policyFile}: ${problem}`) }
    } catch {
      return { ok: false, problems: [`POLICY_FILE: the file ${policyFile} cannot be read.`] }
    }
  }
  if (mode === 'local') return { ok: true, policy: localPolicy }
  return { ok: true, policy: { ...localPolicy, askers: 'tenant', approvers: [] } }
}
