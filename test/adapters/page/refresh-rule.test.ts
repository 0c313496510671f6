import { describe, expect, test } from 'vitest'
import { type RefreshMoment, refreshesItself } from '../../../src/adapters/page/client/refresh-rule.ts'

const card = { refresh: { action: {}, userIds: ['29:ada'] } }
const moment: RefreshMoment = {
  card,
  viewer: '29:ada',
  why: 'seen',
  now: 600_000,
  lastCardAt: undefined,
  automaticAt: [],
}

describe('a card refreshes itself', () => {
  test('for a listed person who comes to see it', () => {
    expect(refreshesItself(moment)).toBe(true)
  })

  test.each([
    ['somebody who is not listed', { viewer: '29:dana' }],
    ['anybody where the list is empty', { card: { refresh: { action: {}, userIds: [] } } }],
    ['anybody where there is no list', { card: { refresh: { action: {} } } }],
    ['anybody where there is no refresh', { card: {} }],
    ['a person whose card came less than a minute ago', { lastCardAt: 540_001 }],
    ['a person for whom it was tried less than a minute ago', { automaticAt: [540_001] }],
    [
      'an edit while it turns in a circle',
      { why: 'edited' as const, automaticAt: Array.from({ length: 10 }, () => 590_000) },
    ],
  ])('but not for %s', (_, change) => {
    expect(refreshesItself({ ...moment, ...change })).toBe(false)
  })

  test.each([
    ['a minute after the last card', { lastCardAt: 540_000 }],
    ['a minute after the last try', { automaticAt: [540_000] }],
    ['at once after an edit', { why: 'edited' as const, automaticAt: [599_999] }],
  ])('again %s', (_, change) => {
    expect(refreshesItself({ ...moment, ...change })).toBe(true)
  })
})
