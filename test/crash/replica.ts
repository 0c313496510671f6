import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { simulatorCredential } from '../../src/adapters/azure/credentials.ts'
import { azureGateway } from '../../src/adapters/azure/gateway.ts'
import { localPolicy } from '../../src/adapters/policy/local-policy.ts'
import { azurePace, simulatedPace } from '../../src/bot/pace.ts'
import { startGatehouse } from '../../src/gatehouse.ts'
import { loadLibrary } from '../../src/knowledge/library.ts'
import { openStore } from '../../src/open-store.ts'
import type { Place } from '../harness/store.ts'
import { verdictOn } from '../promises/audit-chain.ts'
import { failPoints } from './crossings.ts'
import { type FastTime, fastClock } from './fast-clock.ts'

export interface ReplicaOptions extends FastTime {
  readonly place: Place
  readonly azure: string
  /** Where fail points are armed. */
  readonly arms: string
}

/** What the store says, for tests: an embedded one is this process's alone. */
export interface Witness {
  readonly actions: readonly { readonly subject: string; readonly action: string }[]
  /** What is wrong with the audit's chain; absent where nothing is. */
  readonly flaw?: unknown
}

// The whole bot as a process that may be killed at any step, and that runs faster than the world around it.
const { place, azure, arms, ...time } = JSON.parse(process.argv[2] ?? '') as ReplicaOptions
const clock = fastClock(time)
const log = pino({ level: 'warn' })
const library = loadLibrary()
if (!library.ok) throw new Error(library.problems.join('\n'))
const around = failPoints(arms)
// A write must end within its lease also by the real clock, by which HTTP runs.
const writeMs = 2_500 * time.speed
const endless = { burst: 1e9, perMinute: 1e9 }

const engine = await openStore({ ...place, clock, log })
const { port } = await startGatehouse({
  engine,
  host: {
    port: 0,
    bind: '127.0.0.1',
    mode: 'local',
    overrides: { limits: { person: endless, refresh: endless } },
  },
  gateway: around.gateway(
    azureGateway({
      subscriptionIds: 'all-visible',
      apiVersion: '2025-06-01',
      credential: simulatorCredential(azure),
      endpoint: azure,
      readTimeoutMs: 20_000,
      timeoutMs: 2_000,
    }),
  ),
  library: library.library,
  permissions: 'policy-only',
  policy: () => localPolicy,
  directory: { members: async () => ({ ok: true, value: [] }) },
  ruleShape: 'combined',
  // Whoever waits for another request looks as seldom as it does with Azure.
  pace: { ...simulatedPace, writeMs, leaseMs: 2 * writeMs, queueMs: azurePace.queueMs },
  clock,
  newId: randomUUID,
  log,
  around,
  mount: server => {
    server.get('/witness', async (_request, response) => {
      const { rows: actions } = await engine.sql.query<Witness['actions'][number]>(
        'select subject, action from audit_log order by seq',
      )
      const { flaw } = await verdictOn(engine.sql)
      response.send({ actions, ...(flaw === undefined ? {} : { flaw }) } satisfies Witness)
    })
  },
})
process.stdout.write(`ready at ${port}\n`)
