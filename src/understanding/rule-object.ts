import { adverbs } from './change-frame.ts'
import { foreign, pronouns, ruleNouns } from './change-words.ts'
import type { Offered } from './offered.ts'

/** May stand between a verb and what it is about. */
export const articles =
  /^(?:the|a|an|my|our|your|this|that|these|those|of|for|to|from|any|some|all|both|every|each|following|new|single|two|three|four|five|\d+|host|hosts|domain|domains|fqdn|fqdns|url|urls|address|site|sites|collection|models?|modeles?|hub|access|acces|outbound|egress|traffic|connection|connections|communication|trafic|sortant|sortante|sortants|le|la|les|l|un|une|du|de|d|des|ce|ces|cette|mon|notre|hote|hotes|domaine|domaines|adresse|regle|regles|rule|rules|allow|list|whitelist|exception|exceptions|entry|entries|autorisation|accordee|a|au|aux|on|in|back|out|and|et|also|temporary|permanent|permanently|network|reseau|firewall|pare|feu|open|ouverture|flux|vers|toward|towards|@mode|serverless|curated|managed|full|wildcard|approved|sortie|sorties|there|permission|request|requests|demande|exception|ticket|opening|whitelisting|unblocking|addition|ajout|deblocage|tous|toutes|allow|outgoing|sure|outside|external|missing|manquants?|manquantes?|required|necessary|necessaires?)$/
/** What a rule can be about. */
export const things = /^@(?:fqdn|collection|model)$/
const removable = /^@(?:fqdn|collection|model|rule)$/
/** Lead to a place. */
export const prepositions =
  /^(?:to|in|into|on|onto|from|for|of|a|au|aux|dans|sur|de|du|des|d|pour|off|out|as|comme|with|avec|en)$/

/** A rule is the object: a host or a collection is named, or a rule spoken of, and nothing else stands in its place. */
export function isAboutRule(tail: readonly string[], offered: Offered, removes: boolean): boolean {
  const at = tail.findIndex(word => (removes ? removable : things).test(word))
  const before = tail.slice(0, at < 0 ? tail.length : at)
  if (hasForeignHead(tail) || hasForeignPlace(tail)) return false
  if (at >= 0) {
    if (removes && tail[at] === '@model') return false
    return before.every(
      word =>
        articles.test(word) ||
        adverbs.has(word) ||
        prepositions.test(word) ||
        ruleNouns.has(word) ||
        /^@|^(?:rid|hors|use|have|workspace|espace|travail|work|put|is|est|needs?|besoin|works?|through|passer|get|marcher|fonctionner|reach|connect|talk|whatever|everything|tout|ce|que|qui|what|lacks?|misses|manque|both|like|either|people|users|en|liste|blanche|disponible|accessible|available|reachable|up|following|suivants?|suivantes?|list|aux?|acceder|joindre|access|sure|sorte|going|il|faut|necessaire|requis|suivantes|able|through|only|juste|also)$/.test(
          word,
        ),
    )
  }
  const spoken = tail.some(
    word =>
      (ruleNouns.has(word) || /^(?:following|suivante?s?)$/.test(word)) &&
      !/^(?:access|acces|outbound|site|sites|address|addresses|adresse|adresses)$/.test(word),
  )
  const pronoun = tail.slice(0, 3).some(word => pronouns.has(word)) || tail.length === 0
  if (
    offered.thing &&
    (pronoun ||
      spoken ||
      tail.length === 0 ||
      tail.every(
        word => word.startsWith('@') || prepositions.test(word) || articles.test(word) || adverbs.has(word),
      ))
  )
    return true
  if (spoken && !removes) return offered.workspace || offered.earlierThing
  if (spoken)
    return (
      offered.earlierThing ||
      (offered.workspace && tail.some(word => /^(?:rule|rules|regle|regles)$/.test(word)))
    )
  return (
    offered.earlierThing &&
    pronoun &&
    tail.every(
      word =>
        pronouns.has(word) ||
        prepositions.test(word) ||
        adverbs.has(word) ||
        word.startsWith('@') ||
        /^(?:workspace|espace|travail|same|asap)$/.test(word),
    )
  )
}

/** "Delete the online endpoint ep-llama": what is named belongs to something else. */
function hasForeignHead(tail: readonly string[]): boolean {
  for (const word of tail.slice(0, 6)) {
    if (foreign.has(word)) return true
    if (word.startsWith('@')) return false
  }
  return false
}

/** "Add docker.io to my notes": it goes somewhere else. */
export function hasForeignPlace(tail: readonly string[]): boolean {
  return tail.some((word, at) => {
    if (!prepositions.test(word)) return false
    const next = tail.slice(at + 1, at + 5)
    const head = next.findIndex(each => foreign.has(each))
    return (
      head >= 0 &&
      next.slice(0, head).every(each => !each.startsWith('@') && !prepositions.test(each)) &&
      !/^(?:for|pour|with|avec)$/.test(word)
    )
  })
}
