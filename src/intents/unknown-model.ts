import type { Answer } from '../cards/answer-data.ts'
import type { Library } from '../knowledge/library.ts'
import { closestNames, likeness, pairsOf } from './closest-names.ts'

/** Less alike than this, another model's name would only mislead. */
const alike = 0.3
const namesAtMost = 3

/** That no table has this model, and which come closest. */
export function unknownModel(name: string, library: Library): Answer {
  return { is: 'note', data: { is: 'unknown-model', name, closest: closestModels(name, library) } }
}

/** The table's names that are most like this one, if any are. */
export function closestModels(name: string, { models }: Pick<Library, 'models'>): readonly string[] {
  const pairs = pairsOf(name)
  return closestNames(
    name,
    models.map(each => each.name).filter(each => likeness(pairs, pairsOf(each)) >= alike),
  ).slice(0, namesAtMost)
}
