import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { botOptions } from '../../scripts/build-bot.mjs'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { wideTenant } from '../e2e/wide-tenant.ts'
import { cacheFolder } from '../harness/bundle.ts'
import { startConnector } from '../harness/connector.ts'
import type { Call } from '../harness/house.ts'
import { eventually, type Place } from '../harness/store.ts'
import { fastClock } from './fast-clock.ts'
import type { ReplicaOptions, Witness } from './replica.ts'

export type Town = Awaited<ReturnType<typeof openTown>>

/** Fast enough that a claim of two minutes ends in fifteen seconds. */
const speed = 8
/** An operation in Azure takes four seconds of the fast clock. */
const timeScale = 180

/** Of a machine that is busy with other tests. */
const startMs = 90_000

interface Replica {
  readonly child: ChildProcess
  /** Absent until it listens, and once it is dead. */
  url?: string
}

/** Replicas of the bot as processes on one store, between a strict Teams and a simulated Azure. Whoever dies is replaced. */
export async function openTown(options: {
  readonly place: Place
  readonly replicas: number
  readonly workspaces: number
}) {
  const time = { epoch: Date.now(), speed }
  const clock = fastClock(time)
  const tenant = { ...wideTenant(options.workspaces), timeScale }
  const azure = await startSimulator({ tenant, clock, newId: randomUUID })
  const chat = await startConnector({})
  const arms = await mkdtemp(join(tmpdir(), 'gatehouse-arms-'))
  const script = await bundledReplica()
  const replicaOptions: ReplicaOptions = { ...time, place: options.place, azure: azure.url, arms }
  const replicas: Replica[] = []
  const said: string[] = []
  let deaths = 0
  let closing = false
  let turn = 0

  const start = (seat: number) => {
    const child = spawn(process.execPath, [script, JSON.stringify(replicaOptions)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const replica: Replica = { child }
    replicas[seat] = replica
    createInterface({ input: child.stdout }).on('line', line => {
      const port = /^ready at (\d+)$/.exec(line)?.[1]
      if (port === undefined) said.push(line)
      else replica.url = `http://127.0.0.1:${port}`
    })
    createInterface({ input: child.stderr }).on('line', line => said.push(line))
    child.once('close', () => {
      delete replica.url
      if (closing) return
      deaths += 1
      start(seat)
    })
  }
  for (let seat = 0; seat < options.replicas; seat += 1) start(seat)

  const standing = () => replicas.flatMap(({ url }) => url ?? [])
  const town = {
    chat,
    azure,
    arms,
    clock,
    /** What the processes logged: warnings and worse. */
    said: said as readonly string[],
    deaths: () => deaths,
    /** The next replica that stands, by turns. */
    nextDoor: async (): Promise<string> => {
      const urls = await eventually(() => (standing().length > 0 ? standing() : undefined), startMs)
      return urls[turn++ % urls.length] ?? ''
    },
    whole: () => eventually(() => standing().length === options.replicas, startMs),
    /** kill -9 to all of them at once. */
    killAll: async (): Promise<void> => {
      const before = deaths
      for (const { child } of replicas) child.kill('SIGKILL')
      await eventually(() => deaths >= before + replicas.length)
    },
    calls: async (workspace: string): Promise<readonly Call[]> => {
      const { calls } = (await (await fetch(`${azure.url}/_sim/calls`)).json()) as { calls: readonly Call[] }
      return calls.filter(({ path }) => path.includes(`/workspaces/${workspace}/`))
    },
    fault: async (...faults: readonly object[]): Promise<void> => {
      const headers = { 'content-type': 'application/json' }
      await fetch(`${azure.url}/_sim/faults`, { method: 'POST', headers, body: JSON.stringify(faults) })
    },
    /** How often faults that were asked for may still come true. */
    faultsLeft: async (): Promise<number> => {
      const { faults } = (await (await fetch(`${azure.url}/_sim/faults`)).json()) as {
        faults: readonly { times?: number }[]
      }
      return faults.reduce((sum, { times = 1 }) => sum + times, 0)
    },
    witness: (): Promise<Witness> =>
      insist(town, async () => (await (await fetch(`${await town.nextDoor()}/witness`)).json()) as Witness),
    close: async (): Promise<void> => {
      closing = true
      await Promise.all(
        replicas.map(async ({ child }) => {
          if (child.exitCode !== null || child.signalCode !== null) return
          child.kill('SIGKILL')
          await new Promise(resolve => child.once('close', resolve))
        }),
      )
      await chat.close()
      await azure.close()
      await rm(arms, { recursive: true, force: true })
    },
  }
  return town
}

/** With its packages inside, as the product is built: a process that dies is back the sooner. */
async function bundledReplica(): Promise<string> {
  const outdir = join(cacheFolder, 'replica', String(process.pid))
  const entryPoints = { replica: fileURLToPath(new URL('./replica.ts', import.meta.url)) }
  await build({ ...botOptions(outdir), entryPoints })
  return join(outdir, 'replica.js')
}

/** Does it again for as long as whoever was asked dies of it. */
export async function insist<T>(town: Pick<Town, 'nextDoor' | 'chat'>, deed: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    town.chat.talkTo(await town.nextDoor())
    try {
      return await deed()
    } catch (error) {
      // What fetch throws where the other side is gone.
      if (!(error instanceof TypeError) || tries === 100) throw error
      await pause(100)
    }
  }
}
