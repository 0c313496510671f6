import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, platform, totalmem } from 'node:os'
import type { Benchmark, Measured } from './benchmark.ts'
import { decisions } from './decisions.ts'
import { fleet } from './fleet.ts'
import { inFlight } from './in-flight.ts'
import { live } from './live.ts'
import { parser } from './parser.ts'
import { start } from './start.ts'
import { endPostgres } from './surroundings.ts'
import { table } from './table.ts'
import { turns } from './turns.ts'

const benchmarks: readonly Benchmark[] = [parser, start, turns, live, decisions, inFlight, fleet]
const say = (text: string) => process.stdout.write(`${text}\n`)

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => benchmarks.every(each => each.name !== name))
if (unknown.length > 0) {
  say(
    `There is no benchmark ${unknown.join(', ')}. There are: ${benchmarks.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(1)
}

const git = (...args: readonly string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
const commit = git('rev-parse', '--short', 'HEAD')
const machine = {
  node: process.version,
  system: platform(),
  cpus: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`,
  memoryGB: Math.round(totalmem() / 2 ** 30),
}

const runs: { name: string; seconds: number; load: number; measured: Measured }[] = []
for (const { name, run } of benchmarks) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const began = performance.now()
  const measured = await run()
  const seconds = Math.round((performance.now() - began) / 100) / 10
  // The load of the minute says how far a figure can be believed by itself.
  runs.push({ name, seconds, load: loadavg()[0] ?? 0, measured })
  say(`\n${name}: ${seconds} s\n\n${table([{ name, measured }])}`)
}
await endPostgres()

mkdirSync('bench/results', { recursive: true })
const which = wanted.length === 0 ? 'all' : wanted.join('-')
const file = `bench/results/${which}.json`
const dirty = git('status', '--porcelain', 'src', 'bench') === '' ? {} : { changedSince: true }
writeFileSync(
  file,
  `${JSON.stringify({ commit, ...dirty, machine, at: new Date().toISOString(), runs }, null, 2)}\n`,
)
if (runs.length > 1) say(`\n${table(runs)}`)
say(`\nWritten to ${file}: commit ${commit}, Node ${machine.node}, ${machine.cpus}.`)
process.exit(0)
