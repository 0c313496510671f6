import type { Fact } from './fact.ts'
import type { Library } from './library.ts'
import type { Source } from './source.ts'

/** `docs/knowledge.md`: every fact area with the sections that it comes from, and every section with its areas. */
export function knowledgePage(library: Library): string {
  const { topics, sources, families, collections, published } = library
  const name = (source: Source) => `[${source.title}](${source.url}), ${source.date}`
  const facts = topics.flatMap(topic => topic.facts)

  const areas = topics.flatMap(({ title, facts: own }) =>
    placesOf(own).map(({ source, section, ids }) => [title.en, `${source.id}`, section, ids.join(', ')]),
  )
  const sections = sources
    .filter(source => source.sections !== undefined)
    .flatMap(source => [
      `### ${source.title}`,
      '',
      `${name(source)}. Cited as \`${source.id}\`.`,
      '',
      ...table(
        ['Section', 'Facts'],
        (source.sections ?? []).map((section, index) => [
          section,
          factsUnder(facts, originalOf(sources, source), index).join(', '),
        ]),
      ),
      '',
    ])
  const hosts = [...library.hosts()].flatMap(([host, needing]) =>
    needing.map(collection => [
      `\`${host}\``,
      collection.name,
      collection.hosts.find(needed => needed.host === host)?.whyIn.en ?? '',
      (collection.hosts.find(needed => needed.host === host)?.sources ?? []).map(({ id }) => id).join(', '),
    ]),
  )
  const models = families.flatMap(family => [
    ...family.models.map(model => [model.name, family.name, ...options(model.options)]),
    ...(family.models.length === 0 ? [['(any)', family.name, ...options(family.options)]] : []),
  ])

  return `${[
    '# What Gatehouse knows',
    '',
    'Generated from the records in `src/knowledge/records` by `npm run --silent knowledge -- doc`. To change it, change a',
    'record. Documents are cited by their ids; the last table has their titles, dates and addresses.',
    '',
    '## Fact areas',
    '',
    ...table(['Area', 'Document', 'Section', 'Facts'], areas),
    '',
    '## Sections of the documents',
    '',
    ...sections,
    '## Collections',
    '',
    ...table(
      ['Collection', 'Needs of a network', 'Deployment options', 'Capabilities', 'Other names'],
      collections.map(collection => [
        collection.name,
        needs[collection.needs],
        collection.options.join(', '),
        Object.entries(collection.capabilities)
          .map(([capability, offered]) => (offered ? capability : `no ${capability}`))
          .join(', '),
        collection.aliases.join(', '),
      ]),
    ),
    '',
    '## Hosts',
    '',
    ...table(['Host', 'Collection', 'Why', 'Lists'], hosts),
    '',
    ...published.flatMap(({ collection, source, hosts: own }) => [
      `## Hosts that the publisher of ${library.collection(collection)?.name ?? collection} names`,
      '',
      `From ${name(source)}. They are in neither tier that can be requested.`,
      '',
      ...table(
        ['Host', 'Why'],
        own.map(({ host, why }) => [`\`${host}\``, why.en]),
      ),
      '',
    ]),
    '## Models',
    '',
    ...table(['Model', 'Family', 'Managed compute', 'Serverless API'], models),
    '',
    '## Documents',
    '',
    ...table(
      ['Id', 'Document', 'Kind'],
      sources.map(source => [`\`${source.id}\``, name(source), source.tier]),
    ),
  ].join('\n')}\n`
}

const needs = {
  hosts: 'its hosts',
  nothing: 'nothing',
  'private-endpoint': 'a private endpoint',
  'not-documented': 'not documented',
} as const

function options(offered: readonly string[]): readonly string[] {
  return ['managed-compute', 'serverless'].map(option => (offered.includes(option) ? 'yes' : 'no'))
}

/** Where facts come from, each document and section once, with the facts. */
function placesOf(facts: readonly Fact[]) {
  const places = new Map<string, { source: Source; section: string; ids: string[] }>()
  for (const { id, places: own } of facts)
    for (const { source, section = '' } of own) {
      const key = `${source.id} ${section}`
      const place = places.get(key) ?? { source, section, ids: [] }
      place.ids.push(id)
      places.set(key, place)
    }
  return [...places.values()]
}

function originalOf(sources: readonly Source[], source: Source): Source {
  return sources.find(({ id }) => id === source.sameAs) ?? source
}

/** The facts under the nth heading: a translation says under its own heading what its original says there. */
function factsUnder(facts: readonly Fact[], original: Source, index: number): string[] {
  const section = original.sections?.[index]
  return facts
    .filter(({ places }) => places.some(at => at.source.id === original.id && at.section === section))
    .map(({ id }) => id)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
