import type { Capability, Collection } from '../knowledge/collection.ts'
import type { Labels } from '../language/labels.ts'
import type { ComparisonData, ModelOptionsData } from './answer-data.ts'
import { answerView, saidBy, tableView } from './answer-view.ts'
import { citations } from './cited-sources.ts'
import { foot, head, linesOf, section } from './fragments.ts'
import { askButton, lookUp } from './look-up.ts'
import type { Rendered } from './render.ts'

/** With more columns than these a narrow table breaks its words. */
const columnsShown = 3

const capabilities: readonly Capability[] = [
  'online-inference',
  'batch-inference',
  'fine-tuning',
  'evaluation',
  'import',
]

/** What is compared, row by row: a title, and a value for each collection in order. */
export function comparisonRows(
  collections: readonly Collection[],
  labels: Labels,
): readonly (readonly [title: string, ...values: string[]])[] {
  const { answers } = labels
  const hosts = ({ needs, hosts: all }: Collection, wanted: (tier: string) => boolean) =>
    needs === 'hosts' ? labels.counts.hosts(all.filter(({ tier }) => wanted(tier)).length) : '–'
  return [
    [answers.rows.needs, ...collections.map(({ needs }) => answers.needs[needs])],
    [answers.rows.documented, ...collections.map(each => hosts(each, tier => tier === 'documented'))],
    [answers.rows.current, ...collections.map(each => hosts(each, () => true))],
    [
      answers.rows.options,
      ...collections.map(({ options }) => options.map(option => answers.option[option]).join(', ')),
    ],
    ...capabilities.map((capability): [string, ...string[]] => [
      answers.capability[capability],
      ...collections.map(({ capabilities: offered }) =>
        offered[capability] === undefined ? '–' : offered[capability] ? answers.yes : answers.no,
      ),
    ]),
  ]
}

/** Collections side by side, as the documents describe them. */
export function comparisonCard({ collections, facts }: ComparisonData, labels: Labels): Rendered {
  const title = labels.answers.compareTitle(collections.map(({ name }) => name))
  const cited = citations(
    [...collections.flatMap(({ sources }) => sources), ...facts.flatMap(({ sources }) => sources)],
    [],
    false,
    labels,
  )
  return answerView(
    title,
    {
      head: head('accent', 'i', title),
      ...(collections.length <= columnsShown
        ? {
            table: tableView([
              [labels.answers.collection, ...collections.map(({ name }) => name)],
              ...comparisonRows(collections, labels),
            ]),
          }
        : {
            sections: collections.flatMap(({ name }, at) =>
              section(
                name,
                comparisonRows(collections, labels).map(([row, ...values]) =>
                  labels.answers.pair(row, values[at] ?? ''),
                ),
              ),
            ),
          }),
      said: saidBy(facts, cited, labels),
      foot: foot(cited.lines),
      actions: collections
        .filter(({ needs }) => needs === 'hosts')
        .map(({ id, name }) =>
          askButton(labels.buttons.requiredHosts(name), lookUp('required_fqdns', { collections: [id] })),
        ),
    },
    labels,
  )
}

/** How models can be deployed, by the table of the documents. */
export function modelOptionsCard({ models, unknown, facts }: ModelOptionsData, labels: Labels): Rendered {
  const title = labels.answers.modelsTitle([...models.map(({ name }) => name), ...unknown])
  const said = modelOptionsLines({ models, unknown }, labels)
  const cited = citations(
    [...models.flatMap(({ sources }) => sources), ...facts.flatMap(({ sources }) => sources)],
    [],
    false,
    labels,
  )
  return answerView(
    `${title}. ${said[0] ?? ''}`,
    {
      head: head('accent', 'i', title),
      lines: linesOf(said),
      table: tableView([
        [labels.answers.model, labels.answers.option['managed-compute'], labels.answers.option.serverless],
        ...models.map(({ name, options }) => [
          name,
          ...(['managed-compute', 'serverless'] as const).map(option =>
            options.includes(option) ? labels.answers.yes : labels.answers.no,
          ),
        ]),
      ]).filter(() => models.length > 1),
      said: saidBy(facts, cited, labels),
      foot: foot(cited.lines),
      actions: models
        .slice(0, 3)
        .map(({ name }) =>
          askButton(labels.buttons.whereUsable(name), lookUp('list_workspaces', { models: [name] })),
        ),
    },
    labels,
  )
}

export function modelOptionsLines(
  { models, unknown }: Pick<ModelOptionsData, 'models' | 'unknown'>,
  labels: Labels,
): readonly string[] {
  return [
    ...models.map(({ name, options }) => labels.answers.modelOffered(name, options)),
    ...unknown.map(labels.answers.modelUnknown),
  ]
}
