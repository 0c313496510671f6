import { readFileSync } from 'node:fs'
import { readLibrary } from '../src/operator-files.ts'
import { nameIndex } from '../src/understanding/name-index.ts'
import { parse } from '../src/understanding/parse.ts'
import type { Benchmark } from './benchmark.ts'
import { percentile } from './percentile.ts'

const workspaces = 5_000
const rounds = 7
const regions = ['weu', 'neu', 'eus2', 'sec', 'uks', 'fra', 'jpe', 'cin']
const teams = [
  'fraud',
  'claims',
  'vision',
  'forecast',
  'genai',
  'pricing',
  'search',
  'risk',
  'churn',
  'speech',
]
const stages = ['dev', 'test', 'prod', 'uat', 'qa']

const name = (at: number) =>
  `mlw-${regions[at % 8]}-${teams[Math.floor(at / 8) % 10]}-${stages[Math.floor(at / 80) % 5]}-${Math.floor(at / 400)}`

/** Texts that make a careless parser slow, 5 kB each. */
const hostile = [
  ...['a', 'é', '\n', '"', '<b>', '`', '😀', 'a-', 'a.', 'a, ', '#1 ', '> x\n', '&#', 'e\u0301', '\u200b'],
  ...['add ', 'and ', 'the rule ', 'docker.io ', 'can you please ', 'hi hello please and so ', 'x/y-1-2 '],
  ...['mlw-weu-fruad-prdo-0 ', 'remove rule a-b, ', 'what which whose did ', 'rules created by '],
  ...['https://huggingface.co/a/b ', "d'l'm't's'", 'would you be so kind as to ', 'private endpoint '],
].map(piece => piece.repeat(Math.ceil(5_000 / piece.length)).slice(0, 5_000))

/** The least of several times, in milliseconds: what the machine does beside only adds. */
function least(times: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY
  for (let time = 0; time < times; time += 1) {
    const began = performance.now()
    work()
    best = Math.min(best, performance.now() - began)
  }
  return best
}

/** What there was to begin with: a name of the list and a keyword, wherever they stand. */
function byKeyword(text: string, names: readonly string[], keywords: readonly string[]): number {
  const said = text.toLowerCase()
  return (
    names.filter(each => said.includes(each)).length + keywords.filter(each => said.includes(each)).length
  )
}

/** One text understood, against 5,000 names, in this process. */
export const parser: Benchmark = {
  name: 'parser',
  run: async () => {
    const library = readLibrary(undefined)
    if (!library.ok) throw new Error(library.problems.join('\n'))
    const { collections, models } = library.library
    const names = Array.from({ length: workspaces }, (_, at) => name(at))
    const texts = readFileSync('test/understanding/corpus/development.jsonl', 'utf8')
      .split('\n')
      .filter(line => line !== '')
      .map((line): string => JSON.parse(line).text)
    const building = least(rounds, () => {
      nameIndex(names, collections, models)
    })
    const index = nameIndex(names, collections, models)
    const times = texts.map(text => least(rounds, () => parse(text, {}, index)))
    const keywords = collections.flatMap(({ aliases }) => aliases.map(each => each.toLowerCase()))
    const keyword = texts.map(text => least(3, () => byKeyword(text, names, keywords)))
    const worst = Math.max(...hostile.map(text => least(5, () => parse(text, {}, index))))
    const beside = (part: number) => ({
      what: 'looking for each name in it',
      value: percentile(keyword, part),
    })
    return {
      figures: [
        {
          what: 'one text, half of them',
          value: percentile(times, 0.5),
          unit: 'ms',
          goal: { atMost: 0.3 },
          beside: beside(0.5),
        },
        {
          what: 'one text, 95 of 100',
          value: percentile(times, 0.95),
          unit: 'ms',
          goal: { atMost: 2 },
          beside: beside(0.95),
        },
        { what: 'a hostile text of 5 kB, the slowest of 30', value: worst, unit: 'ms', goal: { atMost: 50 } },
        { what: 'the index of 5,000 names', value: building, unit: 'ms', goal: { atMost: 150 } },
      ],
    }
  },
}
