import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { botOptions } from '../scripts/build-bot.mjs'
import type { FromChild, FromParent, Usage } from './processes/answer-parent.ts'

type ProcessName = 'gatehouse' | 'stock' | 'bare'

export interface MeasuredProcess {
  /** `http://127.0.0.1:…` */
  readonly url: string
  /** From its start until it listened: of the clock on the wall as it saw it, and of the processor. */
  readonly start: { readonly wallMs: number; readonly cpuMs: number }
  usage(options?: { readonly collect: boolean }): Promise<Usage>
  stop(): Promise<void>
}

let built: Promise<string> | undefined

/** Starts a process to be measured, built as the product is. With BENCH_PROFILE set it leaves a CPU profile in that folder. */
export async function startProcess(
  name: ProcessName,
  options: object = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<MeasuredProcess> {
  built ??= buildProcesses()
  const profile = process.env.BENCH_PROFILE
  // Where the log goes costs something too, so it goes somewhere; with BENCH_LOG it can be read.
  const log = openSync(process.env.BENCH_LOG ?? '/dev/null', 'a')
  const child = fork(join(await built, `${name}.js`), [JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', log, 'ipc'],
    env: { ...process.env, ...environment },
    execArgv: ['--expose-gc', ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`])],
  })
  const ready = await heard(child, 'ready')
  return {
    url: `http://127.0.0.1:${ready.port}`,
    start: { wallMs: ready.sinceStartMs, cpuMs: ready.usage.cpuMs },
    usage: async ({ collect } = { collect: false }) => {
      const answer = heard(child, 'usage')
      child.send({ is: 'usage', collect } satisfies FromParent)
      return (await answer).usage
    },
    stop: async () => {
      const ended = new Promise(resolve => child.once('close', resolve))
      child.send({ is: 'end' } satisfies FromParent)
      await ended
    },
  }
}

function heard<Kind extends FromChild['is']>(child: ChildProcess, kind: Kind) {
  return new Promise<Extract<FromChild, { is: Kind }>>((resolve, reject) => {
    const settle = () => {
      child.off('message', look)
      child.off('close', fail)
    }
    const look = (message: unknown) => {
      const told = message as FromChild
      if (told.is !== kind) return
      settle()
      resolve(told as Extract<FromChild, { is: Kind }>)
    }
    const fail = (code: number | null) => {
      settle()
      reject(new Error(`A process ended with ${code}; BENCH_LOG=file keeps what it said.`))
    }
    child.on('message', look)
    child.on('close', fail)
  })
}

async function buildProcesses(): Promise<string> {
  const outdir = join('node_modules', '.cache', 'gatehouse', 'bench', String(process.pid))
  mkdirSync(outdir, { recursive: true })
  // A profile is read with the source maps.
  if (process.env.BENCH_PROFILE === undefined)
    process.on('exit', () => rmSync(outdir, { recursive: true, force: true }))
  const names: readonly ProcessName[] = ['gatehouse', 'stock', 'bare']
  const entryPoints = Object.fromEntries(names.map(name => [name, `bench/processes/${name}.ts`]))
  await build({ ...botOptions(outdir), entryPoints })
  return outdir
}
