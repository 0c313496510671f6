import { modelPrefixes, modelSpellings } from './model-spellings.ts'
import { atomsOf, isStage, shapeOf } from './name-key.ts'
import { plainOf } from './normalise.ts'
import { wordsOf } from './words.ts'

/** Something that can be named. `value`: a workspace's exact name, a collection's id, or a model's name in the table. */
export interface Listed {
  readonly is: 'workspace' | 'collection' | 'model'
  readonly value: string
  /** How many runs of letters and digits the name is written with. */
  readonly atoms: number
}

export interface Near extends Listed {
  /** What of the name may be misspelt. */
  readonly loose: string
}

/** What can be named, looked up by key. Built anew when the list of workspaces changes. */
export interface NameIndex {
  /** By lower-case name. */
  readonly workspaces: ReadonlyMap<string, string>
  /** From words (one to many, separated by a blank) to a collection's id. */
  readonly collections: ReadonlyMap<string, string>
  readonly longestAlias: number
  /** By letters and digits alone: "mlw weu fraud 02" and "MLW_WEU_FRAUD_02" are one. */
  readonly names: ReadonlyMap<string, readonly Listed[]>
  /** The beginnings of names of models that are no name themselves: "phi 3 mini". */
  readonly beginnings: ReadonlyMap<string, readonly string[]>
  /** Most runs of letters and digits in one name. */
  readonly longest: number
  /** By what must agree, the first letter and the length of what may be misspelt. */
  readonly near: ReadonlyMap<string, readonly Near[]>
  /** The workspaces that have this run of letters and digits in their name, with all their letters and digits as `key`. */
  readonly parts: ReadonlyMap<string, readonly { readonly name: string; readonly key: string }[]>
  /** Workspaces' letters without their digits and stages: what siblings have in common. */
  readonly siblings: ReadonlySet<string>
  /** The collection whose models have pages on this site. */
  readonly sites: ReadonlyMap<string, string>
  /** The collection whose models this registry holds. */
  readonly registries: ReadonlyMap<string, string>
  /** What the names of at least two workspaces begin with: "mlw". */
  readonly beginningsOfWorkspaces: ReadonlySet<string>
}

/** Longer names than this in runs of letters and digits are found only as they are written. */
const mostAtoms = 12

type Named = { readonly name: string; readonly aliases: readonly string[] }
type NamedCollection = Named & {
  readonly id: string
  readonly registries?: readonly string[]
  readonly sites?: readonly string[]
}

/** Workspaces between two breaths. */
const slice = 250

/** Builds the index of everything that can be named. 5,000 workspaces take some tens of milliseconds. */
export function nameIndex(
  workspaces: readonly string[],
  collections: readonly NamedCollection[],
  models: readonly Named[] = [],
): NameIndex {
  const building = nameIndexInSlices(workspaces, collections, models)
  for (;;) {
    const step = building.next()
    if (step.done === true) return step.value
  }
}

/** The same a few milliseconds at a time, for a process that has others to answer meanwhile. */
export function* nameIndexInSlices(
  workspaces: readonly string[],
  collections: readonly NamedCollection[],
  models: readonly Named[] = [],
): Generator<undefined, NameIndex, undefined> {
  const names = new Map<string, Listed[]>()
  const near = new Map<string, Near[]>()
  const parts = new Map<string, { readonly name: string; readonly key: string }[]>()
  const siblings = new Set<string>()
  const firsts = new Map<string, number>()
  let longest = 1
  const list = (is: Listed['is'], value: string, atoms: readonly string[]) => {
    const key = atoms.join('')
    const listed = names.get(key)
    if (
      key === '' ||
      listed?.some(each => each.is === is && each.value === value && each.atoms === atoms.length) === true
    )
      return
    longest = Math.min(mostAtoms, Math.max(longest, atoms.length))
    const entry = { is, value, atoms: atoms.length }
    if (listed === undefined) names.set(key, [entry])
    else listed.push(entry)
    const { exact, loose } = shapeOf(atoms)
    if (is === 'workspace') siblings.add(siblingKey(atoms))
    if (loose.length < 5) return
    const place = nearKey(is === 'workspace', exact, loose)
    const there = near.get(place)
    if (there === undefined) near.set(place, [{ ...entry, loose }])
    else there.push({ ...entry, loose })
  }

  for (const [at, name] of workspaces.entries()) {
    if (at % slice === slice - 1) yield undefined
    const atoms = atomsOf(name)
    list('workspace', name, atoms)
    const [first = ''] = atoms
    firsts.set(first, (firsts.get(first) ?? 0) + 1)
    const entry = { name, key: atoms.join('') }
    for (const atom of new Set(atoms)) {
      const there = parts.get(atom)
      if (there === undefined) parts.set(atom, [entry])
      else there.push(entry)
    }
  }
  yield undefined
  const families = new Set<string>()
  const aliases = new Map<string, string>()
  let longestAlias = 1
  for (const { id, name, aliases: others } of collections)
    for (const alias of [name, ...others]) {
      const words = wordsOf(alias)
      longestAlias = Math.max(longestAlias, words.length)
      aliases.set(words.join(' '), id)
      const atoms = atomsOf(alias)
      if (atoms.length === 1) families.add(atoms.join(''))
      list('collection', id, atoms)
    }
  for (const { name, atoms } of modelSpellings(models, families)) list('model', name, atoms)
  return {
    workspaces: new Map(workspaces.map(name => [plainOf(name), name])),
    collections: aliases,
    longestAlias,
    names,
    beginnings: modelPrefixes(models, families, key => names.has(key)),
    longest: longest + 2,
    near,
    parts,
    siblings,
    sites: new Map(collections.flatMap(({ id, sites = [] }) => sites.map(site => [site, id] as const))),
    registries: new Map(
      collections.flatMap(({ id, registries = [] }) =>
        registries.map(registry => [registry.toLowerCase(), id] as const),
      ),
    ),
    beginningsOfWorkspaces: new Set([...firsts].flatMap(([first, count]) => (count > 1 ? [first] : []))),
  }
}

/** Where names are kept that are alike in all that must agree. */
export function nearKey(ofWorkspace: boolean, exact: string, loose: string, length = loose.length): string {
  return `${ofWorkspace ? 'w' : 'k'}${exact}|${loose[0] ?? ''}${length}`
}

/** A name without its digits and stages: "mlw weu fraud" of mlw-weu-fraud-02. */
export function siblingKey(atoms: readonly string[]): string {
  return atoms.filter(atom => !/^\d+$/.test(atom) && !isStage(atom)).join('')
}
