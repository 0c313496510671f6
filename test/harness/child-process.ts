import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { bundle } from './bundle.ts'

export interface Child {
  readonly pid: number | undefined
  /** What it has said so far, on both streams. */
  lines(): readonly string[]
  /** Resolves with the first line, past or to come, that matches; rejects if the process ends without it. */
  said(pattern: RegExp): Promise<string>
  /** The code with which it ended by itself; null while it runs, and after a signal. */
  code(): number | null
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>
}

/** Runs a TypeScript entry in a real process of its own. What is left of it is killed when the test has finished. */
export function startChild(entry: URL, ...args: readonly string[]): Promise<Child> {
  return startChildIn({}, entry, ...args)
}

/** The same, with more in its environment. */
export async function startChildIn(
  environment: Readonly<Record<string, string>>,
  entry: URL,
  ...args: readonly string[]
): Promise<Child> {
  return runScript(environment, await bundle(fileURLToPath(entry)), ...args)
}

/** Runs a script that is there already, with more in its environment. */
export function runScript(
  environment: Readonly<Record<string, string>>,
  script: string,
  ...args: readonly string[]
): Child {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  let over = false
  const wake = () => {
    for (const look of waiting) look()
  }
  const ended = new Promise<void>(resolve =>
    child.once('close', () => {
      over = true
      wake()
      resolve()
    }),
  )
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', line => {
      lines.push(line)
      wake()
    })
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return {
    pid: child.pid,
    lines: () => lines,
    code: () => child.exitCode,
    kill,
    said: pattern =>
      new Promise((resolve, reject) => {
        const look = () => {
          const line = lines.find(candidate => pattern.test(candidate))
          if (line === undefined && !over) return
          waiting.delete(look)
          if (line !== undefined) resolve(line)
          else reject(new Error(`the process ended without ${pattern}:\n${lines.join('\n')}`))
        }
        waiting.add(look)
        look()
      }),
  }
}
