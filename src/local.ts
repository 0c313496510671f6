import { join } from 'node:path'
import type { Clock } from 'pg-boss'
import type { Logger } from 'pino'
import { type LocalPage, localPage } from './adapters/page/local-page.ts'
import type { LocalConfig } from './config.ts'
import { startSimulator, type Tenant } from './simulator/simulator.ts'

export interface LocalSurroundings {
  /** Where the simulated Azure listens: our own, or the one that the configuration names. */
  readonly armEndpoint: string
  readonly page: LocalPage
  close(): Promise<void>
}

/**
 * What local mode has in place of Teams and Azure: the page and the simulator. Both keep their state in `DATA_DIR`, so that an
 * operation address and a posted card stay valid when the bot is killed and started again.
 */
export async function startLocalSurroundings(
  config: LocalConfig,
  tenant: Tenant,
  assets: string,
  botUrl: () => string,
  { clock, newId, log }: { readonly clock: Clock; readonly newId: () => string; readonly log: Logger },
): Promise<LocalSurroundings> {
  const simulator =
    config.armEndpoint === undefined
      ? await startSimulator({
          tenant,
          clock,
          newId,
          port: config.simulatorPort,
          stateFile: join(config.dataDir, 'simulator.json'),
          log: line => log.info({ from: 'simulator' }, line),
        })
      : undefined
  const page = localPage({
    botUrl,
    stateFile: join(config.dataDir, 'page.json'),
    clock,
    newId,
    assets,
    log,
    ...(simulator === undefined ? {} : { examples: examplesIn(tenant) }),
  })
  return {
    armEndpoint: config.armEndpoint ?? simulator?.url ?? '',
    page,
    close: async () => {
      page.close()
      await simulator?.close()
    },
  }
}

/** A workspace whose network has to be opened, and one whose network waits to be provisioned, as far as there are such. */
function examplesIn({ workspaces }: Tenant) {
  const named = (status: string) =>
    workspaces.find(({ properties: { managedNetwork } }) => {
      const approvedOnly = managedNetwork?.isolationMode === 'AllowOnlyApprovedOutbound'
      return approvedOnly && managedNetwork.status?.status === status
    })?.name
  const [first] = workspaces
  const open = named('Active') ?? first?.name
  const show = named('Inactive') ?? open
  return { ...(open === undefined ? {} : { open }), ...(show === undefined ? {} : { show }) }
}
