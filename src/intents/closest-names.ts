/** These names, those that are most like the wanted one first. */
export function closestNames(wanted: string, names: readonly string[]): readonly string[] {
  const pairs = pairsOf(wanted)
  return names
    .map(name => ({ name, likeness: likeness(pairs, pairsOf(name)) }))
    .sort((a, b) => b.likeness - a.likeness || a.name.localeCompare(b.name, 'en'))
    .map(({ name }) => name)
}

export function pairsOf(name: string): Set<string> {
  const padded = ` ${name.toLowerCase()} `
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)))
}

/** Dice's coefficient of letter pairs, from 0 to 1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared += 1
  return (2 * shared) / (a.size + b.size)
}
