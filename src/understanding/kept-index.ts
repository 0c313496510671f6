import type { Library } from '../knowledge/library.ts'
import { type NameIndex, nameIndex } from './name-index.ts'

/** A list of workspaces as it was read: the same list is the same object. */
type Listing = readonly { readonly name: string }[]

/** The index for this list of workspaces: built when the list is another one, and put in the place of the former in one step. */
export interface KeptIndex {
  of(workspaces: Listing): NameIndex
}

const keptAtMost = 8
const kept = new WeakMap<Pick<Library, 'collections' | 'models'>, KeptIndex>()

/**
 * The index of what can be named with this knowledge base, kept between texts. A list that was read again and names the
 * same workspaces builds nothing anew.
 */
export function keptIndex(library: Pick<Library, 'collections' | 'models'>): KeptIndex {
  const known = kept.get(library)
  if (known !== undefined) return known
  const byListing = new WeakMap<Listing, NameIndex>()
  // Names only: a list that was kept would keep all its workspaces.
  let latest: readonly { readonly names: readonly string[]; readonly index: NameIndex }[] = []
  const fresh: KeptIndex = {
    of: listing => {
      const made = byListing.get(listing)
      if (made !== undefined) return made
      const same = latest.find(({ names }) => namesSame(names, listing))
      const names = same?.names ?? listing.map(({ name }) => name)
      const index = same?.index ?? nameIndex(names, library.collections, library.models)
      // People who see different workspaces ask by turns.
      latest = [{ names, index }, ...latest.filter(each => each !== same)].slice(0, keptAtMost)
      byListing.set(listing, index)
      return index
    },
  }
  kept.set(library, fresh)
  return fresh
}

function namesSame(names: readonly string[], listing: Listing): boolean {
  return names.length === listing.length && listing.every(({ name }, at) => name === names[at])
}
