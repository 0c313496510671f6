import { expect, it } from 'vitest'
import { ranked, suggestible } from '../../src/understanding/classifier.ts'
import { parse } from '../../src/understanding/parse.ts'
import { isChange } from '../../src/understanding/parsed.ts'
import { corpusIndex } from './corpus-index.ts'
import { trainedWeights } from './train-classifier.ts'

it('the ranking is the one that the development texts give (vitest -u writes it anew)', async () => {
  await expect(`${JSON.stringify(trainedWeights(), null, 2)}\n`).toMatchFileSnapshot(
    '../../src/understanding/classifier-weights.json',
  )
})

it('ranks every read-only question once, and never a change', () => {
  const order = ranked(['how', 'much', 'does', 'it', 'cost'])
  expect(new Set(order)).toEqual(new Set(suggestible))
  expect(order.some(isChange)).toBe(false)
  expect(order[0]).toBe('cost')
})

it.each([
  ['does wiring up such a thing burn money every month, roughly speaking', 'cost'],
  ['blue seventeen walrus', undefined],
] as const)('offers what may have been meant by "%s", three at most', (text, meant) => {
  const { suggestions, intent } = parse(text, {}, corpusIndex)
  expect(suggestions.length).toBeLessThanOrEqual(3)
  if (meant !== undefined) expect([intent, ...suggestions]).toContain(meant)
})
