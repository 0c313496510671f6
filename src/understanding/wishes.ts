import { adverbs, participleIn } from './change-frame.ts'
import { networkNouns, participles } from './change-words.ts'
import { isAboutNetwork } from './network-object.ts'
import type { Offered } from './offered.ts'
import type { ChangeIntent } from './parsed.ts'
import { isAboutRequest } from './request-object.ts'
import { articles, isAboutRule, things } from './rule-object.ts'

/** "Request them": what the last card showed. */
export function asksForEarlier(tail: readonly string[], { earlierThing, request }: Offered): boolean {
  const words =
    /^(?:for|to|the|these|those|all|les|la|le|tous|toutes|missing|me|moi|manquants?|manquantes?|@workspace|in|dans|please|now|then|alors|hosts?|rules?|hotes?|regles?|them|it|everything|tout|ca)$/
  return (
    earlierThing &&
    !request &&
    tail.length > 0 &&
    tail.every(word => words.test(word)) &&
    tail.some(word =>
      /^(?:them|these|those|it|all|les|la|le|tout|hosts?|rules?|hotes?|regles?|missing|everything)$/.test(
        word,
      ),
    )
  )
}

/** What a thing is made to be: "make X work". */
export const makesUsable =
  /^(?:work|works|going|marche|fonctionne|working|available|reachable|accessible|usable|function|run|fonctionner|marcher|disponible|utilisable|accessibles|access to|running|passer|tourner)$/

/** "Make sure W can reach X": the workspace is what is to get there. */
export function isReached(tail: readonly string[], offered: Offered): boolean {
  return (
    has(
      tail,
      /^(?:reach|joindre|acceder|access|talk|connect|hit|ping|contact|contacter|atteindre|pinger|taper|parler|download|pull|fetch|telecharger)$/,
    ) &&
    tail.some(word => /^@(?:fqdn|collection)$/.test(word)) &&
    tail.includes('@workspace') &&
    isAboutRule(
      tail.filter(
        word =>
          !/^(?:be|able|puisse|puissent|que|can|sure|that|en|sorte|hit|ping|contact|contacter|atteindre|pinger|taper|parler|download|pull|fetch|telecharger)$/.test(
            word,
          ),
      ),
      offered,
      false,
    )
  )
}

/** Whether one of the words, or two or three in a row, are like this. */
export function has(tail: readonly string[], words: RegExp): boolean {
  return tail.some(
    (word, at) =>
      words.test(word) ||
      words.test(`${word} ${tail[at + 1] ?? ''}`) ||
      words.test(tail.slice(at, at + 3).join(' ')),
  )
}

/** "X opened in W", after a wish. */
export function wished(tail: readonly string[], offered: Offered): ChangeIntent | undefined {
  const kind = participleIn(tail)
  // "Make sure X stays blocked" wants no change.
  if (kind === undefined || tail.some(word => /^(?:stays?|remains?|keep|kept|reste|restent)$/.test(word)))
    return undefined
  const at = tail.findIndex(word => participles.get(word) === kind)
  const subject = tail
    .slice(0, at)
    .filter(
      word =>
        !/^(?:sure|certain|it|en|sorte|gets?|que|qu|is|are|be|to|soit|soient|etre|get|have|being|been|made|would|like|est)$/.test(
          word,
        ),
    )
  if (kind === 'request_allow' || kind === 'request_remove')
    return isAboutRule([...subject, ...tail.slice(at + 1)], offered, kind === 'request_remove')
      ? kind
      : undefined
  if (kind === 'provision_network')
    return isAboutNetwork(
      subject.includes('@workspace') || subject.some(word => networkNouns.has(word))
        ? [...subject, ...tail.slice(at + 1)]
        : [],
      offered,
      subject.some(word => networkNouns.has(word)) || tail[at] !== 'created',
    )
      ? kind
      : undefined
  return isAboutRequest(subject, offered) && subject.includes('@request') ? kind : undefined
}

/** "I need docker.io in W": the thing itself is the object, not a list of it or a word about it. */
export function isNeeded(tail: readonly string[], offered: Offered): boolean {
  const at = tail.findIndex(word => things.test(word))
  if (at < 0 || tail[at] === '@model') return false
  return (
    isAboutRule(tail, offered, false) &&
    tail
      .slice(0, at)
      .every(
        word =>
          (articles.test(word) &&
            ((/^(?:rules?|regles?)$/.test(word) && tail[at] === '@fqdn') ||
              !/^(?:hosts?|domains?|fqdns?|urls?|rules?|regles?|list|address|adresse|domaines?|hotes?|models?|modeles?|missing)$/.test(
                word,
              ))) ||
          adverbs.has(word) ||
          word.startsWith('@') ||
          /^(?:pour|vers|depuis)$/.test(word),
      ) &&
    !/^(?:models?|modeles?|domains?|lists?|hosts?|urls?|fqdns?|docs?|documentation|info|help|addresses|rules?|licen[cs]e)$/.test(
      tail[at + 1] ?? '',
    )
  )
}
