import { describe, expect, it } from 'vitest'
import { figuresOf, labelledTexts, outcomesOf } from '../../src/understanding/score.ts'
import { corpusIndex, fileOf } from './corpus-index.ts'

const figures = (part: string) =>
  figuresOf(outcomesOf(labelledTexts(fileOf(`corpus/${part}.jsonl`)), corpusIndex))

/** A little under what is reached, so that nothing is lost unnoticed. The lines of the test parts stay unread. */
const floors = {
  development: {
    right: 96.5,
    within: 98,
    french: 98,
    core: 97,
    entityF1: 99.5,
    workspaceF1: 99.5,
    changesFound: 97,
    texts: 390,
  },
  'fresh-development': {
    right: 99,
    within: 99,
    french: 98,
    core: 99,
    entityF1: 99.5,
    workspaceF1: 99.5,
    changesFound: 98,
    texts: 190,
  },
  test: {
    right: 92,
    within: 95,
    french: 88.5,
    core: 92,
    entityF1: 99,
    workspaceF1: 99,
    changesFound: 90,
    texts: 450,
  },
  'fresh-test': {
    right: 91.5,
    within: 95,
    french: 94,
    core: 92.5,
    entityF1: 99.5,
    workspaceF1: 99.5,
    changesFound: 92,
    texts: 140,
  },
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
  })
})
