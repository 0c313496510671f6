import { actions, participles } from './change-words.ts'
import type { ChangeIntent } from './parsed.ts'

const lead =
  '(?:(?:hi|hello|hey|ok|okay|yes|yep|great|fine|lgtm|looks good|good|cool|please|thanks|bot|all|team|bonjour|salut|oui|bon|alors|merci|parfait|super|bien|for me|to me|with me|by me|from me|from my side|on my side|pour moi|pour ma part|de ma part|de mon cote|me|then|so|that is|it is|ce est|it looks|and|et) )*'
const request =
  '(?:the |la |le |l |this |that |cette |my |open |pending )*(?:request |demande |requete |approval |number |numero |no |de )*@request'
const assent = new RegExp(
  `^${lead}(?:(?:please )?(?:go ahead|proceed|happy|fine|good to go|ok|okay|okays?|yes|oui|thumbs up|green light|go|lgtm|looks good|all good|de? accord|accord|feu vert|bon|good|you have my (?:approval|ok|blessing|go)|my (?:approval|ok|blessing)|approved|i am (?:ok|okay|fine|happy|good)|we are (?:ok|okay|fine|happy|good)|je suis d accord|je suis ok|on est ok|on est d accord|a ok) (?:(?:for me|with me|by me|to me|pour moi|please) )?(?:with|for|on|to|pour|avec|sur|a) |(?:please )?sign off )${request}\\b`,
)
const dissent = new RegExp(
  `^(?:(?:hi|hello|please|sorry|desole|dis|say|ok|bon|it is a|ce est|a|i say|je dis|me|for me|from me|pour moi|hard|big|definite|clear) )*(?:no|nope|nah|non|niet|no go|veto|not ok|thumbs down|pas de? accord|pas ok) (?:(?:for me|from me|pour moi|please) )?(?:to|on|for|from me on|pour|a|sur|with|avec) ${request}\\b`,
)

/** "Go ahead with #12", "ok pour la demande 12", "no to #12": a decision in few words. `line`: a folded clause. */
export function decisionIn(line: string): ChangeIntent | undefined {
  if (dissent.test(line)) return 'reject_request'
  return assent.test(line) ? 'approve_request' : undefined
}

/** Asks for something to be done that was told before. */
export const asked =
  /\b(?:please|svp|stp|(?:can|could|would|will) (?:you|someone|somebody) (?:please )?(?:do|handle|arrange|sort|take care|look after|see to|make it|organise|organize|fix)|(?:peux tu|pouvez vous|pourrais tu|pourriez vous|tu peux|vous pouvez|tu pourrais|vous pourriez) (?:le|la|l|les|te|vous|t|y|en|faire|se|please|stp|svp)+|merci de|thanks in advance|merci d avance)\b/
const isSubject = /^@(?:fqdn|collection)$/
const between =
  /^(?:and|et|@fqdn|@collection|@workspace|in|on|for|from|dans|sur|pour|depuis|de|d|a|au|the|le|la|les|l|network|managed|vnet|virtual|reseau|manage|virtuel|of|workspace|models?|modeles?|collection|also|still|now|need|needs|needed|needing|besoin|necessaire|asap|doit|doivent|devrait|devraient|must|has|have|had|should|could|can|may|to|be|get|getting|being|etre|est|a|soit|pls|please|svp|stp|asap|urgently|today|its|his|their|our|we|hi|hello|bonjour|too|aussi)$/

/**
 * "X needs to be opened in W, can you do that?", "docker.io in W please": what is wanted is said, and that it is asked for. `line`:
 * a folded clause; `all`: the whole text, where the asking may stand.
 */
export function askedState(
  line: string,
  all: string,
  isQuestion: boolean,
  isLabelled = false,
): ChangeIntent | undefined {
  if (!asked.test(all) && !isLabelled) return undefined
  const words = line.split(' ').filter(word => word !== '')
  const action = actions.get(
    words.find(word => !/^(?:please|hi|hello|bonjour|salut|l|la|le|de|du|d)$/.test(word)) ?? '',
  )
  const starts =
    /^(?:(?:please|l|la|le) )*(?:creation|demarrage|lancement|activation|mise en (?:place|route)) (?:de|du|d|la|le|l|ce|notre)\b/.test(
      line,
    ) && /\b(?:reseau|vnet|provisionnement)\b/.test(line)
  if (starts && !isQuestion && /^(?:\S+ ){2,11}@workspace(?: please| merci)*$/.test(line))
    return 'provision_network'
  if (
    action === 'provision_network' &&
    !isQuestion &&
    words.includes('please') &&
    words.includes('@workspace') &&
    words.length < 9
  )
    return action
  const at = words.findIndex(word => participles.has(word))
  const head = words.slice(0, at < 0 ? undefined : at)
  if (
    !head.every(
      word =>
        between.test(word) ||
        /^(?:request|demande|access|acces|outbound|rule|rules|regle|fqdn|fqdns|new|nouvelle|ouverture|ajout|deblocage|autorisation|thanks|merci|plus)$/.test(
          word,
        ),
    )
  )
    return undefined
  const kind = at < 0 ? undefined : participles.get(words[at] ?? '')
  if (at < 0)
    return !isQuestion &&
      head.some(word => word === '@fqdn') &&
      all.includes('@workspace') &&
      (isLabelled ||
        /\b(?:please|svp|stp)\b/.test(line) ||
        (/\b(?:needs?|besoin|necessaire)\b/.test(line) && /\bplease\b/.test(all)) ||
        /^(?:request|demande|access|acces|rule|ouverture|ajout|deblocage|autorisation)/.test(line))
      ? 'request_allow'
      : undefined
  const modal = words.findIndex(word =>
    /^(?:need|needs|must|has|have|should|doit|doivent|devrait|devraient|could|can)$/.test(word),
  )
  // "Must X be opened" asks; "X must be opened" tells.
  const asksNicely = /^(?:can|could|pourrait)$/.test(words[0] ?? '') && words.includes('please')
  if (modal < 0 || modal > at || (!asksNicely && words.slice(0, modal).every(word => !word.startsWith('@'))))
    return undefined
  if (kind === 'request_allow' || kind === 'request_remove')
    return head.some(word => isSubject.test(word)) ? kind : undefined
  return kind === 'provision_network' &&
    head.includes('@workspace') &&
    !head.some(word => isSubject.test(word))
    ? kind
    : undefined
}
