import { describe, expect, it } from 'vitest'
import { figuresOf, labelledTexts, outcomesOf } from '../../src/understanding/score.ts'
import { corpusIndex, fileOf } from './corpus-index.ts'

const figures = (part: string) =>
  figuresOf(outcomesOf(labelledTexts(fileOf(`corpus/${part}.jsonl`)), corpusIndex))

/** A little under what is reached, so that nothing is lost unnoticed. The lines of the test part stay unread. */
const floors = {
  development: {
    right: 96.5,
    within: 98,
    french: 98,
    core: 97,
    entityF1: 99.5,
    workspaceF1: 99.5,
    changesFound: 97,
  },
  test: { right: 91.5, within: 93, french: 88, core: 91, entityF1: 99, workspaceF1: 99, changesFound: 88.5 },
}

describe.each(Object.entries(floors))('the %s part of the corpus', (part, floor) => {
  const reached = figures(part)

  it('is understood at least as well as it was', () => {
    const lost = Object.entries(floor).filter(
      ([figure, least]) => reached[figure as keyof typeof floor] < least,
    )
    expect(lost.map(([figure]) => [figure, reached[figure as keyof typeof floor]])).toEqual([])
  })

  it('never has a change read where none was asked for', () => {
    expect(reached.falseChanges).toBe(0)
    expect(reached.texts).toBeGreaterThan(390)
  })
})
