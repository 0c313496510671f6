import { destinationCovers } from '../workspace/host-coverage.ts'
import type { Collection } from './collection.ts'
import type { Library } from './library.ts'
import type { Source } from './source.ts'

/** What a person should look at in the records. None of it is an error. */
export interface Findings {
  /** Documents whose own date is more than a year back. */
  readonly old: readonly Source[]
  readonly disagreements: readonly Disagreement[]
  /** Hosts that a publisher or a fact names and no list of a collection does. */
  readonly unlisted: readonly { readonly host: string; readonly namedBy: string }[]
  /** Ids of facts that name no heading although the headings of their document are known. */
  readonly withoutSection: readonly string[]
  /** Headings of documents that no fact comes from. */
  readonly untoldSections: readonly { readonly source: string; readonly section: string }[]
}

/** A host of a collection that some of its lists name and others leave out. */
export interface Disagreement {
  readonly collection: string
  readonly host: string
  readonly namedBy: readonly string[]
  readonly omittedBy: readonly { readonly source: string; readonly coveredBy?: string }[]
}

/** Holds the records against each other and against a day such as `2026-11-22`. Pure. */
export function findingsOf(library: Library, today: string): Findings {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  const facts = library.topics.flatMap(topic => topic.facts)
  const told = new Set(
    facts.flatMap(({ places }) => places.map(({ source, section }) => `${source.id} ${section}`)),
  )
  const listed = library.hosts()
  const named = [
    ...library.published.flatMap(({ source, hosts }) =>
      hosts.map(({ host }) => ({ host, namedBy: source.id })),
    ),
    ...facts.flatMap(({ id, hosts }) => hosts.map(host => ({ host, namedBy: `fact ${id}` }))),
  ]
  return {
    old: library.sources
      .filter(({ date }) => date < yearAgo)
      .toSorted((a, b) => a.date.localeCompare(b.date)),
    disagreements: library.collections.flatMap(disagreementsOn),
    unlisted: named.filter(({ host }) => !listed.has(host)),
    withoutSection: facts
      .filter(({ places }) => places.some(({ source, section }) => source.sections && section === undefined))
      .map(({ id }) => id),
    untoldSections: library.sources
      .filter(({ sameAs }) => sameAs === undefined)
      .flatMap(({ id, sections = [] }) => sections.map(section => ({ source: id, section })))
      .filter(({ source, section }) => !told.has(`${source} ${section}`)),
  }
}

function disagreementsOn({ id, hosts }: Collection): Disagreement[] {
  const lists = [...new Set(hosts.flatMap(({ sources }) => sources.map(source => source.id)))]
  const hostsOf = (list: string) =>
    hosts.filter(({ sources }) => sources.some(source => source.id === list)).map(({ host }) => host)
  return hosts
    .map(({ host, sources }) => ({ host, namedBy: sources.map(source => source.id) }))
    .filter(({ namedBy }) => namedBy.length < lists.length)
    .map(({ host, namedBy }) => ({
      collection: id,
      host,
      namedBy,
      omittedBy: lists
        .filter(list => !namedBy.includes(list))
        .map(source => {
          const coveredBy = hostsOf(source).find(other => destinationCovers(other, host))
          return coveredBy === undefined ? { source } : { source, coveredBy }
        }),
    }))
}

/** The findings as lines for a terminal. */
export function findingsText(library: Library, findings: Findings): string {
  const facts = library.topics.reduce((sum, topic) => sum + topic.facts.length, 0)
  const counts = [
    `${library.collections.length} collections`,
    `${library.models.length} models in ${library.families.length} families`,
    `${facts} facts in ${library.topics.length} areas`,
    `${library.sources.length} sources`,
  ]
  const part = (title: string, lines: readonly string[]) => [
    '',
    `${title}: ${lines.length === 0 ? 'none' : lines.length}`,
    ...lines.map(line => `  ${line}`),
  ]
  return [
    `The records are valid: ${counts.join(', ')}.`,
    ...part(
      'Sources older than a year',
      findings.old.map(({ id, date, title }) => `${date} ${id}: ${title}`),
    ),
    ...part(
      'Hosts on which sources disagree',
      findings.disagreements.map(({ collection, host, namedBy, omittedBy }) => {
        const omitted = omittedBy.map(({ source, coveredBy }) =>
          coveredBy === undefined ? source : `${source} (covered there by ${coveredBy})`,
        )
        return `${collection}: ${host} is named by ${namedBy.join(', ')}; left out by ${omitted.join(', ')}`
      }),
    ),
    ...part(
      'Hosts in no list of a collection',
      findings.unlisted.map(({ host, namedBy }) => `${host}, named by ${namedBy}`),
    ),
    ...part('Facts without a section', findings.withoutSection),
    ...part(
      'Sections without a fact',
      findings.untoldSections.map(({ source, section }) => `${source}: ${section}`),
    ),
  ].join('\n')
}
