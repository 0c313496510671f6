import type { Library } from '../knowledge/library.ts'
import { type NameIndex, nameIndex } from './name-index.ts'

/** A list of workspaces as it was read: the same list is the same object. */
type Listing = readonly { readonly name: string }[]

/** The index for this list of workspaces: built when the list is another one, and put in the place of the former in one step. */
export interface KeptIndex {
  of(workspaces: Listing): NameIndex
}

const kept = new WeakMap<Pick<Library, 'collections' | 'models'>, KeptIndex>()

/**
 * The index of what can be named with this knowledge base, kept between texts. A list that was read again and names the
 * same workspaces builds nothing anew.
 */
export function keptIndex(library: Pick<Library, 'collections' | 'models'>): KeptIndex {
  const known = kept.get(library)
  if (known !== undefined) return known
  let last: { readonly listing: Listing; readonly index: NameIndex } | undefined
  const fresh: KeptIndex = {
    of: listing => {
      const index =
        last !== undefined && namesSame(last.listing, listing)
          ? last.index
          : nameIndex(
              listing.map(({ name }) => name),
              library.collections,
              library.models,
            )
      last = { listing, index }
      return index
    },
  }
  kept.set(library, fresh)
  return fresh
}

function namesSame(a: Listing, b: Listing): boolean {
  return a === b || (a.length === b.length && a.every(({ name }, at) => name === b[at]?.name))
}
