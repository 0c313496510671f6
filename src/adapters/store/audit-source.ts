import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from 'pg-boss'
import type { ChainedRecord, ChainHead } from '../../changes/audit-chain.ts'
import { auditHead, auditRecords } from './audit-rows.ts'
import { openServer } from './server.ts'
import type { ServerAddress } from './server-address.ts'
import type { Store } from './store.ts'
import { storeTrouble } from './store-trouble.ts'

/** The audit as it stood when it was opened: what is appended meanwhile is left out. */
export interface AuditSource {
  readonly head: ChainHead
  /** Oldest first. `since`: only what was written at that ISO instant or later. */
  records(since?: string): AsyncIterable<ChainedRecord>
  close(): Promise<void>
}

/**
 * Opens the audit for reading alone: no table is made or changed, and no job runs. Rejects with a `StoreTrouble` where there is
 * nothing to read, and where a bot holds the embedded store.
 */
export async function openAudit(
  where: { readonly dataDir: string } & Partial<ServerAddress>,
): Promise<AuditSource> {
  const store = await open(where)
  try {
    const head = await auditHead(store.pool)
    return {
      head,
      records: since =>
        auditRecords(store.pool, { last: head.seq, ...(since === undefined ? {} : { since }) }),
      close: () => store.close(),
    }
  } catch (error) {
    await store.close()
    if (error instanceof Error && 'code' in error && missing.has(String(error.code)))
      throw storeTrouble('This store has no audit chain yet. Start this version of Gatehouse on it once.')
    throw error
  }
}

// undefined_table, undefined_column
const missing = new Set(['42P01', '42703'])

async function open({
  dataDir,
  url,
  password,
}: { readonly dataDir: string } & Partial<ServerAddress>): Promise<Store> {
  const quiet = { log: () => {}, slow: () => {} }
  if (url !== undefined)
    return openServer({
      address: { url, ...(password === undefined ? {} : { password }) },
      ...{ clock: systemClock, bootAttempts: 3, ...quiet },
    })
  const folder = join(dataDir, 'store')
  const isThere = await access(join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
  if (!isThere) throw storeTrouble(`There is no store in ${folder}. Set DATABASE_URL or DATA_DIR.`)
  const { openEmbedded } = await import('./embedded.ts')
  return openEmbedded({ dataDir, ...quiet })
}
