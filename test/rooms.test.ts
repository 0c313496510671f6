import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { breaches, type SourceFile } from './law-of-rooms.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const src = join(root, 'src')
const files: readonly SourceFile[] = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /\.(ts|css|html|json)$/.test(entry.name))
  .map(entry => join(entry.parentPath, entry.name))
  .map(file => ({
    path: relative(src, file).split(sep).join('/'),
    text: readFileSync(file, 'utf8'),
  }))
const [, map = ''] =
  /## The map\n[\s\S]*?```\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? []

it('the house keeps its law', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(map).toContain('workspace')
  expect(breaches(files, map)).toEqual([])
})

describe('the law is broken by', () => {
  const file = (path: string, ...lines: readonly string[]): SourceFile => ({
    path,
    text: `${lines.join('\n')}\n`,
  })
  const imports = (path: string, name: string) => file(path, `import { x } from '${name}'`)

  it.each<[string, SourceFile]>([
    ['a leaf that imports another room', imports('workspace/a.ts', '../knowledge/judge.ts')],
    ['a leaf that imports another leaf', imports('conversation/a.ts', '../language/en.ts')],
    ['a room that imports one above it', imports('knowledge/a.ts', '../changes/plan.ts')],
    ['one that imports it as a type', file('cards/a.ts', "import type { X } from '../intents/help.ts'")],
    ['one that imports it late', file('changes/a.ts', "const x = await import('../bot/tick.ts')")],
    ['one that hands it on', file('intents/a.ts', "export * from '../bot/turn.ts'")],
    [
      'one that imports it over several lines',
      file('intents/a.ts', 'import {', '  x,', "} from '../bot/turn.ts'"),
    ],
    ['one that imports it for its effect', file('intents/a.ts', "import '../bot/turn.ts'")],
    ['a folder of a room that does so', imports('changes/actions/a.ts', '../../cards/verbs.ts')],
    ['understanding that imports workspaces', imports('understanding/a.ts', '../workspace/host.ts')],
    ['a room that imports an adapter', imports('bot/a.ts', '../adapters/azure/gateway.ts')],
    ['a room that imports the simulator', imports('intents/a.ts', '../simulator/tenant.ts')],
    ['a room that imports the wiring', imports('bot/a.ts', '../config.ts')],
    ['a room that imports tests', imports('bot/a.ts', '../../test/bot/road.ts')],
    ['a room other than cards that imports a card', imports('bot/a.ts', '../../cards/help.json')],
    ['a simulator that imports a room', imports('simulator/a.ts', '../workspace/host.ts')],
    ['an adapter that imports another one', imports('adapters/page/a.ts', '../teams/server.ts')],
    ['an adapter that imports the wiring', imports('adapters/page/a.ts', '../../gatehouse.ts')],
    ['an adapter that imports the simulator', imports('adapters/azure/a.ts', '../../simulator/tenant.ts')],
    ['an SDK in a room', imports('bot/a.ts', 'botbuilder')],
    ['an SDK under another adapter', imports('adapters/page/a.ts', 'botbuilder')],
    ['an SDK in the wiring', imports('main.ts', '@azure/identity')],
    ['a file of an SDK in a room', imports('changes/a.ts', '@azure/core-rest-pipeline/dist/a.js')],
    ['templating outside the room of cards', imports('intents/a.ts', 'adaptivecards-templating')],
    ['a package that nobody spoke of', imports('adapters/store/a.ts', 'left-pad')],
    ['files in a room', imports('knowledge/a.ts', 'node:fs')],
    ['the network in a room', imports('workspace/a.ts', 'node:https')],
    ['the environment in a room', file('bot/a.ts', 'const x = process.env.PORT')],
    ['the environment in an adapter', file('adapters/azure/a.ts', 'const { PORT } = process.env')],
    ['the environment in the wiring', file('gatehouse.ts', "const x = process['env']")],
    ['the clock in a room', file('bot/a.ts', 'const x = Date.now()')],
    ['the clock by another name', file('bot/a.ts', 'const x = new Date()')],
    ['the clock in the simulator', file('simulator/a.ts', 'const x = new Date().toISOString()')],
    ['chance in a room', file('changes/a.ts', 'const x = Math.random()')],
    ['new ids in a room', file('intents/a.ts', "import { randomUUID } from 'node:crypto'")],
    ['a timer in a room', file('bot/a.ts', 'setTimeout(() => {}, 1)')],
    ['a long file', file('bot/a.ts', ...Array.from({ length: 201 }, () => ''))],
    [
      'a long style sheet',
      file('adapters/page/client/style/a.css', ...Array.from({ length: 201 }, () => '')),
    ],
    ['a file whose name is not kebab-case', file('bot/tickTock.ts')],
    ['a room that says nothing by its name', file('common/a.ts')],
    ['a folder deeper than there is a reason for', file('bot/ticks/a.ts')],
    ['a room that is not on the map', file('attic/a.ts')],
    ['an adapter that is not on the map', file('adapters/slack/a.ts')],
    ['a file that imports itself', imports('bot/a.ts', './a.ts')],
  ])('%s', (_, file) => {
    // The word of a room that has no business here may stand on the map.
    expect(breaches([file], `${map} common`)).toHaveLength(1)
  })

  it('three files in a circle, and names it once', () => {
    const circle = [
      imports('bot/a.ts', './b.ts'),
      imports('bot/b.ts', './c.ts'),
      imports('bot/c.ts', './a.ts'),
      imports('bot/d.ts', './a.ts'),
    ]
    expect(breaches(circle, map)).toEqual(['bot/a.ts > bot/b.ts > bot/c.ts > bot/a.ts'])
  })
})

describe('the law allows', () => {
  it.each<[string, SourceFile]>([
    [
      'what stands in a comment',
      { path: 'bot/a.ts', text: '// Never Date.now() nor process.env\n/* Math.random */\n' },
    ],
    ['an address that looks like a comment', { path: 'bot/a.ts', text: "const x = 'https://example.org'\n" }],
    ['a date made from a number', { path: 'cards/a.ts', text: 'const x = new Date(at)\n' }],
    [
      'a room that imports itself and those below',
      {
        path: 'changes/a.ts',
        text: "import { x } from './plan.ts'\nimport type { Y } from '../workspace/host.ts'\n",
      },
    ],
    [
      'an adapter that imports a room',
      { path: 'adapters/store/a.ts', text: "import type { Y } from '../../bot/b.ts'\n" },
    ],
    ['a long language', { path: 'language/fi.ts', text: '\n'.repeat(900) }],
  ])('%s', (_, file) => {
    expect(breaches([file], map)).toEqual([])
  })
})
