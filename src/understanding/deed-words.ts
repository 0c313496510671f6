import { folded } from './wording.ts'

/** What was done, of what a history tells. `make`: what Gatehouse has changed in Azure. */
export type Deed = 'approve' | 'reject' | 'decide' | 'ask' | 'make'

/** Whose deeds a text asks for. `by`: the name as it was written, or `me`; absent where it does not matter who. */
export interface AskedDeed {
  readonly did: Deed
  readonly by?: string
}

const verbs: readonly (readonly [Deed, RegExp])[] = [
  ['approve', /^(?:approv|accept|sign|approuv|valid)/],
  ['reject', /^(?:reject|declin|refus|deni|deny|rejet)/],
  ['decide', /^(?:decid|tranch)/],
  ['ask', /^(?:request|ask|demand)/],
  [
    'make',
    /^(?:creat|ma[dk]e|open|add|allow|wr[io]t|set|put|chang|cre|ouv|ajout|autoris|fait|ecri|modif|mis)/,
  ],
]
const english =
  '(?<verb>approved?|accept(?:ed)?|sign(?:ed)? off|reject(?:ed)?|declined?|refused?|den(?:y|ied)|decided?|request(?:ed)?|ask(?:ed)? for|created?|ma[dk]e|open(?:ed)?|add(?:ed)?|allow(?:ed)?|wr[io]t(?:e|ten)|set up|put|changed?)'
const french =
  '(?<verb>(?:approuve|valide|refuse|rejete|decide|demande|cree|ajoute|autorise|modifie)e?s?|ouverte?s?|faite?s?|ecrite?s?|mise?s?)'
const who = '(?<who>\\p{L}{1,40}(?: \\p{L}{1,40})?)'
const lead =
  '(?:(?:hi|hello|hey|so|and|please|ok|bonjour|salut|et|dis|tell me|show me|list|can you tell me|can you show me|dis moi|montre moi) )*'
const often = '(?:already |just |ever |recently |really |actually |all |deja |recemment )*'
const forms: readonly RegExp[] = [
  `^${lead}(?:what|which|whose)(?: \\p{L}+){0,3}? (?:did|has|have) ${who} ${often}${english}\\b`,
  `^${lead}(?:did|has) ${who} ${often}${english} (?:anything|something|any|some)\\b`,
  `^${lead}(?:what|which|the|all|any|list)?(?: ?\\p{L}+){0,3}? ?(?:what|rules?|hosts?|requests?) (?:that |which )?(?:(?:was|were|are|has been|have been) )?${often}${english} by ${who}(?= |$)`,
  `^${lead}(?:qu est ce qu(?:e|il)?|que|qu|quoi|quel(?:le)?s?(?: \\p{L}+){1,4}?) ${who} (?:a|ai|as|avez|ont) (?:t (?:il|elle|on) )?${often}${french}(?= |$)`,
  `^${lead}(?:que|qu) (?:a|as|ai|avez)(?: t)? (?:(?:il|elle) )?${often}${french} ${who}(?= |$)`,
  `^${lead}(?:qu|que|quel(?:le)?s?(?: \\p{L}+){1,2}) (?:ai je|as tu|avez vous) ${often}${french}(?= |$)`,
  `^${lead}(?:(?:quel(?:le)?s?|les?|la|liste des|toutes les|des) )*(?:regles?|hotes?|demandes?)(?: \\p{L}+){0,2}? (?:(?:ont ete|sont|qui ont ete|a ete) )?${often}${french} par ${who}(?= |$)`,
].map(form => new RegExp(form, 'u'))
const ourselves = /^(?:you|gatehouse|the bot|this bot|bot|toi|tu|vous|le bot|ce bot)(?: |$)/
const asker = /^(?:i|me|je|j|moi)(?: |$)/
const nobodyNamed =
  /^(?:we|us|our|they|it|he|she|who|whom|any\p{L}*|some\p{L}*|every\p{L}*|people|the|a|an|my|your|this|that|these|default|mistake|hand|azure|microsoft|policy|nous|on|ils?|elles?|qui|quelqu|defaut|erreur|la|le|les|l|des|notre|un|une|ce|cette|been|be|not|to|que|qu|ca)(?: |$)|(?:ing)(?: |$)/u
/** What stands after a name and is none of it. */
const after =
  / (?:already|just|ever|in|on|for|to|today|yesterday|this|last|so|lately|recently|a|t|dans|sur|pour|hier|cette|aujourd|since|and|et)$/

/** Without one of these no form holds: most texts are done with here. */
const speaksOfDoing = /(?:^| )(?:did|has|have|by|par|qu|que|quoi|quels?|quelles?)(?: |$)/

/** Whose deeds a text asks for: "what did Ada approve?", "which rules did Gatehouse create in ws-prod?". */
export function deedIn(text: string): AskedDeed | undefined {
  const line = folded(text.slice(0, 300))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (!speaksOfDoing.test(line)) return undefined
  for (const form of forms) {
    const { verb = '', who: name } = form.exec(line)?.groups ?? {}
    const did = verbs.find(([, words]) => words.test(verb))?.[0]
    if (did === undefined) continue
    if (name === undefined) return / (?:as tu|avez vous) /.test(line) ? { did: 'make' } : { did, by: 'me' }
    if (ourselves.test(name)) return did === 'make' ? { did } : undefined
    if (asker.test(name)) return { did: did === 'make' ? 'ask' : did, by: 'me' }
    if (nobodyNamed.test(name)) return undefined
    return { did: did === 'make' ? 'ask' : did, by: name.replace(after, '') }
  }
  return undefined
}
