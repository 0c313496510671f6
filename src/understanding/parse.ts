import type { Capability, DeploymentOption } from '../knowledge/collection.ts'
import type { NameIndex } from './name-index.ts'
import type { Entities, IntentName, Parsed } from './parsed.ts'
import { topicIn } from './topic-words.ts'
import { wordsOf } from './words.ts'

const greetings = new Set([
  ...['help', 'hi', 'hello', 'hey', 'start', 'commands', '?'],
  ...['aide', 'salut', 'bonjour', 'bonsoir'],
])
const asksForUse =
  /^(can|could|may|is|are|do|does|will|use|using|usable|allowed|available|work|works|deploy|possible|ok|puis-je|peut-on|peut|peux|est-ce|utiliser|utilisable|autorisée?|disponible|marche|fonctionne|déployer)$/
const asksToSee =
  /^(show|status|state|describe|display|network|networks|affiche|afficher|montre|montrer|voir|état|statut)$/
const leadsToName = new Set([
  ...['in', 'on', 'for', 'of', 'to', 'from', 'into', 'workspace'],
  ...['show', 'status', 'describe', 'display', 'provision'],
  ...['dans', 'sur', 'de', 'pour', 'afficher', 'affiche', 'montre', 'montrer', 'travail'],
])
const objectOfProvisioning = /^(the|our|my|workspace|managed|virtual|network|vnet|of|for|in|and|now)$/
const filler = new Set([
  ...['the', 'a', 'our', 'my', 'workspace', 'please'],
  ...['le', 'la', 'les', 'un', 'une', 'notre', 'mon'],
])
const asksToTell =
  /^(what|what's|whats|tell|describe|explain|about|qu'est-ce|c'est|parle|décris|explique|quoi)$/

/** Pure and synchronous: the words of a text, held against what can be named. It never yields a change, only a form to open. */
export function parse(text: string, index: NameIndex): Parsed {
  const words = wordsOf(text)
  const { entities: named, rest, unknown } = entitiesOf(words, index)
  const topic = topicIn(rest)
  const intent = ordersProvisioning(text, words, rest, named)
    ? 'provision_network'
    : intentOf(words, rest, named, unknown, topic?.intent)
  const entities = topic !== undefined && topic.intent === intent ? { ...named, topic: topic.topic } : named
  const clarify: Parsed['clarify'] = [
    ...(needsWorkspace(intent) && entities.workspaces.length === 0 ? (['workspace'] as const) : []),
    ...(intent === 'can_use' && entities.collections.length === 0 ? (['collection'] as const) : []),
  ]
  return {
    intent,
    entities,
    confidence: intent === 'out_of_scope' ? 0.2 : clarify.length === 0 ? 0.95 : 0.7,
    clarify,
    ambiguous: {},
    unknown,
    suggestions: intent === 'out_of_scope' ? ['can_use', 'show_network', 'list_workspaces'] : [],
  }
}

function needsWorkspace(intent: IntentName): boolean {
  return intent === 'can_use' || intent === 'show_network' || intent === 'provision_network'
}

function entitiesOf(words: readonly string[], index: NameIndex) {
  const workspaces = new Set<string>()
  const collections = new Set<string>()
  const unknown: string[] = []
  const rest: string[] = []
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? ''
    const workspace = index.workspaces.get(word)
    const alias = workspace === undefined ? aliasAt(words, at, index) : undefined
    if (workspace !== undefined) workspaces.add(workspace)
    else if (alias !== undefined) collections.add(alias.id)
    else if (isNameLike(word) && leadsToName.has(previousOf(words, at))) unknown.push(word)
    else rest.push(word)
    at += alias?.length ?? 1
  }
  const joined = words.join(' ')
  const option: DeploymentOption | undefined = /\b(serverless|maas|pay-as-you-go)\b/.test(joined)
    ? 'serverless'
    : /\bmanaged compute\b/.test(joined)
      ? 'managed-compute'
      : undefined
  const capability: Capability | undefined = /\bbatch\b/.test(joined)
    ? 'batch-inference'
    : /\bfine-?\s?tun(e|ing)\b/.test(joined)
      ? 'fine-tuning'
      : undefined
  const entities: Entities = {
    workspaces: [...workspaces],
    collections: [...collections],
    models: [],
    fqdns: [],
    ...(option === undefined ? {} : { option }),
    ...(capability === undefined ? {} : { capability }),
  }
  return { entities, rest, unknown }
}

/** The longest alias that begins at this word: "Curated by Azure AI" before "curated". */
function aliasAt(words: readonly string[], at: number, index: NameIndex) {
  for (let length = Math.min(index.longestAlias, words.length - at); length > 0; length -= 1) {
    const id = index.collections.get(words.slice(at, at + length).join(' '))
    if (id !== undefined) return { id, length }
  }
  return undefined
}

function previousOf(words: readonly string[], at: number): string {
  for (let before = at - 1; before >= 0; before -= 1) {
    const word = words[before] ?? ''
    if (!filler.has(word) || word === 'workspace') return word
  }
  return ''
}

/** Written like the name of a workspace: a digit, a hyphen or an underscore within, or right after the word "workspace". */
function isNameLike(word: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]{1,63}$/u.test(word) && /[\d_-]/.test(word)
}

/** Only the bare order opens the form: the verb first, its object, nothing else. A question or a report never does. */
function ordersProvisioning(
  text: string,
  words: readonly string[],
  rest: readonly string[],
  { collections }: Entities,
): boolean {
  const [verb] = words.filter(word => word !== 'please')
  const object = rest.filter(word => word !== 'please').slice(1)
  return (
    verb === 'provision' &&
    collections.length === 0 &&
    !text.includes('?') &&
    object.every(word => objectOfProvisioning.test(word))
  )
}

function intentOf(
  words: readonly string[],
  rest: readonly string[],
  entities: Entities,
  unknown: readonly string[],
  ofTopic: IntentName | undefined,
): IntentName {
  const namesWorkspace = entities.workspaces.length > 0 || unknown.length > 0
  const first = rest.find(word => !filler.has(word)) ?? ''
  if (words.length === 0 || (greetings.has(first) && !namesWorkspace && entities.collections.length === 0))
    return 'help'
  const asksForAll = words.includes('workspaces') || (words.includes('espaces') && words.includes('travail'))
  if (asksForAll && entities.collections.length === 0) return 'list_workspaces'
  // What the documents say needs no workspace; a question about one is answered from its live state.
  const asksLeave =
    entities.collections.length > 0 && /^(can|could|may|puis-je|peut-on)$/.test(words[0] ?? '')
  if (ofTopic !== undefined && !namesWorkspace && !asksLeave) return ofTopic
  if (entities.collections.length > 0 && !namesWorkspace && words.some(word => asksToTell.test(word)))
    return 'describe_collection'
  if (entities.collections.length > 0 && (namesWorkspace || rest.some(word => asksForUse.test(word))))
    return 'can_use'
  if (namesWorkspace && asksToSee.test(first)) return 'show_network'
  const aboutNetwork = ['network', 'rules', 'réseau', 'règles'].some(word => rest.includes(word))
  if (namesWorkspace && (rest.length === 0 || aboutNetwork)) return 'show_network'
  if (rest[0] === 'can' && rest.includes('use')) return 'can_use'
  return 'out_of_scope'
}
