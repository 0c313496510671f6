import { readFileSync } from 'node:fs'
import { builtInTenant, type LoadedTenant, loadTenant } from './simulator/simulator.ts'

/** The simulated tenant: the built-in one, or the one in this file. Problems name the file and the field. */
export function readTenant(file: string | undefined): LoadedTenant {
  if (file === undefined) return { ok: true, tenant: builtInTenant }
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return { ok: false, problems: [`SIMULATOR_TENANT: the file ${file} cannot be read.`] }
  }
  const loaded = loadTenant(text)
  return loaded.ok
    ? loaded
    : { ok: false, problems: loaded.problems.map(problem => `SIMULATOR_TENANT, ${file}: ${problem}`) }
}
