import { library } from '../cards/sample-answers.ts'
import { requestSamples } from '../cards/sample-states.ts'
import { troubles } from '../cards/sample-troubles.ts'
import { huggingFace, verdictSamples } from '../cards/sample-verdicts.ts'

function stringsIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node]
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(stringsIn) : []
}

/** What the cards are told, in several words: why hosts are needed, what Azure answered, what people wrote. */
const facts = library.topics.flatMap(({ title, facts: own }) => [title, ...own.map(({ text }) => text)])
const told = [
  ...new Set(
    stringsIn([
      verdictSamples,
      requestSamples,
      troubles,
      huggingFace,
      library.collections,
      library.published,
      facts,
    ]),
  ),
]
  .filter(text => text.includes(' '))
  .sort((a, b) => b.length - a.length)

/** What a card says by itself, without what it is told. Titles of documents and code are no sentences. */
export function ownWords(text: string): string {
  const without = told.reduce(
    (rest, each) =>
      rest.replaceAll(each, ' ').replaceAll(`${each.charAt(0).toUpperCase()}${each.slice(1)}`, ' '),
    text.replace(/\[[^\]]*\]\([^)]*\)/g, ' ').replace(/\\([*_`~\\])/g, '$1'),
  )
  return /^(az ml |resource |PUT |POST |DELETE |at,by,|workspace,resourceGroup,)/.test(without) ? '' : without
}
