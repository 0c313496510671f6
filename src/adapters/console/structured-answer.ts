import { answer, isReadable, lookUpOf } from '../../bot/answer.ts'
import type { PressPorts } from '../../bot/press.ts'
import type { Cell } from '../../cards/answer-data.ts'
import type { MessageIncoming } from '../../conversation/incoming.ts'
import { answerLookUp } from '../../intents/look-up.ts'
import { optionOf } from '../../knowledge/verdict.ts'
import { keptIndex } from '../../understanding/kept-index.ts'
import { parse } from '../../understanding/parse.ts'
import type { Parsed } from '../../understanding/parsed.ts'
import { cardText } from './card-text.ts'
import { orOnlyReads } from './no-store.ts'
import { factsOf } from './structured-facts.ts'
import type { Facts } from './told-facts.ts'

export type AnswerPorts = PressPorts

type Verdicts = readonly Readonly<Record<string, unknown>>[]
/** One answer of `ask --json`: a contract that others build on. */
export interface StructuredAnswer {
  readonly text: string
  readonly intent: string
  readonly entities: Parsed['entities']
  readonly answer: Verdicts | Facts
  readonly clarify?: readonly string[]
}

/** What a text asks, by the names that exist now. */
export async function understand(
  text: string,
  { reader, library }: Pick<AnswerPorts, 'reader' | 'library'>,
): Promise<Parsed> {
  const seen = await reader.recent()
  return parse(text, {}, await keptIndex(library).of(seen.ok ? seen.fleet.workspaces : []))
}

/** Answers as data what the bot would answer as a card: both are made of the same value. */
export async function structuredAnswer(
  incoming: MessageIncoming,
  ports: AnswerPorts,
): Promise<StructuredAnswer> {
  const { text } = incoming
  const parsed = await understand(text, ports)
  const { intent, entities } = parsed
  const base = { text, intent, entities }
  if (!isReadable(intent)) {
    const reply = await orOnlyReads(answer(parsed, incoming, ports), ports.labels)
    const said = reply.kind === 'card' ? cardText(reply.card) : 'text' in reply ? reply.text : ''
    const facts: Facts = { facts: [{ id: intent, text: said }] }
    return { ...base, answer: facts, ...(parsed.clarify.length === 0 ? {} : { clarify: parsed.clarify }) }
  }
  const answered = await answerLookUp(lookUpOf(parsed, intent, text), ports)
  const cells = intent === 'can_use' ? cellsOf(answered) : undefined
  const clarify = new Set<string>(answered.is === 'clarify' ? [answered.data.asks] : [])
  if (entities.workspaces.length + parsed.unknown.length === 0 && intent === 'can_use')
    clarify.add('workspace')
  if (
    cells?.some(cell => cell.is === 'unread' && (cell.why.is === 'not-found' || cell.why.is === 'ambiguous'))
  )
    clarify.add('workspace')
  if (answered.is === 'note' && answered.data.is === 'unknown-model') clarify.add('model')
  return {
    ...base,
    answer: cells?.map(entryOf) ?? factsOf(answered, ports.labels),
    ...(clarify.size === 0 ? {} : { clarify: [...clarify] }),
  }
}

/** What `can_use` answers, entry by entry. What was asked back without a workspace has none. */
function cellsOf(answered: Awaited<ReturnType<typeof answerLookUp>>): readonly Cell[] {
  switch (answered.is) {
    case 'verdict':
    case 'coverage':
      return [{ is: 'judged', data: answered.data }]
    case 'matrix':
      return answered.data.cells
    case 'clarify':
    case 'trouble':
      return answered.cells
    default:
      return []
  }
}

function entryOf(cell: Cell): Record<string, unknown> {
  if (cell.is === 'unread') {
    const { collection, model, option } = cell.subject
    const named = cell.why.is === 'not-found' || cell.why.is === 'ambiguous'
    return {
      workspace: cell.workspace,
      workspaceId: null,
      collection: collection.id,
      ...(model === undefined ? {} : { model: model.name }),
      ...(option === undefined ? {} : { option }),
      verdict: 'unknown',
      headword: 'unknown',
      missing: [],
      later: [],
      covered: [],
      reasons: [named ? `workspace-${cell.why.is}` : 'workspace-not-readable'],
      sources: [],
      ...(named ? {} : { trouble: cell.why.is }),
    }
  }
  const { workspace, hub, collection, model, verdict, openRequest } = cell.data
  return {
    workspace: workspace.name,
    workspaceId: workspace.id,
    ...(hub === undefined ? {} : { via: hub.name }),
    collection: collection.id,
    ...(model === undefined ? {} : { model: model.name }),
    option: optionOf(cell.data),
    verdict: verdict.name,
    headword: verdict.headword,
    missing: verdict.missing.map(({ host }) => host),
    later: verdict.later.map(({ host }) => host),
    covered: verdict.covered.map(({ host, rule }) => ({ host, rule })),
    reasons: verdict.reasons.map(({ code }) => code),
    sources: verdict.sources.map(({ title, date }) => ({ title, date })),
    ...(openRequest === undefined ? {} : { pendingRequest: openRequest.number }),
  }
}
