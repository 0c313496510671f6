import type { Labels } from '../language/labels.ts'
import type { EffortMatter } from '../language/matter.ts'
import { type Bare, bareText, clipped, type Markdown, markdownText } from './escape.ts'
import type { Verb } from './verbs.ts'

/** What a template is filled with. What may be missing is an array of none or one, so that it leaves nothing behind. */
export type View = Readonly<Record<string, unknown>>

export interface Line {
  readonly text: Markdown
}

export type Tone = 'good' | 'warning' | 'attention' | 'accent' | 'emphasis'

export interface Head {
  readonly style: Tone
  readonly icon: Bare
  readonly color: string
  /** Above the title, where cards of one title have to be told apart. */
  readonly kicker: readonly (Line & { readonly color: string })[]
  readonly title: Markdown
  readonly lines: readonly Line[]
}

export interface HostRow {
  readonly host: Bare
  readonly beside: readonly { readonly text: Bare }[]
  readonly below: readonly Line[]
}

export interface HostSection {
  readonly title: Markdown
  readonly hosts: readonly HostRow[]
}

export interface Section {
  readonly title: Markdown
  readonly lines: readonly Line[]
}

export interface Button {
  readonly title: Bare
  readonly tooltip: Bare
  readonly verb: Verb
  readonly data: Readonly<Record<string, string>>
  readonly style: 'default' | 'positive' | 'destructive'
  readonly inputs: 'auto' | 'none'
}

/** A second way to a form that a button of the card opens in place. */
export interface DialogButton {
  readonly title: Bare
  readonly tooltip: Bare
  readonly data: Readonly<Record<string, string | { readonly type: 'task/fetch' }>>
}

/** The signs beside a headline: letters and marks that no client turns into emoji. */
export type Icon = '✓' | '!' | '×' | '?' | '…' | '–' | 'i'

/** One visual language: the first thing on every card says in colour, sign and words what it is. */
export function head(
  style: Tone,
  icon: Icon,
  title: string,
  lines: readonly string[] = [],
  kicker = '',
): Head {
  const color = style === 'emphasis' ? 'default' : style
  return {
    style,
    icon: icon as string as Bare,
    color,
    kicker: linesOf([kicker]).map(line => ({ ...line, color })),
    title: markdownText(title),
    lines: linesOf(lines),
  }
}

/** Sentences as lines; empty ones are left out. */
export function linesOf(sentences: readonly string[]): readonly Line[] {
  return sentences.filter(sentence => sentence !== '').map(sentence => ({ text: markdownText(sentence) }))
}

/** A section, or none where it would be empty. */
export function section(title: string, sentences: readonly string[]): readonly Section[] {
  const lines = linesOf(sentences)
  return lines.length === 0 ? [] : [{ title: markdownText(title), lines }]
}

/** A coloured box inside the body, or none where it would be empty. */
export function notice(style: Tone, title: string | undefined, sentences: readonly string[]) {
  const lines = linesOf(sentences)
  const titles = title === undefined ? [] : linesOf([title])
  return lines.length === 0 ? [] : [{ style, titles, lines }]
}

export function hostSection(title: string, hosts: readonly HostRow[]): readonly HostSection[] {
  return hosts.length === 0 ? [] : [{ title: markdownText(title), hosts }]
}

export function hostRow(host: string, beside = '', below = ''): HostRow {
  return {
    host: bareText(clipped(host, 120)),
    // A run keeps no space of its own at its start in some clients.
    beside: beside === '' ? [] : [{ text: `\u00a0 ${bareText(beside)}` as Bare }],
    below: linesOf([clipped(below, 400)]),
  }
}

/** Title and value, without those that have no value. */
export function facts(all: readonly (readonly [string, string | undefined])[]) {
  const known = all.flatMap(([title, value]) =>
    value === undefined || value === '' ? [] : [{ title: bareText(title), value: markdownText(value) }],
  )
  return known.length === 0 ? [] : [{ facts: known }]
}

export function foot(lines: readonly Line[]) {
  return lines.length === 0 ? [] : [{ lines }]
}

/** A button. Its data names things only; whoever is pressed on believes none of it. */
export function button(
  verb: Verb,
  title: string,
  ids: Readonly<Record<string, string>>,
  {
    style = 'default',
    inputs = 'none',
    tooltip = title,
  }: Partial<Pick<Button, 'style' | 'inputs'>> & { readonly tooltip?: string } = {},
): Button {
  return { title: bareText(title), tooltip: bareText(tooltip), verb, data: { verb, ...ids }, style, inputs }
}

/** A button that opens its form in a dialog. A client without dialogs sends it as a message, and gets the form as one. */
export function dialogButton(
  verb: Verb,
  title: string,
  ids: Readonly<Record<string, string>>,
  tooltip = title,
): DialogButton {
  const data = { msteams: { type: 'task/fetch' }, verb, ...ids } as const
  return { title: bareText(title), tooltip: bareText(tooltip), data }
}

/** What a change costs and how long it takes. */
export function effortSection(
  effort: EffortMatter,
  sku: string | undefined,
  labels: Labels,
): readonly Section[] {
  return section(labels.headings.change, [labels.effort.whole(effort, sku)])
}
