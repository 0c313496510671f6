import { describe, expect, it } from 'vitest'
import { defectsOf } from '../../src/cards/defects.ts'

const action = (data: object, fallback: object) => ({ type: 'Action.Execute', verb: 'x', data, fallback })
const sound = action({ verb: 'x' }, { type: 'Action.Submit', data: { verb: 'x' } })

describe('the check of an expanded card', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(defectsOf({ type: 'AdaptiveCard', body: [], actions: [sound] })).toEqual([])
  })

  it.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the card template is meant.
    ['an expression that nothing filled', { body: [{ text: 'Hello ${name}' }] }, 'expression'],
    ['a value that is missing', { body: [{ text: null }] }, 'no value'],
    [
      'seven actions',
      { actions: Array(4).fill(sound), body: [{ actions: Array(3).fill(sound) }] },
      '7 actions',
    ],
    ['a card that is too large', { body: [{ text: 'é'.repeat(14_000) }] }, 'bytes'],
    ['a button without a fallback', { actions: [{ ...sound, fallback: 'drop' }] }, 'fall back'],
    [
      'a fallback with other data',
      { actions: [action({ verb: 'x' }, { type: 'Action.Submit', data: {} })] },
      'fall back',
    ],
    ['data without the verb', { actions: [action({}, { type: 'Action.Submit', data: {} })] }, 'fall back'],
  ])('finds %s', (_, card, found) => {
    expect(defectsOf(card).join(' ')).toContain(found)
  })
})
