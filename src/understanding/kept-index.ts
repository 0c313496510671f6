import type { Library } from '../knowledge/library.ts'
import { type NameIndex, nameIndexInSlices } from './name-index.ts'

/** A list of workspaces as it was read: the same list is the same object. */
type Listing = readonly { readonly name: string }[]

/** The index for this list of workspaces: built when the list is another one, and put in the place of the former in one step. */
export interface KeptIndex {
  /** `pause` lets others go first, between two slices of the building. */
  of(workspaces: Listing, pause?: () => Promise<unknown>): Promise<NameIndex>
}

const keptAtMost = 8
const kept = new WeakMap<Pick<Library, 'collections' | 'models'>, KeptIndex>()

/**
 * The index of what can be named with this knowledge base, kept between texts. A list that was read again and names the
 * same workspaces builds nothing anew, and all who wait for the same names wait for one building of it.
 */
export function keptIndex(library: Pick<Library, 'collections' | 'models'>): KeptIndex {
  const known = kept.get(library)
  if (known !== undefined) return known
  const byListing = new WeakMap<Listing, Promise<NameIndex>>()
  // Names only: a list that was kept would keep all its workspaces.
  let latest: readonly { readonly names: readonly string[]; readonly index: Promise<NameIndex> }[] = []
  const fresh: KeptIndex = {
    of: (listing, pause) => {
      const made = byListing.get(listing)
      if (made !== undefined) return made
      const same = latest.find(({ names }) => namesSame(names, listing))
      const names = same?.names ?? listing.map(({ name }) => name)
      const index = same?.index ?? built(names, library, pause)
      // People who see different workspaces ask by turns.
      latest = [{ names, index }, ...latest.filter(each => each !== same)].slice(0, keptAtMost)
      byListing.set(listing, index)
      return index
    },
  }
  kept.set(library, fresh)
  return fresh
}

async function built(
  names: readonly string[],
  { collections, models }: Pick<Library, 'collections' | 'models'>,
  pause?: () => Promise<unknown>,
): Promise<NameIndex> {
  const building = nameIndexInSlices(names, collections, models)
  for (;;) {
    const step = building.next()
    if (step.done === true) return step.value
    await pause?.()
  }
}

function namesSame(names: readonly string[], listing: Listing): boolean {
  return names.length === listing.length && listing.every(({ name }, at) => name === names[at])
}
