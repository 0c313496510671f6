import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readLibrary } from './operator-files.ts'
import { nameIndex } from './understanding/name-index.ts'
import { figuresOf, labelledTexts, type Outcome, outcomesOf } from './understanding/score.ts'

const usage = 'Usage: npm run --silent intents -- score'
const out = (line: string) => process.stdout.write(`${line}\n`)

function stop(problems: readonly string[]): never {
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  process.exit(1)
}

if (process.argv.slice(2).join(' ') !== 'score') stop([usage])
const library = readLibrary(undefined)
if (!library.ok) stop(library.problems)
const corpus = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../test/understanding/corpus/${name}`, import.meta.url)), 'utf8')
const names: readonly string[] = JSON.parse(corpus('workspaces.json'))
const index = nameIndex(names, library.library.collections, library.library.models)

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', () => process.exit(0))

function table(
  title: string,
  outcomes: readonly Outcome[],
  keysOf: (outcome: Outcome) => readonly string[],
): void {
  out(`  by ${title}`)
  const keys = [...new Set(outcomes.flatMap(keysOf))].sort()
  for (const key of keys) {
    const { texts, right, falseChanges } = figuresOf(outcomes.filter(each => keysOf(each).includes(key)))
    out(
      `    ${key.padEnd(22)} ${String(texts).padStart(4)} texts ${right.toFixed(1).padStart(6)} % right${falseChanges > 0 ? `, ${falseChanges} FALSE CHANGES` : ''}`,
    )
  }
}

/** Their lines are looked at by nobody: they would be tuned on, and measure nothing any more. */
const unread: readonly string[] = ['test', 'fresh-test']

for (const part of ['development', 'fresh-development', ...unread]) {
  const outcomes = outcomesOf(labelledTexts(corpus(`${part}.jsonl`)), index)
  const all = figuresOf(outcomes)
  out(`${part}: ${all.texts} texts`)
  out(
    `  right intent ${all.right} %, within the suggestions ${all.within} %, core intents ${all.core} %, French ${all.french} %`,
  )
  out(
    `  entities F1 ${all.entityF1}, workspaces F1 ${all.workspaceF1}, changes found ${all.changesFound} %, false changes ${all.falseChanges}`,
  )
  table('language', outcomes, ({ labelled }) => [labelled.lang])
  table('intent', outcomes, ({ labelled }) => [labelled.intent])
  table('tag', outcomes, ({ labelled }) => labelled.tags)
  if (!unread.includes(part))
    for (const { labelled, intent } of outcomes.filter(({ right }) => !right))
      out(`  ${labelled.id}: ${labelled.intent} read as ${intent}: ${JSON.stringify(labelled.text)}`)
}
