import type { Labels } from '../language/labels.ts'
import { csvLine } from './csv-line.ts'
import { bareText, codeText } from './escape.ts'
import { linesOf } from './fragments.ts'

/**
 * The fold "Show as: CSV", to be copied into a spreadsheet: a line of column names, then the rows. `bytes` is how much of the
 * card's size they may take; `more`: there are rows beside those given. That something is left out is said. Nothing where
 * there are no rows.
 */
export function csvFold(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  labels: Labels,
  { bytes = 7_000, more = false }: { readonly bytes?: number; readonly more?: boolean } = {},
) {
  if (rows.length === 0) return []
  const lines = [csvLine(columns)]
  let left = bytes
  for (const line of rows.map(csvLine)) {
    // It stands twice in the card: as a code block and as the text for clients without one.
    left -= 2 * Buffer.byteLength(JSON.stringify(line))
    if (left < 0) break
    lines.push(line)
  }
  const shown = lines.length - 1
  const id = 'as-csv'
  return [
    {
      inlines: [
        { type: 'TextRun', text: bareText(labels.code.showAs), weight: 'bolder' },
        { type: 'TextRun', text: ' \u00a0 ' },
        {
          type: 'TextRun',
          text: bareText(labels.code.name('csv')),
          color: 'accent',
          selectAction: {
            type: 'Action.ToggleVisibility',
            title: bareText(labels.code.tooltip('csv')),
            targetElements: [id],
          },
        },
      ],
      notes: linesOf([shown === rows.length && !more ? '' : labels.code.rowsShown(shown)]),
      blocks: [{ id, language: 'PlainText', code: codeText(lines.join('\n')) }],
    },
  ]
}
