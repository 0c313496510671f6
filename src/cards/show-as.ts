import type { Labels } from '../language/labels.ts'
import type { AsCode } from '../workspace/as-code.ts'
import { bareText, codeText } from './escape.ts'
import { linesOf } from './fragments.ts'

const kinds = ['cli', 'bicep', 'terraform', 'rest'] as const

/** The words that a CodeBlock knows (Teams, CodeBlock in cards). */
const languages = { cli: 'Bash', bicep: 'PlainText', terraform: 'PlainText', rest: 'PlainText' } as const

/**
 * The fold "Show as": the same rules as az CLI, Bicep, Terraform and REST, one at a time, to be copied. Nothing at all where
 * there is no code. `prefix` keeps ids apart on a card with two folds; `bytes` is how much of the card's size they may take:
 * what passes it is left out, and that is said.
 */
export function showAs(
  code: AsCode | undefined,
  labels: Labels,
  { prefix = 'as', bytes = 9_000 }: { readonly prefix?: string; readonly bytes?: number } = {},
) {
  if (code === undefined || code.cli === '') return []
  let left = bytes
  const shown = kinds.flatMap(kind => {
    const text = code[kind]
    if (text === undefined) return []
    // It stands twice in the card: as a code block and as the text for clients without one.
    const takes = 2 * Buffer.byteLength(JSON.stringify(text))
    if (takes > left) return []
    left -= takes
    return [{ kind, id: `${prefix}-${kind}`, text }]
  })
  const expressible = kinds.filter(kind => code[kind] !== undefined)
  const lacking = kinds.filter(kind => code[kind] === undefined).map(kind => labels.code.name(kind))
  const tooLong = expressible.filter(kind => !shown.some(each => each.kind === kind))
  return [
    {
      inlines: [
        { type: 'TextRun', text: bareText(labels.code.showAs), weight: 'bolder' },
        ...shown.flatMap(({ kind, id }) => [
          { type: 'TextRun', text: ' \u00a0 ' },
          {
            type: 'TextRun',
            text: bareText(labels.code.name(kind)),
            color: 'accent',
            selectAction: {
              type: 'Action.ToggleVisibility',
              title: bareText(labels.code.tooltip(kind)),
              targetElements: shown.map(each => ({ elementId: each.id, isVisible: each.id === id })),
            },
          },
        ]),
      ],
      notes: linesOf([
        lacking.length === 0 ? '' : labels.code.lacking(lacking),
        code.partly.length === 0 ? '' : labels.code.partly(code.partly.map(labels.code.name)),
        tooLong.length === 0 ? '' : labels.code.tooLong(tooLong.map(labels.code.name)),
      ]),
      blocks: shown.map(({ kind, id, text }) => ({ id, language: languages[kind], code: codeText(text) })),
    },
  ]
}
