import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { readLibrary } from './operator-files.ts'
import { readTenant } from './tenant-file.ts'
import { nameIndex } from './understanding/name-index.ts'
import { parseLine } from './understanding/parse-line.ts'

const usage = 'Usage: npm run --silent parse [-- --workspaces names.json] < lines.jsonl'

function stop(problems: readonly string[]): never {
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  process.exit(1)
}

/** The names of a file, a JSON array; without one those of the simulated tenant. Nothing is asked over the network. */
function namesOf(file: string | undefined): readonly string[] {
  if (file === undefined) {
    const tenant = readTenant(process.env.SIMULATOR_TENANT || undefined)
    return tenant.ok ? tenant.tenant.workspaces.map(({ name }) => name) : stop(tenant.problems)
  }
  try {
    const names = z.array(z.string()).safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return names.success ? names.data : stop([`${file}: a JSON array of names is expected.`, usage])
  } catch {
    return stop([`${file}: the file cannot be read as JSON.`, usage])
  }
}

function fileAsked(args: readonly string[]): string | undefined {
  const [flag, file, ...others] = args
  if (flag === undefined) return undefined
  if (flag === '--workspaces' && file !== undefined && others.length === 0) return file
  return flag.startsWith('--workspaces=') && file === undefined
    ? flag.slice('--workspaces='.length)
    : stop([usage])
}

const library = readLibrary(process.env.KNOWLEDGE_DIR || undefined)
if (!library.ok) stop(library.problems)
const { collections, models } = library.library
const index = nameIndex(namesOf(fileAsked(process.argv.slice(2))), collections, models)

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', () => process.exit(0))
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
  if (line.trim() !== '') process.stdout.write(`${JSON.stringify(parseLine(line, index))}\n`)
