import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtInTenant, loadTenant, startSimulator, type Tenant } from './simulator.ts'

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function tenantOf(file: string | undefined): Tenant {
  if (!file) return builtInTenant
  let source: string
  try {
    source = readFileSync(file, 'utf8')
  } catch (error) {
    stop(`SIMULATOR_TENANT cannot be read: ${reason(error)}.`)
  }
  const loaded = loadTenant(source)
  return loaded.ok
    ? loaded.tenant
    : stop([`SIMULATOR_TENANT (${file}) is wrong:`, ...loaded.problems].join('\n  '))
}

function portOf(text: string | undefined): number {
  if (!text) return 3979
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    stop(`SIMULATOR_PORT must be a number from 0 to 65535, not "${text}".`)
  return port
}

function stateFileIn(folder: string | undefined): { stateFile?: string } {
  if (!folder) return {}
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    stop(`DATA_DIR cannot be used: ${reason(error)}.`)
  }
  return { stateFile: join(folder, 'simulator.json') }
}

const { SIMULATOR_TENANT, SIMULATOR_PORT, DATA_DIR } = process.env
try {
  const simulator = await startSimulator({
    tenant: tenantOf(SIMULATOR_TENANT),
    port: portOf(SIMULATOR_PORT),
    ...stateFileIn(DATA_DIR),
    clock: Date,
    newId: randomUUID,
    log: line => process.stderr.write(`${line}\n`),
  })
  process.stdout.write(`${simulator.url}\n`)
  const end = () => void simulator.close().then(() => process.exit(0))
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
} catch (error) {
  stop(`The simulator cannot start: ${reason(error)}.`)
}
