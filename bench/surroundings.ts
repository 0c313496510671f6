import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSimulator, type Tenant } from '../src/simulator/simulator.ts'
import { startIdentity } from '../test/harness/identity.ts'
import { tenantId } from '../test/harness/people.ts'
import { freshDatabase, startPostgres } from '../test/harness/postgres.ts'
import { copyStoreTemplate, prepareStoreTemplate } from '../test/harness/store-template.ts'
import { startConnector } from './connector.ts'
import { post } from './drive.ts'
import type { GatehouseProcess } from './processes/gatehouse.ts'
import { type MeasuredProcess, startProcess } from './start-process.ts'

const appId = '22222222-2222-4222-8222-222222222222'
let postgres: ReturnType<typeof startPostgres> | undefined

/** Ends what several benchmarks share. */
export async function endPostgres(): Promise<void> {
  await (await postgres)?.stop()
}

/** What a bot needs around it: Azure, the identity services, the connector, a database; and the bots themselves. */
export async function openSurroundings(options: { readonly tenant: Tenant; readonly pageSize?: number }) {
  const identity = await startIdentity({ appId })
  const connector = await startConnector()
  const { tenant, pageSize = 100 } = options
  const azure = await startSimulator({ tenant, pageSize, clock: Date, newId: randomUUID })
  const authorization = `Bearer ${await identity.sign({ serviceUrl: connector.url })}`
  const addresses = { appId, tenantId, metadataUrl: identity.metadataUrl, connector: connector.url }
  const leftovers: (() => Promise<unknown>)[] = []

  /** An empty database or folder. */
  const newPlace = async (kind: 'embedded' | 'server'): Promise<GatehouseProcess['place']> => {
    const dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'))
    leftovers.push(() => rm(dataDir, { recursive: true, force: true }))
    if (kind === 'embedded') {
      await prepareStoreTemplate()
      await copyStoreTemplate(dataDir)
      return { dataDir }
    }
    postgres ??= startPostgres()
    const database = await freshDatabase((await postgres).address)
    leftovers.push(database.drop)
    return { dataDir, url: database.url }
  }

  return {
    azure,
    connector,
    newPlace,
    gatehouse: async (
      more: Partial<Pick<GatehouseProcess, 'pace' | 'permissions' | 'place'>> = {},
    ): Promise<MeasuredProcess> => {
      const given: GatehouseProcess = {
        ...addresses,
        place: more.place ?? (await newPlace('server')),
        azure: azure.url,
        pace: more.pace ?? 'azure',
        permissions: more.permissions ?? 'azure',
      }
      return startProcess('gatehouse', given, identity.environment)
    },
    stock: () => startProcess('stock', addresses, identity.environment),
    /** Delivers an activity as Teams does, with its token. Fails on anything but HTTP 200. */
    deliver: async (bot: MeasuredProcess, activity: object): Promise<string> => {
      const { status, text } = await post(`${bot.url}/api/messages`, activity, { authorization })
      if (status !== 200 && status !== 201) throw new Error(`HTTP ${status}: ${text.slice(0, 300)}`)
      return text
    },
    control: async (path: string, body?: unknown): Promise<unknown> => {
      const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${azure.url}/_sim/${path}`, { ...init, headers })
      if (!response.ok) throw new Error(`The simulator answered ${response.status}.`)
      return response.status === 204 ? undefined : response.json()
    },
    close: async (): Promise<void> => {
      await Promise.all([azure.close(), connector.close(), identity.close()])
      for (const remove of leftovers) await remove()
    },
  }
}
