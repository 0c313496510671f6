import { editsBetween } from './near-names.ts'
import { isOrdinary } from './ordinary-words.ts'
import type { Span } from './span.ts'

/** Right before a number, these say that it is a request's. Held against folded text. */
const nouns =
  'requests?|reqests?|requets?|reqs?|rq|demandes?|requetes?|approvals?|approbations?|pyynto|pyynnon|pyynnot|change requests?'
const numberWords = 'no\\.?|nr\\.?|nro\\.?|n\\s?[\\u00b0o]\\.?|num\\.?|numero|number|numbers|numeros|id'
/** A decision that takes a number as its object. */
const decisions =
  'approved?|approves?|approving|approve|aproved?|aprove|approuver?|approuvez|approuvee?|valider?|validez|accepter?|acceptez|accept|reject(?:ed|s|ing)?|rejeter?|rejette|rejetez|refuser?|refusez|deny|decline|withdraw|undo|retirer?|annuler?|annulez|hyvaksy|hylkaa|lgtm|ok|okay'
/** Right after a number, these say that it counts something. */
const counted =
  '(?!\\s+(?:more|other|hosts?|fqdns?|domains?|rules?|models?|workspaces?|people|things?|machines?|days?|hours?|minutes?|weeks?|months?|times?|users?|requests?|gpus?|nodes?|vms?|cores?|hotes?|regles?|domaines?|modeles?|espaces?|jours?|heures?|semaines?|mois|fois|personnes?|demandes?)(?![\\p{L}\\p{N}]))'
const end = '(?![\\p{L}\\p{N}]|[.,]\\d|[-_/]\\p{L})'
const start = '(?<![\\p{L}\\p{N}])'
const digits = `(\\d{1,9})${end}${counted}`

const byHash = new RegExp(`(?<![\\p{L}\\p{N}&#/])#\\s?${digits}`, 'gu')
const byNoun = new RegExp(
  `${start}(?:${nouns})\\s*(?:${start}(?:${numberWords}))?\\s*[#:]?\\s*${digits}`,
  'gu',
)
const byNumberWord = new RegExp(`${start}(?:n\\s?\\u00b0|n\\u00ba|nro)\\s?${digits}`, 'gu')
const byDecision = new RegExp(
  `${start}(?:${decisions})(?:,)?\\s+(?:(?:surtout\\s+|jamais\\s+)?pas\\s+)?(?:(?:la|le|the|de)\\s+)?(?:(?:${numberWords})\\s*)?${digits}(?=\\s*(?:$|[.,;:!?)\\n-]|(?:and|et|or|ou|please|pls|plz|for|from|in|on|now|asap|too|then|by|as|because|with|without|pour|svp|stp|merci|sans|avec|thanks|thx|sil|s'il|yet|already)(?![\\p{L}\\p{N}])))`,
  'gu',
)
const byOutcome = new RegExp(
  `${start}(?:la|is|was|has|did|que)\\s+${digits}\\s+(?:(?:a|ete|been|has|is|was|est|sera|get|gets|got|already|deja|still|encore)\\s+){0,3}(?:approv|reject|refus|rejet|valid|declin|denied|withdrawn)`,
  'gu',
)
/** A word before a number, which may be a misspelt "request". */
const byWord = new RegExp(`${start}(\\p{L}{6,9})\\s+#?${digits}`, 'gu')
const nounsSpelt = ['request', 'demande', 'requete', 'requests', 'demandes']

/** Beside a number that is a request's: "…, et la 305 tu la refuses". */
const byArticle = new RegExp(
  `(?:,|;|\\.|${start}(?:et|and|mais|but|puis|then))\\s+(?:la|the|celle)\\s+${digits}(?=\\s*(?:$|[.,;:!?)]|(?:tu|vous|on|je|non|pas|est|you|please|stp|svp|no|not|is|can|too|aussi|c|ok|also)(?![\\p{L}\\p{N}])))`,
  'gu',
)

/** "#12 and 13", "demandes 12 et 13": the list goes on. Held against the text at a place. */
const more = new RegExp(`\\s*(?:,\\s*(?:and|et)|,|&|\\+|and|et|or|ou)\\s*#?${digits}`, 'uy')
/** Before a number with `#`, these say that it is not one of ours. */
const ofOthers =
  /(?<![\p{L}])(?:tickets?|prs?|pull|issues?|bugs?|invoices?|facture|orders?|commandes?|builds?|pipelines?|rooms?|salle|channels?|cases?|incidents?|floors?|step|etape|version|line|ligne|page|chapter|gate|bus|tram|option|item|priority|number)\s*$/u

type Add = (start: number, length: number, value: string) => void

/** Numbers of requests, only where the text says that they are: a bare number never is. */
export function requestNumbersIn(folded: string): readonly Span[] {
  const found = new Map<number, Span>()
  const add: Add = (start, length, value) => {
    found.set(start, { start, end: start + length, is: 'request', value: String(Number(value)) })
  }
  for (const pattern of [byHash, byNoun, byNumberWord, byDecision, byOutcome, byWord])
    for (const match of folded.matchAll(pattern)) {
      const [text, , spelt = ''] = match
      const isSpelt = pattern === byWord
      const value = isSpelt ? spelt : (match[1] ?? '')
      if (isSpelt && !isMisspelt(match[1] ?? '')) continue
      const at = match.index + text.lastIndexOf(value)
      if (found.has(at) || found.has(at - 1)) continue
      if (pattern === byHash && ofOthers.test(folded.slice(Math.max(0, match.index - 20), match.index)))
        continue
      const begin = folded[at - 1] === '#' ? at - 1 : at
      add(begin, at + value.length - begin, value)
      addMore(folded, at + value.length, add)
    }
  if (found.size > 0)
    for (const { 0: text, 1: value = '', index } of folded.matchAll(byArticle)) {
      const at = index + text.lastIndexOf(value)
      if (!found.has(at)) add(at, value.length, value)
    }
  return [...found.values()].filter(({ start, end }) =>
    [...found.values()].every(other => other.start === start || other.start >= end || other.end < end),
  )
}

function addMore(folded: string, from: number, add: Add): void {
  more.lastIndex = from
  for (let other = more.exec(folded); other !== null; other = more.exec(folded)) {
    const [text, value = ''] = other
    add(other.index + text.length - value.length, value.length, value)
  }
}

function isMisspelt(word: string): boolean {
  return !isOrdinary(word) && nounsSpelt.some(noun => editsBetween(word, noun) < 2)
}
