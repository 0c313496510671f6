import { writeFileSync } from 'node:fs'
import { findingsOf, findingsText } from './knowledge/check.ts'
import { knowledgePage } from './knowledge/knowledge-page.ts'
import { readLibrary } from './operator-files.ts'

const usage = 'Usage: npm run --silent knowledge -- check | doc'
const page = new URL('../docs/knowledge.md', import.meta.url)

function stop(problems: readonly string[]): never {
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  process.exit(1)
}

const [command] = process.argv.slice(2)
switch (command) {
  case 'check': {
    const read = readLibrary(process.env.KNOWLEDGE_DIR || undefined)
    if (!read.ok) stop(read.problems)
    const today = new Date().toISOString().slice(0, 10)
    process.stdout.write(`${findingsText(read.library, findingsOf(read.library, today))}\n`)
    break
  }
  case 'doc': {
    // Of our records alone: an operator's belong to their installation, not to our documentation.
    const read = readLibrary(undefined)
    if (!read.ok) stop(read.problems)
    writeFileSync(page, knowledgePage(read.library))
    break
  }
  default:
    stop([usage])
}
