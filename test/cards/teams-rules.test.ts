import { expect, test } from 'vitest'
import { languages } from '../../src/language/languages.ts'
import { cardsIn } from './cards-in.ts'

type Element = Readonly<Record<string, unknown>>

/** What Adaptive Cards 1.5 know; anything newer must say what an older client shows in its place. */
const known = [
  ...['AdaptiveCard', 'TextBlock', 'RichTextBlock', 'TextRun', 'Image', 'Container', 'ColumnSet', 'Column'],
  ...[
    'FactSet',
    'ActionSet',
    'Table',
    'TableRow',
    'TableCell',
    'Input.Text',
    'Input.ChoiceSet',
    'Input.Toggle',
    'Input.Date',
  ],
  ...['Action.Execute', 'Action.Submit', 'Action.OpenUrl', 'Action.ShowCard', 'Action.ToggleVisibility'],
]

function elementsIn(node: unknown): readonly Element[] {
  if (Array.isArray(node)) return node.flatMap(elementsIn)
  if (typeof node !== 'object' || node === null) return []
  const { data: _, msteams: __, ...inside } = node as Element
  return [node as Element, ...Object.values(inside).flatMap(elementsIn)]
}

const cards = Object.values(languages).flatMap(cardsIn)

test('every card keeps the rules of Teams for versions, fallbacks, labels, refreshes and dialogs', () => {
  const complaints = cards.flatMap(({ name, rendered: { card } }) => {
    const check = (fine: boolean, what: string) => (fine ? [] : [`${name}: ${what}`])
    const refresh = card.refresh as { readonly userIds?: unknown } | undefined
    const ids = refresh?.userIds
    return [
      ...check(card.version === '1.5', 'is of another version than 1.5'),
      // Without a list Teams may let everybody's client refresh; other ids than its own it passes over.
      ...check(
        refresh === undefined ||
          (Array.isArray(ids) && ids.length <= 60 && ids.every(id => String(id).startsWith('29:'))),
        'refreshes for others than at most sixty ids of Teams',
      ),
      ...elementsIn(card).flatMap(element => {
        const type = typeof element.type === 'string' ? element.type : ''
        const isElement = /^[A-Z]/.test(type)
        return [
          ...check(!isElement || known.includes(type) || 'fallback' in element, `${type} has no fallback`),
          ...check(
            !type.startsWith('Input.') || Boolean(element.label),
            `${String(element.id)} has no label`,
          ),
          ...check(type !== 'Image' || Boolean(element.altText), 'an image has no text'),
        ]
      }),
    ]
  })
  expect(complaints).toEqual([])
})

test('a request that has ended refreshes for nobody', () => {
  const ended = cards.filter(({ name }) => /^request: (done|failed|rejected|expired|withdrawn)/.test(name))
  expect(ended.length).toBeGreaterThan(8)
  for (const { rendered } of ended) expect(rendered.card.refresh).toMatchObject({ userIds: [] })
})
