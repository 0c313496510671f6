import { adverbs } from './change-frame.ts'
import { networkNouns, networkPath, pronouns } from './change-words.ts'
import type { Offered } from './offered.ts'
import { hasForeignPlace } from './rule-object.ts'

const courtesy = /^(?:please|thanks|now|asap|today|again|stp|svp|merci|maintenant)$/

/** The managed network of a workspace is the object. `saidByVerb`: "provision" needs no noun for it, "create" does. */
export function isAboutNetwork(
  tail: readonly string[],
  { workspace, earlierWorkspace, network }: Offered,
  saidByVerb: boolean,
): boolean {
  if (tail[0] === 'of' || tail[0] === 'or') return false
  const at = tail.findIndex(word => networkNouns.has(word))
  const place = tail.indexOf('@workspace')
  const until = saidByVerb
    ? [at, place].filter(each => each >= 0).sort((a, b) => a - b)[0]
    : at < 0
      ? undefined
      : at
  // "W has no network yet. Please create it."
  if (
    until === undefined &&
    network &&
    workspace &&
    tail.length < 4 &&
    tail.some(word => /^(?:it|le|la|l|this|that)$/.test(word))
  )
    return tail.every(word => pronouns.has(word) || adverbs.has(word) || networkPath.has(word))
  if (until === undefined)
    return (
      saidByVerb &&
      (tail.length === 0 ||
        tail.every(word => pronouns.has(word) || networkPath.has(word) || adverbs.has(word))) &&
      (earlierWorkspace ||
        (workspace && (tail.every(word => courtesy.test(word)) || tail.some(word => pronouns.has(word)))))
    )
  const between = tail.slice(0, Math.max(until, place))
  return (
    between.every(
      word =>
        networkPath.has(word) ||
        word === '@workspace' ||
        pronouns.has(word) ||
        adverbs.has(word) ||
        networkNouns.has(word),
    ) &&
    !tail
      .slice(until)
      .some(word => /^(?:rule|rules|regle|regles|@fqdn|failed|fails|took|takes|prend|echoue)$/.test(word)) &&
    !hasForeignPlace(tail)
  )
}
