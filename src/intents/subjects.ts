import type { Subject } from '../cards/answer-data.ts'
import type { LookUp } from '../cards/look-up.ts'
import type { Library } from '../knowledge/library.ts'
import type { Model } from '../knowledge/model.ts'

export interface Subjects {
  readonly subjects: readonly Subject[]
  /** Names of models that no table and no collection knows. */
  readonly unknown: readonly string[]
}

/** Where models come from that no table names: `org/model` is how the Hugging Face hub names them. */
const openHub = 'huggingface'

/**
 * What is asked about, in the order of the precedence: models, then collections. A model speaks for its collection, so that
 * "Llama-3-8B of Meta" is one subject. Without an option a model that has two is two subjects.
 */
export function subjectsOf(
  { collections, models, option }: Pick<LookUp, 'collections' | 'models' | 'option'>,
  library: Library,
): Subjects {
  const found: Model[] = []
  const unknown: string[] = []
  for (const name of models) {
    const model = library.model(name) ?? outside(name, collections, library)
    if (model === undefined) unknown.push(name)
    else found.push(model)
  }
  const spokenFor = new Set(found.map(({ collection }) => collection))
  const ofModels = found.flatMap((model): Subject[] => {
    const collection = library.collection(model.collection)
    if (collection === undefined) return []
    if (option !== undefined) return [{ collection, model, option }]
    return model.options.length > 1
      ? model.options.map(each => ({ collection, model, option: each }))
      : [{ collection, model }]
  })
  const ofCollections = collections.flatMap((id): Subject[] => {
    const collection = spokenFor.has(id) ? undefined : library.collection(id)
    if (collection === undefined) return []
    return [option === undefined ? { collection } : { collection, option }]
  })
  return { subjects: [...ofModels, ...ofCollections], unknown }
}

/** A model that no table names, but whose collection is known: by its spelling or because it was said. */
function outside(name: string, collections: readonly string[], library: Library): Model | undefined {
  const said = collections.length === 1 ? collections[0] : undefined
  const collection = library.collection(said ?? (/^[\w.-]+\/[\w.-]+$/.test(name) ? openHub : ''))
  return collection === undefined
    ? undefined
    : {
        name,
        aliases: [],
        family: 'other',
        collection: collection.id,
        options: collection.options,
        sources: collection.sources,
      }
}
