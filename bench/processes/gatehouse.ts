import { randomUUID } from 'node:crypto'
import { systemClock } from 'pg-boss'
import { simulatorCredential } from '../../src/adapters/azure/credentials.ts'
import { azureGateway } from '../../src/adapters/azure/gateway.ts'
import { azurePermissions } from '../../src/adapters/azure/permissions.ts'
import { localPolicy } from '../../src/adapters/policy/local-policy.ts'
import { azurePace, simulatedPace } from '../../src/bot/pace.ts'
import { startGatehouse } from '../../src/gatehouse.ts'
import { loadLibrary } from '../../src/knowledge/library.ts'
import { openLog } from '../../src/log.ts'
import { openStore } from '../../src/open-store.ts'
import { answerParent } from './answer-parent.ts'
import type { ServiceAddresses } from './service-addresses.ts'

export interface GatehouseProcess extends ServiceAddresses {
  readonly place: { readonly dataDir: string; readonly url?: string }
  readonly azure: string
  readonly pace: 'azure' | 'simulated'
  readonly permissions: 'azure' | 'policy-only'
}

// The bot as the service is wired, with its log on; only its callers' keys and its Azure are others, and nobody is too fast.
const options = JSON.parse(process.argv[2] ?? '') as GatehouseProcess
const { appId, tenantId, metadataUrl, connector, azure } = options
const clock = systemClock
const log = openLog('info')
const library = loadLibrary()
if (!library.ok) throw new Error(library.problems.join('\n'))
const endless = { burst: 1e9, perMinute: 1e9 }
const client = { credential: simulatorCredential(azure), endpoint: azure }

const gatehouse = await startGatehouse({
  engine: await openStore({ ...options.place, clock, log }),
  host: {
    port: 0,
    bind: '127.0.0.1',
    mode: { appId, appType: 'UserAssignedMSI', tenantId, allowedTenantIds: [tenantId] },
    overrides: {
      metadataUrl,
      serviceOrigins: [connector],
      limits: { person: endless, refresh: endless },
    },
  },
  gateway: azureGateway({ ...client, subscriptionIds: 'all-visible', apiVersion: '2025-06-01' }),
  library: library.library,
  policy: () => localPolicy,
  permissions: options.permissions === 'azure' ? azurePermissions(client) : 'policy-only',
  directory: { members: async () => ({ ok: true, value: [] }) },
  ruleShape: 'combined',
  pace: options.pace === 'azure' ? azurePace : simulatedPace,
  clock,
  newId: randomUUID,
  log,
})
answerParent(gatehouse.port, gatehouse.close)
