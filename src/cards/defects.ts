/** Actions that one card may carry in its row (Teams store validation: six). */
const maxActions = 6

/** Bytes of UTF-8 that a card stays below, so that it fits wherever Teams takes a card. */
const maxBytes = 28_000

/** What is wrong with an expanded card, as sentences; nothing for a card that every client shows. */
export function defectsOf(card: unknown): readonly string[] {
  const defects: string[] = []
  let actions = 0
  const visit = (node: unknown, path: string): void => {
    if (node === null || node === undefined) defects.push(`${path} has no value.`)
    else if (typeof node === 'string') {
      if (node.includes('${')) defects.push(`${path} still holds an expression.`)
    } else if (Array.isArray(node)) {
      for (const [index, each] of node.entries()) visit(each, `${path}[${index}]`)
    } else if (typeof node === 'object') {
      const element = node as Readonly<Record<string, unknown>>
      if (Array.isArray(element.actions)) actions += element.actions.length
      if (element.type === 'Action.Execute' && !hasSubmitFallback(element))
        defects.push(`${path} has no Action.Submit with the same data to fall back on.`)
      for (const [key, value] of Object.entries(element)) visit(value, `${path}.${key}`)
    }
  }
  visit(card, 'card')
  if (actions > maxActions) defects.push(`It has ${actions} actions.`)
  const bytes = Buffer.byteLength(JSON.stringify(card) ?? '')
  if (bytes >= maxBytes) defects.push(`It has ${bytes} bytes.`)
  return defects
}

function hasSubmitFallback(action: Readonly<Record<string, unknown>>): boolean {
  const { data, verb, fallback } = action
  if (typeof fallback !== 'object' || fallback === null || typeof data !== 'object' || data === null)
    return false
  const { type, data: sent } = fallback as Record<string, unknown>
  return (
    type === 'Action.Submit' &&
    (data as Record<string, unknown>).verb === verb &&
    JSON.stringify(sent) === JSON.stringify(data)
  )
}
