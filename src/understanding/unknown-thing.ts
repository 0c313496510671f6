import { isOrdinary } from './ordinary-words.ts'
import type { Parsed } from './parsed.ts'
import { folded } from './wording.ts'

/** What names something to use, and where such a name ends. */
const named =
  /(?:^|[^\p{L}\p{N}])(?:use|using|deploy|try|allow|enable|access|describe|utiliser|utilise|deployer|deploie|autoriser|autorise|essayer|activer|collections?) (?:the |a |la |les? |l'|une? |of |de )*(?:collections? )?["“”«»' ]*(?<name>[\p{L}\p{N}][\p{L}\p{N}_+-]*(?: [\p{L}\p{N}][\p{L}\p{N}_+-]*){0,2}?)["“”«»' ]*(?: (?:collections?|models?|modeles?))?(?= (?:in|on|for|with|at|from|dans|sur|pour|avec|en|allowed|available) |[?.!,;]| ?$| [?!])/u

/** What a text names as a collection where it names none that exists: "Foo" in "can I use Foo in ws-prod?". As it was written. */
export function unknownThing(
  text: string,
  { entities, ambiguous, unknown }: Pick<Parsed, 'entities' | 'ambiguous' | 'unknown'>,
): string | undefined {
  const { collections, models, fqdns, requestId } = entities
  const isNamed = collections.length + models.length + fqdns.length > 0 || requestId !== undefined
  if (isNamed || ambiguous.collection !== undefined || ambiguous.model !== undefined) return undefined
  const line = text.slice(0, 300).replace(/\s+/g, ' ').trim()
  // Folding keeps the length but where a letter has no single one for it; then the words are shown as they were folded.
  const plain = folded(line)
  const found = named.exec(plain)
  const name = found?.groups?.name
  if (found === null || name === undefined) return undefined
  const workspaces = [...entities.workspaces, ...unknown].map(folded)
  if (name.split(' ').some(word => isOrdinary(word) || workspaces.includes(word))) return undefined
  const from = found.index + found[0].indexOf(name)
  return plain.length === line.length ? line.slice(from, from + name.length) : name
}
