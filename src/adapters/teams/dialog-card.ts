import type { Card } from '../../conversation/reply.ts'

/** A card as a dialog shows it: dialogs know no Action.Execute, so each gives way to the Action.Submit that it falls back on. */
export function dialogCard(card: Card): Card {
  // In a dialog nothing refreshes, and its width is the dialog's.
  const { refresh: _, msteams: __, ...rest } = card
  return withSubmits(rest) as Card
}

function withSubmits(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withSubmits)
  if (typeof node !== 'object' || node === null) return node
  const element = node as Readonly<Record<string, unknown>>
  if (element.type === 'Action.Execute') return element.fallback
  return Object.fromEntries(Object.entries(element).map(([key, value]) => [key, withSubmits(value)]))
}
