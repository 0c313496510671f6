import type { Card } from '../../conversation/reply.ts'
import { labelsFor } from '../../language/languages.ts'

type Node = Readonly<Record<string, unknown>>

/** An Adaptive Card as lines for a terminal: its texts and facts in reading order, its buttons in brackets. */
export function cardText(card: Card): string {
  const { named } = labelsFor(typeof card.lang === 'string' ? card.lang : undefined).marks
  return linesOf(card, named).join('\n')
}

/** Markdown's escapes and the marks that keep text from becoming a link are for renderers, not for terminals. */
function plain(text: string): string {
  return text.replace(/\\([\\`*_{}[\]()#+.!~|<>-])/g, '$1').replaceAll('\u2060', '')
}

function linesOf(node: unknown, named: (heading: string, text: string) => string): string[] {
  if (Array.isArray(node)) return node.flatMap(each => linesOf(each, named))
  if (typeof node !== 'object' || node === null) return []
  const { type, text, title, value, isVisible } = node as Node
  if (isVisible === false) return []
  if (type === 'TextBlock' || type === 'TextRun') return [plain(String(text))]
  if (type === 'RichTextBlock') return [linesOf((node as Node).inlines, named).join('')]
  if (typeof type === 'string' && type.startsWith('Action.')) return [`[${String(title)}]`]
  if (title !== undefined && value !== undefined && type === undefined)
    return [named(String(title), String(value))]
  return ['body', 'items', 'columns', 'facts', 'rows', 'cells', 'actions'].flatMap(key =>
    linesOf((node as Node)[key], named),
  )
}
