import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { initialState, type State } from './state.ts'
import type { Tenant } from './tenant.ts'

// Only this file writes it, and `tenant` tells whether it belongs; what is inside is then ours.
const fileSchema = z.object({ version: z.literal(1), tenant: z.string(), state: z.custom<State>() })

export interface StateFile {
  /** The state to start from; the tenant's own where nothing fitting was kept. */
  load(): State
  /** Replaces the file in one step, so that a kill leaves the old or the new one. */
  save(state: State): void
}

/** Keeps the state in a file, or nowhere without a path. A file of another tenant is put aside, and said so. */
export function stateFile(path: string | undefined, tenant: Tenant, log: (line: string) => void): StateFile {
  if (path === undefined) return { load: () => initialState(tenant), save: () => undefined }
  const fingerprint = createHash('sha256').update(JSON.stringify(tenant)).digest('hex')
  return {
    load() {
      if (!existsSync(path)) return initialState(tenant)
      const kept = read(path)
      if (kept?.tenant === fingerprint) return kept.state
      log(
        `The kept state does not fit this tenant; it was put aside as ${path}.old and the tenant starts afresh.`,
      )
      renameSync(path, `${path}.old`)
      return initialState(tenant)
    },
    save(state) {
      writeFileSync(`${path}.new`, JSON.stringify({ version: 1, tenant: fingerprint, state }))
      renameSync(`${path}.new`, path)
    },
  }
}

function read(path: string) {
  try {
    return fileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
