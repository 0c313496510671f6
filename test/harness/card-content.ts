/** An Adaptive Card as JSON. */
export type CardJson = Readonly<Record<string, unknown>>

export interface CardAction {
  readonly type: string
  readonly title: string
  readonly verb?: string
  readonly data: Readonly<Record<string, unknown>>
  readonly enabled: boolean
  readonly fallback?: CardJson
}

const texts = ['text', 'title', 'value', 'label', 'altText', 'placeholder', 'errorMessage']

/** Everything that a card says, line by line: texts, facts, labels, titles of buttons; also in cards that open later. */
export function textOf(card: unknown): string {
  return objectsIn(card)
    .flatMap(object => {
      // An input's id and a choice's value are not said to anybody.
      const spoken = texts.filter(key => key !== 'value' || ('title' in object && !('type' in object)))
      return spoken.map(key => object[key]).filter(value => typeof value === 'string')
    })
    .join('\n')
}

/** All actions of a card, those of action sets, show-card actions and their cards included, without fallbacks. */
export function actionsOf(card: unknown): readonly CardAction[] {
  return objectsIn(card)
    .filter(object => typeof object.type === 'string' && object.type.startsWith('Action.'))
    .map(object => ({
      type: String(object.type),
      // A row that can be pressed has a tooltip only: a title would be read out in place of what the row says.
      title: [object.title, object.tooltip].find(each => typeof each === 'string') ?? '',
      ...(typeof object.verb === 'string' ? { verb: object.verb } : {}),
      data: isObject(object.data) ? object.data : {},
      enabled: object.isEnabled !== false,
      ...(isObject(object.fallback) ? { fallback: object.fallback } : {}),
    }))
}

/** The ids and starting values of a card's inputs: what a client sends when nobody fills anything in. */
export function inputsOf(card: unknown): Readonly<Record<string, string>> {
  const inputs = objectsIn(card).filter(
    object =>
      typeof object.type === 'string' && object.type.startsWith('Input.') && typeof object.id === 'string',
  )
  return Object.fromEntries(
    inputs
      .filter(input => typeof input.value === 'string')
      .map(input => [String(input.id), String(input.value)]),
  )
}

function objectsIn(value: unknown): readonly CardJson[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (!isObject(value)) return []
  const inner = Object.entries(value).filter(
    ([key]) => !['fallback', 'data', 'refresh', 'msteams'].includes(key),
  )
  return [value, ...inner.flatMap(([, child]) => objectsIn(child))]
}

function isObject(value: unknown): value is CardJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
