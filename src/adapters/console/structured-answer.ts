import type { VerdictData } from '../../cards/card-data.ts'
import { canUse } from '../../intents/can-use.ts'
import { findWorkspace } from '../../intents/find-workspace.ts'
import { optionOf } from '../../knowledge/verdict.ts'
import { keptIndex } from '../../understanding/kept-index.ts'
import { parse } from '../../understanding/parse.ts'
import type { Parsed } from '../../understanding/parsed.ts'
import type { GatewayTrouble } from '../../workspace/gateway.ts'
import { type AnswerPorts, documentedFacts, type Facts, networkFacts } from './structured-facts.ts'

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
  return parse(text, keptIndex(library).of(seen.ok ? seen.fleet.workspaces : []))
}

/** Answers as data what the bot would answer as a card. */
export async function structuredAnswer(text: string, ports: AnswerPorts): Promise<StructuredAnswer> {
  const parsed = await understand(text, ports)
  const { intent, entities } = parsed
  const base = { text, intent, entities }
  switch (intent) {
    case 'can_use': {
      const { verdicts, asks } = await verdictsOn(parsed, ports)
      const clarify = [...new Set([...parsed.clarify.filter(slot => slot === 'collection'), ...asks])]
      return { ...base, answer: verdicts, ...(clarify.length === 0 ? {} : { clarify }) }
    }
    case 'show_network':
    case 'provision_network': {
      const name = [...entities.workspaces, ...parsed.unknown][0] ?? ''
      const found = await findWorkspace(name, ports.reader)
      if (found.is !== 'found') {
        const near = found.is === 'none' ? found.closest.map(({ title }) => title) : []
        return { ...base, answer: { facts: [], workspaces: near }, clarify: ['workspace'] }
      }
      return { ...base, answer: await networkFacts(found.id, ports) }
    }
    case 'describe_collection':
    case 'deployment_options':
    case 'connect_private':
    case 'cost':
    case 'public_access':
    case 'licence_support':
    case 'explain_network':
      return { ...base, answer: documentedFacts(entities, ports) }
    case 'list_workspaces': {
      const seen = await ports.reader.fleet()
      const workspaces = seen.ok ? seen.fleet.workspaces.map(({ name }) => name) : []
      return { ...base, answer: { facts: [], workspaces } }
    }
    default:
      return {
        ...base,
        answer: {
          facts: [{ id: intent, text: ports.labels[intent === 'help' ? 'help' : 'notUnderstood'].intro }],
        },
      }
  }
}

async function verdictsOn(parsed: Parsed, ports: AnswerPorts) {
  const { collections, option, capability } = parsed.entities
  const verdicts: Record<string, unknown>[] = []
  const asks = new Set<string>()
  const names = [...parsed.entities.workspaces, ...parsed.unknown]
  if (names.length === 0) asks.add('workspace')
  for (const name of names) {
    const found = await findWorkspace(name, ports.reader)
    for (const collection of collections) {
      if (found.is !== 'found') {
        asks.add('workspace')
        verdicts.push(
          found.is === 'trouble'
            ? unreadable(name, collection, found.trouble)
            : unknownWorkspace(name, collection, found.is === 'several'),
        )
        continue
      }
      const answer = await canUse(
        {
          collection,
          workspace: found.id,
          ...(option === undefined ? {} : { option }),
          ...(capability === undefined ? {} : { capability }),
        },
        ports,
      )
      verdicts.push(answer.ok ? verdictEntry(answer.data) : unreadable(name, collection, answer.trouble))
    }
  }
  return { verdicts, asks: [...asks] }
}

function unreadable(workspace: string, collection: string, trouble: GatewayTrouble) {
  return {
    ...unknownWorkspace(workspace, collection, false),
    reasons: ['workspace-not-readable'],
    trouble: trouble.is,
  }
}

function unknownWorkspace(workspace: string, collection: string, several: boolean) {
  return {
    workspace,
    workspaceId: null,
    collection,
    verdict: 'unknown',
    headword: 'unknown',
    missing: [],
    later: [],
    covered: [],
    reasons: [several ? 'workspace-ambiguous' : 'workspace-not-found'],
    sources: [],
  }
}

function verdictEntry(data: VerdictData): Record<string, unknown> {
  const { workspace, hub, collection, verdict, openRequest } = data
  return {
    workspace: workspace.name,
    workspaceId: workspace.id,
    ...(hub === undefined ? {} : { via: hub.name }),
    collection: collection.id,
    option: optionOf(data),
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
