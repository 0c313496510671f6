import { z } from 'zod'
import { contextOf } from './context-of.ts'
import type { NameIndex } from './name-index.ts'
import { parse } from './parse.ts'
import { type Entities, type IntentName, intentNames, isChange } from './parsed.ts'

const names = z.array(z.string())
const Labelled = z.object({
  id: z.string(),
  text: z.string(),
  lang: z.enum(['en', 'fr']),
  intent: z.enum(intentNames),
  alt: z.array(z.enum(intentNames)).default([]),
  entities: z.object({
    collections: names.default([]),
    workspaces: names.default([]),
    models: names.default([]),
    fqdns: names.default([]),
    requestId: z.number().optional(),
    isolationMode: z.string().optional(),
  }),
  tags: names.default([]),
  context: z.record(z.string(), z.unknown()).default({}),
})

/** A text with what people agreed that it asks for. */
export type LabelledText = z.infer<typeof Labelled>

/** The labelled texts of a JSON Lines file. A line of another shape is a mistake in the file, and throws. */
export function labelledTexts(file: string): readonly LabelledText[] {
  return file
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => Labelled.parse(JSON.parse(line)))
}

/** How one text was understood. */
export interface Outcome {
  readonly labelled: LabelledText
  readonly intent: IntentName
  readonly right: boolean
  /** Right, or among what is suggested. */
  readonly within: boolean
  /** A change was read where none was labelled. */
  readonly falseChange: boolean
  readonly entities: Counted
  readonly workspaces: Counted
}

interface Counted {
  readonly hit: number
  readonly extra: number
  readonly missed: number
}

/** Reads every text as `parse` does, and compares. Finnish waits for its language and is not scored. */
export function outcomesOf(texts: readonly LabelledText[], index: NameIndex): readonly Outcome[] {
  return texts.map(labelled => {
    const { intent, entities, suggestions } = parse(labelled.text, contextOf(labelled.context), index)
    const meant: readonly IntentName[] = [labelled.intent, ...labelled.alt]
    const right = meant.includes(intent)
    return {
      labelled,
      intent,
      right,
      within: right || suggestions.some(each => meant.includes(each)),
      falseChange: isChange(intent) && !meant.includes(intent),
      entities: compared(namesOf(labelled.entities), namesOf(entities)),
      workspaces: compared(labelled.entities.workspaces, entities.workspaces),
    }
  })
}

function namesOf(entities: LabelledText['entities'] | Entities): readonly string[] {
  const { collections, workspaces, models, fqdns, requestId, isolationMode } = entities
  return [
    ...collections.map(each => `collection ${each}`),
    ...workspaces.map(each => `workspace ${each}`),
    ...models.map(each => `model ${each}`),
    ...fqdns.map(each => `fqdn ${each}`),
    ...(requestId === undefined ? [] : [`request ${requestId}`]),
    ...(isolationMode === undefined ? [] : [`mode ${isolationMode}`]),
  ]
}

function compared(wanted: readonly string[], got: readonly string[]): Counted {
  const hit = got.filter(each => wanted.includes(each)).length
  return { hit, extra: got.length - hit, missed: wanted.filter(each => !got.includes(each)).length }
}

export interface Figures {
  readonly texts: number
  /** Percent, to one decimal. */
  readonly right: number
  readonly within: number
  readonly french: number
  /** Of the intents that most people come for. */
  readonly core: number
  readonly entityF1: number
  readonly workspaceF1: number
  readonly changesFound: number
  /** How many, not percent. */
  readonly falseChanges: number
}

const coreIntents: readonly IntentName[] = [
  'can_use',
  'missing_rules',
  'request_allow',
  'provision_network',
  'operation_status',
]

/** The figures of a part of the corpus. */
export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const isRight = ({ right }: Outcome) => right
  const labelled = (wanted: (intent: IntentName) => boolean) =>
    outcomes.filter(each => wanted(each.labelled.intent))
  return {
    texts: outcomes.length,
    right: percent(outcomes, isRight),
    within: percent(outcomes, ({ within }) => within),
    french: percent(
      outcomes.filter(({ labelled: { lang } }) => lang === 'fr'),
      isRight,
    ),
    core: percent(
      labelled(intent => coreIntents.includes(intent)),
      isRight,
    ),
    entityF1: f1(outcomes.map(({ entities }) => entities)),
    workspaceF1: f1(outcomes.map(({ workspaces }) => workspaces)),
    changesFound: percent(labelled(isChange), isRight),
    falseChanges: outcomes.filter(({ falseChange }) => falseChange).length,
  }
}

function percent(outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): number {
  return outcomes.length === 0 ? 100 : rounded((100 * outcomes.filter(holds).length) / outcomes.length)
}

function f1(counts: readonly Counted[]): number {
  const sum = (of: (counted: Counted) => number) => counts.reduce((total, each) => total + of(each), 0)
  const hits = 2 * sum(({ hit }) => hit)
  const all = hits + sum(({ extra }) => extra) + sum(({ missed }) => missed)
  return all === 0 ? 100 : rounded((100 * hits) / all)
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
