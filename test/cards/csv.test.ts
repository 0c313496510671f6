import { expect, it } from 'vitest'
import { csvFold } from '../../src/cards/csv-fold.ts'
import { csvLine } from '../../src/cards/csv-line.ts'
import { labelsFor } from '../../src/language/languages.ts'
import { registersIn } from './sample-registers.ts'

const labels = labelsFor('en')
const codeOf = ([fold]: ReturnType<typeof csvFold>) => fold?.blocks[0]?.code.split('\n') ?? []

it('a cell of CSV is quoted where it must be, and is no formula', () => {
  expect(csvLine(['plain', 'a,b', 'say "hi"', 'two\nlines', '=1+1', '-2', '@x', undefined, null, 7])).toBe(
    `plain,"a,b","say ""hi""","two\nlines","'=1+1","'-2","'@x",,,7`,
  )
})

it('a table to be copied has its columns first, and says when it leaves rows out', () => {
  const rows = Array.from({ length: 30 }, (_, at) => [`ws-${at}`, 'x'.repeat(90)])
  const whole = csvFold(['workspace', 'why'], rows, labels, { bytes: 60_000 })
  expect(codeOf(whole)).toEqual(['workspace,why', ...rows.map(csvLine)])
  expect(whole[0]?.notes).toEqual([])
  const cut = csvFold(['workspace', 'why'], rows, labels, { bytes: 2_000 })
  const kept = codeOf(cut).length - 1
  expect(kept).toBeGreaterThan(5)
  expect(kept).toBeLessThan(12)
  expect(JSON.stringify(cut[0]?.notes)).toContain(`first ${kept} rows`)
  expect(csvFold(['workspace'], [], labels)).toEqual([])
  expect(JSON.stringify(csvFold(['n'], [[1]], labels, { more: true })[0]?.notes)).toContain('the first row')
})

it('a history that was read further than its card shows goes on after the last row shown', () => {
  const { card } = registersIn(labels)['history of a year'] ?? {}
  expect(JSON.stringify(card)).toContain('"before":"81"')
})
