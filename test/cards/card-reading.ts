type Element = Readonly<Record<string, unknown>>

/** Every object inside a card, fallbacks included. */
export function elementsOf(node: unknown): readonly Element[] {
  if (Array.isArray(node)) return node.flatMap(elementsOf)
  if (typeof node !== 'object' || node === null) return []
  const element = node as Element
  return [element, ...Object.values(element).flatMap(elementsOf)]
}

/** All that a card shows as text, in order. */
export function textOf(node: unknown): readonly string[] {
  return elementsOf(node).flatMap(({ type, text, value }) => {
    if (type === undefined && typeof value === 'string') return [value]
    return (type === 'TextBlock' || type === 'TextRun') && typeof text === 'string' ? [text] : []
  })
}

export interface ButtonSeen {
  readonly title: string
  readonly verb: string
  readonly data: Readonly<Record<string, string>>
}

/** The buttons of a card's own row. */
export function buttonsOf(card: Element): readonly ButtonSeen[] {
  return card.actions as readonly ButtonSeen[]
}

export function titlesOf(card: Element): readonly string[] {
  return buttonsOf(card).map(({ title }) => title)
}

export function inputsOf(card: Element): readonly string[] {
  return elementsOf(card).flatMap(({ type, id }) =>
    String(type).startsWith('Input.') && typeof id === 'string' ? [id] : [],
  )
}
