import { posix } from 'node:path'

/** A file of `src`, by its path from there. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** Which rooms a room may use. Whatever is not named here it may not. */
const below: Readonly<Record<string, readonly string[]>> = {
  workspace: [],
  conversation: [],
  language: [],
  knowledge: ['workspace'],
  changes: ['knowledge', 'workspace', 'conversation'],
  cards: ['changes', 'knowledge', 'workspace', 'conversation', 'language'],
  understanding: ['knowledge'],
  intents: ['cards', 'changes', 'knowledge', 'workspace', 'conversation', 'language'],
  bot: [
    ...['intents', 'understanding', 'cards', 'changes', 'knowledge', 'workspace', 'conversation'],
    'language',
  ],
}
const rooms = Object.keys(below)

/** Where each package may be used. Everything else on the list of dependencies has no place in `src`. */
const homes: Readonly<Record<string, readonly string[]>> = {
  zod: ['anywhere'],
  '@azure/arm-machinelearning': ['adapters/azure'],
  '@azure/arm-authorization': ['adapters/azure'],
  '@azure/identity': ['adapters/azure'],
  // The connector's calls go through the same pipeline, for its retries.
  '@azure/core-rest-pipeline': ['adapters/azure', 'adapters/teams'],
  botbuilder: ['adapters/teams'],
  jose: ['adapters/teams'],
  // gatehouse.ts names the server's type, for what else is mounted on its port.
  restify: ['adapters/teams', 'adapters/page', 'gatehouse.ts'],
  pg: ['adapters/store'],
  '@electric-sql/pglite': ['adapters/store'],
  // The wiring hands on pg-boss's clock, so that timers and time of record move together.
  'pg-boss': [
    'adapters/store',
    'adapters/page',
    'audit-anchor.ts',
    'gatehouse.ts',
    'local.ts',
    'main.ts',
    'open-store.ts',
    'policy-watch.ts',
    'sweep.ts',
  ],
  // The wiring hands the log on; log.ts makes it.
  pino: [
    'adapters/teams',
    'adapters/page',
    'audit-anchor.ts',
    'log.ts',
    'gatehouse.ts',
    'local.ts',
    'open-store.ts',
    'policy-watch.ts',
    'sweep.ts',
  ],
  // The wiring puts it round what passes through: no room and no adapter knows of it.
  '@opentelemetry/api': ['counters.ts', 'exporters.ts', 'telemetry.ts'],
  yaml: ['adapters/policy'],
  'intl-messageformat': ['language'],
  adaptivecards: ['adapters/page/client'],
  'markdown-it': ['adapters/page/client'],
  // Both are pure: lists of domains, and a distance of words.
  tldts: ['workspace', 'understanding'],
  'fastest-levenshtein': ['understanding'],
  // Templating is pure, and what the room of cards is about.
  'adaptivecards-templating': ['cards'],
  'adaptive-expressions': ['cards'],
}

const entryPoints = [
  'main.ts',
  'ask.ts',
  'knowledge-check.ts',
  'audit.ts',
  'parse.ts',
  'policy-explain.ts',
  'simulator/main.ts',
]
const readsEnvironment = ['config.ts', ...entryPoints]
/** Of Node's own modules these compute and do nothing else. */
const pureModules = ['node:crypto', 'node:url', 'node:util']
const forbiddenFolders = ['utils', 'helpers', 'common', 'shared', 'lib', 'types']
const impure = [
  ...[/\bDate\.now\b/, /\bnew Date(?!\s*\()/, /\bDate\(\s*\)/, /\bperformance\.now\b/],
  ...[/\bMath\.random\b/, /\brandomUUID\b/, /\brandomBytes\b/, /\bgetRandomValues\b/],
]
// The simulator is a server, and hangs when told to.
const timers = [/\bsetTimeout\b/, /\bsetInterval\b/, /\bsetImmediate\b/]

const longest = 200
/** Longer files: path, or the beginning of it, and why. */
const mayBeLonger: Readonly<Record<string, string>> = {
  'language/': 'A language is one file that holds every sentence, and labels.ts is the list of them.',
  'knowledge/records/': 'Records are data.',
}

/** Deeper folders than a room or an adapter, and why they exist. */
const deeperFolders: Readonly<Record<string, string>> = {
  'changes/actions': 'One file for each kind of step that changes something in Azure.',
  'knowledge/records': 'One file of data for each collection.',
  'adapters/store/migrations': 'One file for each step of the database schema.',
  'adapters/page/client': 'What runs in the browser, built by itself.',
  'adapters/page/client/style': 'The style sheets of the page.',
}

/** Everything in which these files break the law of the house, as sentences. `map`: the README's text. */
export function breaches(files: readonly SourceFile[], map: string): readonly string[] {
  return [
    ...files.flatMap(file => [...importBreaches(file), ...codeBreaches(file), ...shapeBreaches(file)]),
    ...folderBreaches(files, map),
    ...cycles(files),
  ]
}

function importsOf({ text }: SourceFile): readonly string[] {
  const found = code(text).matchAll(/\b(?:from\s+|import\s+|import\(\s*)'([^'\s]+)'/g)
  return [...found].map(([, name = '']) => name)
}

/** The code without its comments, in which words stand for what they are not. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

function partOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  return first === 'adapters' ? `${first}/${second}` : path.includes('/') ? first : 'wiring'
}

function importBreaches(file: SourceFile): readonly string[] {
  const part = partOf(file.path)
  return importsOf(file).flatMap(name => {
    const breach = `${file.path} must not import ${name}`
    if (name.startsWith('node:')) return rooms.includes(part) && !pureModules.includes(name) ? [breach] : []
    if (!name.startsWith('.')) return mayUse(file.path, name) ? [] : [breach]
    const target = posix.join('src', posix.dirname(file.path), name)
    if (!target.startsWith('src/'))
      return part === 'cards' && /^cards\/.+\.json$/.test(target) ? [] : [breach]
    return mayReach(part, partOf(target.slice('src/'.length))) ? [] : [breach]
  })
}

function mayUse(path: string, name: string): boolean {
  const packageName = name.split('/', name.startsWith('@') ? 2 : 1).join('/')
  return (homes[packageName] ?? []).some(
    home => home === 'anywhere' || path === home || path.startsWith(`${home}/`),
  )
}

function mayReach(from: string, to: string): boolean {
  if (from === to || from === 'wiring') return true
  if (from.startsWith('adapters/')) return rooms.includes(to)
  return below[from]?.includes(to) ?? false
}

function codeBreaches({ path, text }: SourceFile): readonly string[] {
  const bare = code(text)
  const isRoom = rooms.includes(partOf(path))
  const isPure = isRoom || (path.startsWith('simulator/') && !entryPoints.includes(path))
  const given = [...(isPure ? impure : []), ...(isRoom ? timers : [])]
  return [
    ...(/\bprocess\b[\s\S]{0,3}\benv\b/.test(bare) && !readsEnvironment.includes(path)
      ? [`${path} must not read the environment`]
      : []),
    ...given
      .filter(pattern => pattern.test(bare))
      .map(pattern => `${path} must be given what ${pattern} gets`),
  ]
}

function shapeBreaches({ path, text }: SourceFile): readonly string[] {
  const lines = text.split('\n').length - 1
  const excused = Object.keys(mayBeLonger).some(each => path.startsWith(each))
  return [
    ...(lines > longest && !excused ? [`${path} has ${lines} lines`] : []),
    ...(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(posix.basename(path))
      ? []
      : [`${path} is not kebab-case`]),
  ]
}

function folderBreaches(files: readonly SourceFile[], map: string): readonly string[] {
  const folders = new Set(files.map(({ path }) => posix.dirname(path)).filter(folder => folder !== '.'))
  return [...folders].flatMap(folder => {
    const names = folder.split('/')
    const depth = names[0] === 'adapters' ? 2 : 1
    const onMap = new RegExp(`^[^\\n]*\\b${names[depth - 1]}\\b`, 'm').test(map)
    return [
      ...(names.some(name => forbiddenFolders.includes(name)) ? [`${folder} says nothing by its name`] : []),
      ...(names.length > depth && !Object.hasOwn(deeperFolders, folder) ? [`${folder} has no reason`] : []),
      ...(onMap ? [] : [`${folder} is not on the map`]),
    ]
  })
}

/** Files that import each other in a circle, types included: none can be understood before the others. */
function cycles(files: readonly SourceFile[]): readonly string[] {
  const targets = new Map(
    files.map(file => [
      file.path,
      importsOf(file)
        .filter(name => name.startsWith('.'))
        .map(name => posix.join(posix.dirname(file.path), name)),
    ]),
  )
  const cleared = new Set<string>()
  const walk = (path: string, way: readonly string[]): readonly string[] => {
    if (way.includes(path)) return [[...way.slice(way.indexOf(path)), path].join(' > ')]
    if (cleared.has(path)) return []
    const found = (targets.get(path) ?? []).flatMap(next => walk(next, [...way, path]))
    cleared.add(path)
    return found
  }
  return files.flatMap(({ path }) => walk(path, []))
}
