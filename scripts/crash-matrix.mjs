// Kills the bot at every step of the road, with presses that arrive once, twice and three times, on the embedded store and on
// PostgreSQL with one and three replicas. Prints a table of the cells; ends with 1 where one of them failed.
// Words pick the cells whose name holds them all: npm run crash-matrix -- server "3 replicas" "PUT sent".
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const outputFile = `${root}test-output/crash-matrix.json`
mkdirSync(`${root}test-output`, { recursive: true })
const { status } = spawnSync(
  process.execPath,
  [
    `${root}node_modules/vitest/vitest.mjs`,
    ...['run', 'test/promises/crash-matrix.test.ts', '--reporter=verbose', '--reporter=json'],
    `--outputFile.json=${outputFile}`,
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CRASH_MATRIX: 'all', CRASH_CELLS: process.argv.slice(2).join('\n') },
  },
)

const { testResults } = JSON.parse(readFileSync(outputFile, 'utf8'))
const cells = testResults.flatMap(({ assertionResults }) => assertionResults)
const rows = new Map()
const columns = new Set()
for (const { ancestorTitles, title, status: outcome, duration } of cells) {
  const [, setting = ''] = /\((.*)\)/.exec(ancestorTitles.join(' ')) ?? []
  const [, point = title, presses = ''] = /^(.*), pressed (.*): /.exec(title) ?? []
  const column = `${setting}, ${presses}`
  columns.add(column)
  const mark = outcome === 'passed' ? `${((duration ?? 0) / 1000).toFixed(1)} s` : outcome
  rows.set(point, { ...rows.get(point), [column]: mark })
}
for (const column of columns) {
  console.log(`\n${column}`)
  for (const [point, marks] of rows) if (marks[column]) console.log(`  ${point.padEnd(26)} ${marks[column]}`)
}
const failed = cells.filter(({ status: outcome }) => outcome !== 'passed').length
console.log(`\n${cells.length} cells, ${failed} failed.`)
process.exit(status === 0 && failed === 0 && cells.length > 0 ? 0 : 1)
