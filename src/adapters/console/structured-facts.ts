import type { Answer } from '../../cards/answer-data.ts'
import { askedFacts, askedTitle } from '../../cards/asked-hosts-card.ts'
import type { NetworkData } from '../../cards/card-data.ts'
import { comparisonRows, modelOptionsLines } from '../../cards/comparison-card.ts'
import { coverageTitle } from '../../cards/coverage-card.ts'
import { byHandSentences, liveSentence } from '../../cards/explain-card.ts'
import { whyUnread } from '../../cards/matrix-card.ts'
import { publishedTexts, requiredTexts } from '../../cards/required-hosts-card.ts'
import { workspacesTitle } from '../../cards/workspaces-card.ts'
import type { Labels } from '../../language/labels.ts'
import { isFqdn } from '../../workspace/outbound-rule.ts'
import { type Facts, fact, said, sourced, verdictFacts, verdictLine } from './told-facts.ts'

/** An answer as facts: the sentences that its card says, with the first of the documents that each rests on. */
export function factsOf(answer: Answer, labels: Labels): Facts {
  switch (answer.is) {
    case 'verdict':
      return verdictFacts(answer.data, labels)
    case 'coverage': {
      const { title, line } = coverageTitle(answer.data, labels)
      const counted = [fact('coverage', title), ...(line === '' ? [] : [fact('through-wildcards', line)])]
      const { facts, ...rest } = verdictFacts(answer.data, labels)
      return { facts: [...counted, ...facts], ...rest }
    }
    case 'matrix':
      return {
        facts: answer.data.cells.flatMap(cell =>
          cell.is === 'judged'
            ? verdictFacts(cell.data, labels).facts
            : [fact('workspace-not-readable', whyUnread(cell.why, cell.workspace, labels))],
        ),
        hosts: [
          ...new Set(
            answer.data.cells.flatMap(cell =>
              cell.is === 'judged' ? (verdictFacts(cell.data, labels).hosts ?? []) : [],
            ),
          ),
        ],
        workspaces: [
          ...new Set(
            answer.data.cells.map(cell => (cell.is === 'judged' ? cell.data.workspace.name : cell.workspace)),
          ),
        ],
      }
    case 'fleet': {
      const { cells, asked } = answer.data
      const meant = cells.filter(({ verdict }) =>
        asked.show === 'blocked' || asked.show === 'everything' ? true : verdict.headword === 'yes',
      )
      return {
        facts: cells.map(data => ({
          ...fact(`${data.verdict.name}-${data.workspace.name}`, verdictLine(data, labels)),
          ...sourced(data.verdict.sources),
        })),
        workspaces: [...new Set(meant.map(({ workspace }) => workspace.name))],
      }
    }
    case 'network':
      return networkFacts(answer.data)
    case 'workspaces':
      return {
        facts: [
          fact('workspaces', workspacesTitle(answer.data, labels)),
          ...answer.data.workspaces.map(({ name, location, network }) =>
            fact(name, `${name}: ${network.isolationModeAsRead}, ${network.status}, ${location}`),
          ),
        ],
        workspaces: answer.data.workspaces.map(({ name }) => name),
      }
    case 'required-hosts': {
      const { title, lines } = requiredTexts(answer.data, labels)
      const language = labels.locale.startsWith('fr') ? 'fr' : 'en'
      return {
        facts: [
          {
            ...fact('required', `${title}. ${lines.join(' ')}`.trim()),
            ...sourced(answer.data.subject.collection.sources),
          },
          ...answer.data.hosts.map(({ host, whyIn, sources }) => ({
            ...fact(`host-${host}`, `${host}: ${whyIn[language]}`),
            ...sourced(sources),
          })),
          ...answer.data.instead.map(said),
        ],
        hosts: answer.data.hosts.map(({ host }) => host),
      }
    }
    case 'published-hosts': {
      const { title, line } = publishedTexts(answer.data, labels)
      const { published } = answer.data
      return {
        facts: [{ ...fact('published', `${title}. ${line}`), ...sourced([published.source]) }],
        hosts: published.hosts.map(({ host }) => host),
      }
    }
    case 'asked-hosts': {
      const { hosts, hints, workspace, offer } = answer.data
      const { title, lines } = askedTitle(answer.data, labels)
      return {
        facts: [
          fact('hosts', `${title}. ${lines.join(' ')}`.trim()),
          ...hosts.flatMap(host => askedFacts(host, labels)).map(said),
          ...hints.map(said),
          ...(offer === undefined ? [] : verdictFacts(offer, labels).facts),
        ],
        hosts: hosts.map(({ host }) => host),
        ...(workspace === undefined ? {} : { workspaces: [workspace.name] }),
      }
    }
    case 'facts': {
      const { live, facts, byHand } = answer.data
      return {
        facts: [
          ...(live === undefined ? [] : [fact(`now-${live.about}`, liveSentence(live, labels))]),
          ...(byHand === undefined ? [] : [fact('not-from-chat', byHandSentences(byHand, labels).join(' '))]),
          ...facts.map(said),
        ],
      }
    }
    case 'comparison': {
      const { collections, facts } = answer.data
      return {
        facts: [
          ...comparisonRows(collections, labels).flatMap(([title, ...values], row) =>
            collections.map(({ id, name, sources }, at) => ({
              ...fact(`compare-${row}-${id}`, labels.answers.pair(`${name}, ${title}`, values[at] ?? '')),
              ...sourced(sources),
            })),
          ),
          ...facts.map(said),
        ],
      }
    }
    case 'model-options': {
      const { models, facts } = answer.data
      return {
        facts: [
          ...modelOptionsLines(answer.data, labels).map((line, at) => ({
            ...fact(`options-${at + 1}`, line),
            ...sourced(models[at]?.sources ?? []),
          })),
          ...facts.map(said),
        ],
      }
    }
    case 'note': {
      const { title, text } = labels.answers.note(answer.data)
      return { facts: [fact(answer.data.is, `${title}. ${text}`)] }
    }
    case 'clarify':
      return {
        facts: [fact('clarify', labels.clarify.title(answer.data.asks, answer.data.unknown))],
        ...(answer.data.asks === 'workspace'
          ? { workspaces: answer.data.candidates.map(({ title }) => title) }
          : {}),
      }
    case 'trouble':
      return { facts: [fact('trouble', labels.trouble.sentence(answer.data.trouble, answer.data.workspace))] }
  }
}

function networkFacts({ workspace, hub }: NetworkData): Facts {
  const { network } = hub ?? workspace
  return {
    facts: [
      fact('isolation-mode', network.isolationModeAsRead),
      fact('network-status', network.status),
      fact('public-network-access', workspace.publicNetworkAccess),
      ...(hub === undefined ? [] : [fact('via-hub', hub.name)]),
    ],
    hosts: network.rules.filter(isFqdn).flatMap(({ destinations }) => destinations),
    workspaces: [workspace.name],
  }
}
