import type { NameIndex } from './parsed.ts'
import { wordsOf } from './words.ts'

/** Builds the index of everything that can be named. */
export function nameIndex(
  workspaces: readonly string[],
  collections: readonly { readonly id: string; readonly name: string; readonly aliases: readonly string[] }[],
): NameIndex {
  const aliases = new Map<string, string>()
  let longestAlias = 1
  for (const { id, name, aliases: others } of collections)
    for (const alias of [name, ...others]) {
      const words = wordsOf(alias)
      longestAlias = Math.max(longestAlias, words.length)
      aliases.set(words.join(' '), id)
    }
  return {
    workspaces: new Map(workspaces.map(name => [name.toLowerCase(), name])),
    collections: aliases,
    longestAlias,
  }
}
