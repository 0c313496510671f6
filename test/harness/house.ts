import { randomUUID } from 'node:crypto'
import { TestClock } from 'pg-boss'
import pino from 'pino'
import { onTestFinished } from 'vitest'
import { simulatorCredential } from '../../src/adapters/azure/credentials.ts'
import { azureDirectory } from '../../src/adapters/azure/directory.ts'
import { azureGateway } from '../../src/adapters/azure/gateway.ts'
import { azurePermissions } from '../../src/adapters/azure/permissions.ts'
import { localPolicy } from '../../src/adapters/policy/local-policy.ts'
import type { SendPolicy } from '../../src/adapters/teams/connector-pipeline.ts'
import type { PersonLimits } from '../../src/adapters/teams/hurry.ts'
import { type Pace, simulatedPace } from '../../src/bot/pace.ts'
import type { Policy } from '../../src/changes/policy.ts'
import type { RuleShape } from '../../src/changes/rule-name.ts'
import { type Gatehouse, startGatehouse } from '../../src/gatehouse.ts'
import { loadLibrary } from '../../src/knowledge/library.ts'
import { openStore } from '../../src/open-store.ts'
import { builtInTenant, startSimulator, type Tenant } from '../../src/simulator/simulator.ts'
import { fastClock } from '../crash/fast-clock.ts'
import { type Connector, startConnector, tenantId } from './connector.ts'
import type { startIdentity } from './identity.ts'
import { advance, eventually, type Place } from './store.ts'

export interface Call {
  readonly method: string
  readonly path: string
  /** Null where it never got an answer. */
  readonly status: number | null
  /** By the test's clock. */
  readonly at: number
}

/** The whole bot between a strict fake Teams and the simulated Azure, over HTTP on both sides, on a clock that the test moves. */
export interface House {
  readonly chat: Connector
  readonly clock: TestClock
  /** Milliseconds since 1970, by the clock that the bot goes by. */
  readonly now: () => number
  readonly gatehouse: Gatehouse
  /** Lines of the bot's log, warnings and worse. */
  readonly logged: readonly string[]
  /** What Azure was asked: everything, or one method. */
  calls(method?: string): Promise<readonly Call[]>
  fault(...faults: readonly object[]): Promise<void>
  /** Azure starts afresh: whatever was changed there is gone, as if somebody had taken it back by hand. */
  resetAzure(): Promise<void>
  /** Lets time pass, a second at a time and later five, until it is so. Fails some while after `seconds` of the test's time. */
  passUntil<T>(
    look: () => T | undefined | false | Promise<T | undefined | false>,
    seconds?: number,
  ): Promise<T>
  /** Ends the bot and starts it again on the same store; Teams and Azure go on. */
  restart(): Promise<void>
  /** Done by itself when the test has finished, unless the house is shared. Idempotent. */
  close(): Promise<void>
}

export interface HouseOptions {
  readonly place: Place
  readonly tenant?: Tenant
  readonly ruleShape?: RuleShape
  readonly policy?: Policy
  /** What people may do in Azure counts as well. */
  readonly permissions?: true
  /** Milliseconds of real time until Azure counts as silent; longer than any busy machine takes where absent. */
  readonly azureTimeouts?: { readonly readTimeoutMs?: number; readonly timeoutMs?: number }
  readonly pace?: Partial<Pace>
  readonly sending?: Partial<SendPolicy>
  /** How fast one person may be; any pace where absent, since tests are faster than people. */
  readonly limits?: Partial<PersonLimits>
  /** Authentication on: the bot has this app id, and tokens come from there. */
  readonly service?: {
    readonly appId: string
    readonly identity: Awaited<ReturnType<typeof startIdentity>>
  }
  /** Time passes by itself, so many times faster than the real one; `clock` moves nothing then. */
  readonly speed?: number
  /** Outlives the test that opens it; whoever opens it closes it. */
  readonly shared?: boolean
}

export async function openHouse(options: HouseOptions): Promise<House> {
  const testClock = new TestClock(Date.now())
  const clock =
    options.speed === undefined ? testClock : fastClock({ epoch: Date.now(), speed: options.speed })
  const azure = await startSimulator({ tenant: options.tenant ?? builtInTenant, clock, newId: randomUUID })
  const { service } = options
  const chat = await startConnector(
    service === undefined
      ? {}
      : { appId: service.appId, bearer: serviceUrl => service.identity.sign({ serviceUrl }) },
  )
  const logged: string[] = []
  const note = (line: string) => {
    if (process.env.TEST_LOG_LEVEL) process.stdout.write(line)
    // A clock that jumps makes a listening connection look silent for longer than it was.
    else if (!line.includes('LISTEN/NOTIFY heartbeat timed out')) logged.push(line)
  }
  const library = loadLibrary()
  if (!library.ok) throw new Error(library.problems.join('\n'))

  const start = async () => {
    const log = pino({ level: process.env.TEST_LOG_LEVEL ?? 'warn' }, { write: note })
    const started = await startGatehouse({
      engine: await openStore({ ...options.place, clock, log }),
      host: { port: 0, bind: '127.0.0.1', ...hostOptions(options, chat) },
      gateway: azureGateway({
        subscriptionIds: 'all-visible',
        apiVersion: '2025-06-01',
        credential: simulatorCredential(azure.url),
        endpoint: azure.url,
        retry: { maxRetries: 0, retryDelayInMs: 1, maxRetryDelayInMs: 1 },
        readTimeoutMs: patienceMs,
        ...options.azureTimeouts,
      }),
      library: library.library,
      policy: () => options.policy ?? localPolicy,
      permissions:
        options.permissions === true
          ? azurePermissions({ credential: simulatorCredential(azure.url), endpoint: azure.url })
          : 'policy-only',
      directory: azureDirectory({ credential: simulatorCredential(azure.url), endpoint: azure.url }),
      ruleShape: options.ruleShape ?? 'combined',
      pace: { ...simulatedPace, ...options.pace },
      listPatienceMs: options.azureTimeouts?.readTimeoutMs ?? patienceMs,
      clock,
      newId: randomUUID,
      log,
    })
    chat.talkTo(`http://127.0.0.1:${started.port}`)
    return started
  }

  let gatehouse = await start()
  const close = async () => {
    await gatehouse.close()
    await chat.close()
    await azure.close()
  }
  if (options.shared !== true) onTestFinished(close)
  const control = async (path: string, body?: unknown) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const response = await fetch(`${azure.url}/_sim/${path}`, {
      ...init,
      headers: { 'content-type': 'application/json' },
    })
    if (!response.ok) throw new Error(`the simulator answered ${response.status}: ${await response.text()}`)
    return response.status === 204 ? undefined : response.json()
  }
  return {
    chat,
    clock: testClock,
    now: () => clock.now(),
    logged,
    close,
    get gatehouse() {
      return gatehouse
    },
    calls: async method => {
      const { calls } = (await control('calls')) as { calls: readonly Call[] }
      return calls.filter(
        call => !call.path.startsWith('/_sim/') && (method === undefined || call.method === method),
      )
    },
    fault: async (...faults) => {
      await control('faults', faults)
    },
    resetAzure: async () => {
      await control('reset', {})
    },
    passUntil: async (look, seconds = 300) => {
      if (options.speed !== undefined) return eventually(look)
      for (let passed = 0; passed < seconds; ) {
        const seen = await soon(look)
        if (seen !== undefined && seen !== false) return seen
        // What takes so long waits for some Retry-After or lease, and not for a second more or less.
        const step = passed < 15 ? 1 : 5
        await advance(testClock, step * 1_000)
        passed += step
      }
      return eventually(look)
    },
    restart: async () => {
      await gatehouse.close()
      gatehouse = await start()
    },
  }
}

const patienceMs = 30_000
const endless = { burst: 1e9, perMinute: 1e9 }
const unlimited = { person: endless, refresh: endless }

function hostOptions({ service, sending, limits }: HouseOptions, chat: Connector) {
  const overrides = { ...(sending === undefined ? {} : { sending }), limits: { ...unlimited, ...limits } }
  if (service === undefined) return { mode: 'local', overrides } as const
  const { appId, identity } = service
  return {
    mode: { appId, appType: 'UserAssignedMSI', tenantId, allowedTenantIds: [tenantId] },
    overrides: { ...overrides, metadataUrl: identity.metadataUrl, serviceOrigins: [chat.url] },
  } as const
}

/** Real work needs a little real time, however the test's clock stands. */
async function soon<T>(look: () => T | undefined | false | Promise<T | undefined | false>) {
  for (let tries = 0; tries < 5; tries += 1) {
    const seen = await look()
    if (seen !== undefined && seen !== false) return seen
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  return undefined
}
