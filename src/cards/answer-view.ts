import type { Source } from '../knowledge/source.ts'
import type { Headword } from '../knowledge/verdict.ts'
import type { Labels } from '../language/labels.ts'
import type { Citations } from './cited-sources.ts'
import { type Bare, bareText, type Markdown, markdownText } from './escape.ts'
import type { Button, Head, HostSection, Line, Section, Tone } from './fragments.ts'
import { linesOf } from './fragments.ts'
import { type Rendered, render } from './render.ts'

/** A line that leads to an answer of its own. */
export interface AnswerRow extends Button {
  readonly name: Bare
  /** Beside the name, in a colour that says the same. */
  readonly word: Bare
  readonly color: string
  readonly below: readonly Line[]
}

export interface TableView {
  readonly columns: readonly { readonly width: number }[]
  readonly rows: readonly {
    readonly cells: readonly { readonly text: Markdown; readonly weight: string; readonly color: string }[]
  }[]
}

interface Said {
  readonly text: Markdown
  readonly says: readonly Line[]
}

/** The parts of an answer's card. Whatever is left out leaves nothing behind. */
export interface AnswerView {
  readonly head: Head
  readonly notices: readonly unknown[]
  readonly lines: readonly Line[]
  readonly table: readonly TableView[]
  readonly rows: readonly AnswerRow[]
  readonly hosts: readonly HostSection[]
  readonly said: readonly Said[]
  readonly sections: readonly Section[]
  readonly showAs: readonly unknown[]
  readonly more: readonly Line[]
  readonly foot: readonly unknown[]
  readonly actions: readonly Button[]
}

const nothing = {
  notices: [],
  lines: [],
  table: [],
  rows: [],
  hosts: [],
  said: [],
  sections: [],
  showAs: [],
  more: [],
  foot: [],
  actions: [],
}

/** The card of an answer that has no template of its own: head, text, table, rows, hosts, sentences with sources, code. */
export function answerView(
  summary: string,
  view: Pick<AnswerView, 'head'> & Partial<AnswerView>,
  labels: Labels,
): Rendered {
  return render('answer', labels.locale, summary, { ...nothing, ...view })
}

/** A table: the first row and the first column are headings. */
export function tableView(
  rows: readonly (readonly (string | { readonly text: string; readonly color: string })[])[],
): readonly TableView[] {
  const columns = rows[0]?.length ?? 0
  return [
    {
      columns: Array.from({ length: columns }, (_, at) => ({ width: at === 0 ? 4 : 3 })),
      rows: rows.map((cells, row) => ({
        cells: cells.map((cell, column) => ({
          text: markdownText(typeof cell === 'string' ? cell : cell.text),
          weight: row === 0 || column === 0 ? 'bolder' : 'default',
          color: typeof cell === 'string' ? 'default' : cell.color,
        })),
      })),
    },
  ]
}

/** A row from the button that it is. */
export function answerRow(
  button: Button,
  {
    name,
    word = '',
    tone = 'emphasis',
    below,
  }: {
    readonly name: string
    readonly word?: string
    readonly tone?: Tone
    readonly below: readonly string[]
  },
): AnswerRow {
  return {
    ...button,
    name: bareText(name),
    // A run keeps no space of its own at its start in some clients.
    word: (word === '' ? '\u00a0' : ` \u00a0${bareText(word).replaceAll(' ', '\u00a0')}`) as Bare,
    color: tone === 'emphasis' ? 'default' : tone,
    below: linesOf(below),
  }
}

/** Sentences of the documents, each with the numbers of those that it rests on. */
export function saidBy(
  facts: readonly { readonly text: string; readonly sources: readonly Source[] }[],
  cited: Citations,
  labels: Labels,
): readonly Said[] {
  return facts.map(({ text, sources }) => ({
    text: markdownText(text),
    says: linesOf([`${labels.verdict.lists(cited.numbersOf(sources))}.`]),
  }))
}

export const tones: Readonly<Record<Headword, Tone>> = {
  yes: 'good',
  'not-yet': 'warning',
  no: 'attention',
  depends: 'accent',
  unknown: 'emphasis',
}

export const signs = { yes: '✓', 'not-yet': '!', no: '×', depends: 'i', unknown: '?' } as const
