import { changeStems, verbs } from './change-words.ts'
import type { Clause } from './wording.ts'

/** Begins a question. */
export const asks =
  /^(?:(?:and|so|but|ok|then|et|mais|donc|hi|hello|bonjour|salut|hey|please|sorry|question|quick|also|just|alors) )*(?:who|what|when|where|why|how|which|whose|is|are|was|were|do (?=(?:i|we|you|they|the|any|all|our|my|these|those)\b|@)|does|did|has|have (?=we|you|i|they|any|all|the rules|there|@\w+ been)|had|can (?:(?:i|we)(?!.*\bplease\b)(?! (?:please |also |maybe )*(?:get|have) .*\b(?:open|opened|added|allowed|whitelisted|allowlisted|unblocked|enabled|authorized|authorised|permitted|removed|deleted|closed|provisioned|created|access|approved)\b)|he|she|they|it|anyone|anybody|someone else|people|the|my|our)|could (?:it|they|the|i(?!.*\bplease\b)(?! (?:please |also |maybe )*(?:get|have)))|should|shall|may|might|must i|am i|would (?:it|that|this|the|i|we|they|adding|opening|allowing|removing)|any|qui|que|quoi|quand|ou est|pourquoi|comment|quel|quelle|quels|quelles|combien|est ce que (?!tu|vous)|est ce qu|est il|puis je (?!avoir)|peut on (?!avoir)(?!.*\bplease\b)|peut il|dois je|doit on|faut il|faudrait il|devrait on|devrais je|a t|ai je|as tu|avez vous|y a|ce est quoi|lequel|laquelle)\b/

/** Negations that only soften: "why not", "no problem, add it". */
export function withoutPolite(line: string): string {
  return line.replace(
    /\b(?:no problem|no worries|no rush|no hurry|no objections?|not urgent|pas de probleme|pas de souci|pas urgent|pas presse|sans urgence|why not|no doubt|sans souci|sans faute|without delay|sans delai|sans tarder|if not already|no later than|pas plus tard que|stop by|hold tight)\b/g,
    ' ',
  )
}

/** "Keep X blocked", "make sure X stays closed". */
const keepsAsIs =
  /\b(?:keep|leave|make sure|ensure|garde|laisse|veille)\b.*@(?:fqdn|collection).*\b(?:out|blocked|closed|off|away|as (?:it )?is|alone|stays?|remains?|bloque|ferme|dehors|tel quel)\b|\b(?:stays?|remains?|reste) (?:blocked|closed|off|out|bloque|ferme)/
const wantsNot =
  /\b(?:do not|does not|ne) (?:want|wish|like|veux|veut|voulons|souhaite|souhaitons)\b.*@(?:fqdn|collection)/

/** "Valide pas la 112": spoken French denies without its "ne". */
const spokenDenial =
  /^(?:(?:non|ah|oh|please|hey|bonjour|salut|alors|ok|mais|et|surtout|attention|bot) )*(\p{L}+) (?:(?:le|la|les|l|en|y|surtout|moi) )*(?:pas|jamais|rien|plus)\b/u

function isOrderVerb(word: string): boolean {
  return Object.values(verbs).some(each => each.has(word))
}

/** Says that a change is not to be. */
export function isForbidden(line: string, clause: Clause | undefined): boolean {
  if (clause === undefined || clause.ends === '?' || asks.test(line)) return false
  const [, verb = ''] = spokenDenial.exec(line) ?? []
  if (isOrderVerb(verb)) return true
  const bare = withoutPolite(line)
  const at = bare.search(
    /(?<![\p{L}])(?:not|never|nobody|no one|nothing|no|rather not|under no|without|stop|avoid|refrain|hold off|hold|cease|instead of|rather than|wait|forget|no need|cancel|postpone|prevent|make sure|leave|ne|pas|jamais|aucun|aucune|personne|arrete|arretez|evite|evitez|attends|attendez|annule|inutile|interdit|hors de question|surtout|oublie|refuse que|refuse de|plutot que|interdiction)(?![\p{L}])/u,
  )
  if (keepsAsIs.test(bare)) return true
  if (at < 0) return false
  const isState = /\b(?:is|are|was|were|est|sont)(?: \S+)?\s*$/.test(bare.slice(0, at))
  // "Ce qui n'est pas ouvert" is a state too.
  const denied = bare
    .slice(at)
    .replace(/^(?:ne )?(?:est|sont) (?:pas|plus|jamais|toujours pas)(?: encore| toujours)? \p{L}+/u, '')
  return (!isState && holdsChangeVerb(denied)) || wantsNot.test(bare)
}

/** Speaks of a change, in whatever form. */
export function holdsChangeWord(line: string): boolean {
  return line.split(/[^\p{L}]+/u).some(word => changeStems.some(stem => word.startsWith(stem)))
}

/** A change word that is not the state of something: "isn't allowed" denies nothing. */
function holdsChangeVerb(line: string): boolean {
  return line
    .split(/[^\p{L}@]+/u)
    .some(
      (word, at, words) =>
        changeStems.some(stem => word.startsWith(stem)) &&
        !(
          /ed$/.test(word) &&
          !words.slice(0, at).some(each => /^(?:be|get|want|should|must|soit|etre)$/.test(each))
        ),
    )
}
