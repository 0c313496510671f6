import type { NameIndex } from './name-index.ts'
import { atomsOf } from './name-key.ts'
import { isOrdinary } from './ordinary-words.ts'
import type { Span } from './span.ts'

const registry =
  /azureml:\/\/registries\/([\p{L}\p{N}][\p{L}\p{N}_.-]{0,80})(?:\/models\/([\p{L}\p{N}][\p{L}\p{N}_.-]{0,95}))?(?:\/[\p{L}\p{N}/_.:@-]*[\p{L}\p{N}])?/gu
const organisationModel =
  /(?<![\p{L}\p{N}/:@._-])([\p{L}\p{N}][\p{L}\p{N}_.-]{0,60})\/([\p{L}\p{N}][\p{L}\p{N}_.-]{0,95})(?![\p{L}\p{N}/_@-])/gu

/**
 * References to a model, which say its collection: `azureml://registries/<registry>/...` by the registry, and
 * `organisation/model` the one whose site names models so.
 */
export function referencesIn(folded: string, cased: string, index: NameIndex): readonly Span[] {
  const found: Span[] = []
  for (const { 0: text, 1: name = '', 2: written, index: start } of folded.matchAll(registry)) {
    const collection = ofRegistry(name, index)
    const end = start + text.length
    if (written !== undefined) {
      const at = start + text.indexOf(written, text.indexOf('/models/'))
      const value = listedModel(written, index) ?? cased.slice(at, at + written.length)
      found.push({ start, end, is: 'model', value, ...(collection === undefined ? {} : { collection }) })
    } else if (collection !== undefined) found.push({ start, end, is: 'collection', value: collection })
    else found.push({ start, end, is: 'word' })
  }
  const [hub] = index.sites.values()
  if (hub === undefined) return found
  for (const { 0: text, 1: owner = '', 2: written = '', index: start } of folded.matchAll(
    organisationModel,
  )) {
    const model = written.replace(/[._-]+$/, '')
    const end = start + text.length - (written.length - model.length)
    if (found.some(other => start < other.end && end > other.start)) continue
    if (
      isOrganisation(owner, /^(?=.*\d)(?:[^-]+-){2}/.test(model) && owner.length > 4, index) &&
      isModel(model, index)
    )
      found.push({ start, end, is: 'model', value: cased.slice(start, end), collection: hub })
  }
  return found
}

function listedModel(written: string, index: NameIndex): string | undefined {
  return index.names.get(atomsOf(written).join(''))?.find(({ is }) => is === 'model')?.value
}

function ofRegistry(name: string, index: NameIndex): string | undefined {
  const known = index.registries.get(name)
  if (known !== undefined) return known
  for (const key of [name, name.replace(/^azureml-/, '')])
    for (const { is, value } of index.names.get(atomsOf(key).join('')) ?? [])
      if (is === 'collection') return value
  return undefined
}

/** No word that everybody uses, as in "and/or", and no workspace. `surely`: nothing but a model is written like what follows. */
function isOrganisation(owner: string, surely: boolean, index: NameIndex): boolean {
  if (!/\p{L}{2}/u.test(owner) || (!surely && atomsOf(owner).every(isOrdinary))) return false
  return index.names.get(atomsOf(owner).join(''))?.some(({ is }) => is === 'workspace') !== true
}

/** Written as models are: of several parts, with a digit, and no name that stands beside another one. */
function isModel(written: string, index: NameIndex): boolean {
  const atoms = atomsOf(written)
  if (atoms.length < 2 && !/\d/.test(written)) return false
  const listed = index.names.get(atoms.join('')) ?? []
  return (
    !listed.some(({ is }) => is !== 'model') &&
    !atoms.every(isOrdinary) &&
    !index.siblings.has(atoms.filter(atom => !/^\d+$/.test(atom)).join(''))
  )
}
