import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { type Clock, systemClock } from 'pg-boss'
import { type ArmBudget, armBudget } from './adapters/azure/arm-budget.ts'
import { cloudCredential, simulatorCredential } from './adapters/azure/credentials.ts'
import { databaseToken } from './adapters/azure/database-token.ts'
import { azureDirectory } from './adapters/azure/directory.ts'
import { azureGateway } from './adapters/azure/gateway.ts'
import { azurePermissions } from './adapters/azure/permissions.ts'
import { isStoreTrouble } from './adapters/store/store-trouble.ts'
import { within } from './adapters/store/within.ts'
import { azurePace, simulatedPace } from './bot/pace.ts'
import { approversAnywhere } from './changes/policy.ts'
import { type Config, readConfig } from './config.ts'
import { startExporters } from './exporters.ts'
import { keepMembers } from './kept-members.ts'
import { startLocalSurroundings } from './local.ts'
import { openLog } from './log.ts'
import { openStore } from './open-store.ts'
import { readLibrary, readPolicyOf } from './operator-files.ts'
import { watchPolicy } from './policy-watch.ts'
import { telemetry } from './telemetry.ts'
import { readTenant } from './tenant-file.ts'

const clock: Clock = systemClock
const newId = randomUUID
// What was not sent by then is lost: nobody waits longer for an end.
const exportEndMs = 5_000
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

function stop(problems: readonly string[]): never {
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  process.exit(1)
}

async function main(): Promise<void> {
  const read = readConfig(process.env, process.argv.slice(2))
  if (!read.ok) return stop(read.problems)
  const { config } = read
  const library = readLibrary(config.knowledgeDir)
  const policy = readPolicyOf(config)
  const tenant = readTenant(config.mode === 'local' ? config.simulatorTenant : undefined)
  if (!library.ok || !policy.ok || !tenant.ok)
    return stop([library, policy, tenant].flatMap(each => (each.ok ? [] : each.problems)))

  const log = openLog(
    config.mode === 'local' && process.env.LOG_LEVEL === undefined ? 'warn' : config.logLevel,
  )
  if (config.mode === 'service') {
    if (config.localIgnored) log.warn('--local is ignored: MicrosoftAppId is set, so this is the service')
    if (!log.isLevelEnabled('info'))
      log.warn('LOG_LEVEL hides audit.head, which shows in the log stream where the audit stands')
    if (approversAnywhere(policy.policy).length === 0)
      log.warn('Nobody may approve: POLICY_FILE names no approvers, so nothing can be requested')
  }

  const exporters = await startExporters(config.exported)
  const seen = telemetry(exporters.tracer, exporters.meter)

  // First of all the store: whoever has the folder may touch what else is in it.
  // The bot's packages are loaded meanwhile: they take as long.
  const opening = openStore({
    dataDir: config.dataDir,
    ...(config.databaseUrl === undefined ? {} : { url: config.databaseUrl }),
    ...(config.databaseAuth === 'password' ? {} : { password: databaseToken(ownIdentity(config)) }),
    clock,
    log,
    say,
  })
  const [engine, { startGatehouse }] = await Promise.all([opening, import('./gatehouse.ts')])
  let port = config.port
  const local =
    config.mode === 'local'
      ? await startLocalSurroundings(
          config,
          tenant.tenant,
          fileURLToPath(new URL('page/', import.meta.url)),
          () => `http://127.0.0.1:${port}`,
          { clock, newId, log },
        )
      : undefined
  const azure = { ...azureOf(config, local?.armEndpoint), budget: armBudget(clock, seen.azure) }
  const directory = azureDirectory(azure)
  const members = keepMembers(directory, { clock, log })
  await members.refresh(policy.groups)
  const readNow = () => readPolicyOf(config, members.membersOf)
  const first = readNow()
  const watch = watchPolicy(first.ok ? first.policy : policy.policy, readNow, {
    ...{ clock, log },
    groups: members.refresh,
  })
  if (config.permissions === 'policy-only')
    log.warn('PERMISSIONS=policy-only: what people may do in Azure is not looked at, only the policy counts')
  const gatehouse = await startGatehouse({
    engine,
    host: hostOf(config),
    gateway: gatewayOf(config, azure),
    ...(config.mode === 'local' ? {} : { fleetScope: config.subscriptionIds.toSorted().join() }),
    library: library.library,
    policy: () =>
      config.permissions === 'azure'
        ? watch.current()
        : { ...watch.current(), permissions: config.permissions },
    permissions: config.permissions === 'azure' ? azurePermissions(azure) : config.permissions,
    directory,
    onAudit: watch.start,
    ruleShape: config.ruleShape,
    pace: config.mode === 'local' ? simulatedPace : azurePace,
    telemetry: seen,
    clock,
    newId,
    log,
    ...(local === undefined ? {} : { mount: local.page.mount }),
  })
  port = gatehouse.port
  await local?.page.install()

  // Since the process began, the loading of the packages included.
  const seconds = (performance.now() / 1000).toFixed(1)
  const megabytes = Math.round(process.memoryUsage.rss() / 2 ** 20)
  if (local !== undefined) {
    say(`Gatehouse is ready: http://127.0.0.1:${port}/`)
    say(`Simulated Azure: ${local.armEndpoint} (ready in ${seconds} s, ${megabytes} MB)`)
  } else log.info({ port, seconds, megabytes }, 'Gatehouse is ready')

  const end = async () => {
    watch.stop()
    await gatehouse.close()
    await local?.close()
    await within(
      exportEndMs,
      exporters.end().catch(() => {}),
      undefined,
    )
    process.exit(0)
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

function hostOf(config: Config) {
  if (config.mode === 'local') return { port: config.port, bind: '127.0.0.1', mode: 'local' } as const
  const { appId, appType, appPassword, tenantId, allowedTenantIds, trustedProxies } = config
  return {
    port: config.port,
    bind: '0.0.0.0',
    trustedProxies,
    mode: {
      appId,
      appType,
      tenantId,
      allowedTenantIds,
      ...(appPassword === undefined ? {} : { appPassword }),
    },
  } as const
}

function ownIdentity(config: Config) {
  return cloudCredential(config.mode === 'service' ? config.azureClientId : undefined)
}

/** How Azure is spoken to: where, and as whom. */
function azureOf(config: Config, simulator: string | undefined) {
  const endpoint = config.mode === 'local' ? simulator : config.armEndpoint
  return endpoint === undefined
    ? { credential: ownIdentity(config) }
    : { credential: simulatorCredential(endpoint), endpoint }
}

function gatewayOf(config: Config, azure: ReturnType<typeof azureOf> & { readonly budget: ArmBudget }) {
  return azureGateway({
    ...azure,
    subscriptionIds: config.mode === 'local' ? 'all-visible' : config.subscriptionIds,
    apiVersion: config.apiVersion,
    resourceGraph: config.resourceGraph,
    // A simulator answers at once; a lease that outlives a write may then be short.
    ...('endpoint' in azure ? { timeoutMs: simulatedPace.writeMs } : {}),
  })
}

/** Expected trouble has a sentence of its own; anything else is a bug, and its stack is for the operator. */
function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (!isStoreTrouble(error) && !('code' in error)) return error.stack ?? error.message
  const taken = 'code' in error && error.code === 'EADDRINUSE'
  const cure = taken ? ' Set PORT, and in local mode SIMULATOR_PORT, to free ones.' : ''
  return `Gatehouse cannot start: ${error.message}${cure}`
}

try {
  await main()
} catch (error) {
  stop([whyNot(error)])
}
