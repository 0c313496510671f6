import { atomsOf } from './name-key.ts'

interface Spelt {
  readonly name: string
  readonly aliases: readonly string[]
}

/** Each way to write a model's name in full: as the table has it, its aliases, and without the publisher before it. */
export function modelSpellings(models: readonly Spelt[], families: ReadonlySet<string>) {
  return models.flatMap(model =>
    [...spellings(model, families)].map(spelling => ({ name: model.name, atoms: spelling.split(' ') })),
  )
}

/**
 * What people say in place of a model's name: its beginning, as far as it says more than the family and a version. Several
 * models may begin so.
 */
export function modelPrefixes(
  models: readonly Spelt[],
  families: ReadonlySet<string>,
  isName: (key: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const model of models)
    for (const spelling of spellings(model, families)) {
      const atoms = spelling.split(' ')
      for (let length = 2; length < atoms.length; length += 1) {
        const some = atoms.slice(0, length)
        if (!some.slice(1).some(atom => /\p{L}/u.test(atom))) continue
        const key = some.join('')
        const there = found.get(key) ?? []
        if (isName(key) || there.includes(model.name)) continue
        found.set(key, [...there, model.name])
      }
    }
  return found
}

/** Atoms joined by blanks. */
function spellings({ name, aliases }: Spelt, families: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set<string>()
  for (const written of [name, ...aliases]) {
    const atoms = atomsOf(written)
    all.add(atoms.join(' '))
    for (const before of [1, 2])
      if (families.has(atoms[before] ?? '') && !families.has(atoms[0] ?? ''))
        all.add(atoms.slice(before).join(' '))
  }
  return all
}
