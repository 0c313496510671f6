/** What stands before a verb to ask nicely; all of it means "please". A gerund may follow, as in "would you mind adding". */
const nicely: readonly RegExp[] = [
  /\b(?:would|could) it be (?:at all )?possible (?:for (?:you|us|me|someone|somebody) )?(?:guys )?to\b/g,
  /\b(?:is there )?any (?:chance|way|possibility) (?:that )?(?:you|u|someone|somebody) (?:could|can|would|will|might)\b/g,
  /\b(?:is there )?any (?:chance|possibility) of (?:you )?(?=\p{L}+ing\b)/gu,
  /\b(?:be (?:a|an) (?:star|dear|darling|legend|angel|good bot|sport|hero)|do (?:me|us) a favou?r) and\b/g,
  /\b(?:please |kindly )*(?:help|assist|aide|aidez) (?:me |us |moi |nous |m )?(?:to |with |a |in )?(?=(?:add|allow|open|unblock|whitelist|provision|remove|ajouter|ouvrir|autoriser|debloquer|provisionner|retirer|supprimer)\p{L}*\b)/gu,
  /\b(?:is it possible to|you need to|on peut|peut on|est ce possible (?:de|d)|est il possible (?:de|d)) (?=.*\bplease\b)(?!.*\b(?:explain|tell|explique\p{L}*|dis|dites|comment|pourquoi|why|how)\b)/gu,
  /\b(?:de )?(?:te |vous |t )?occuper? (?:toi |vous )?(?:de la|de l|de|du) (?=provisionne|ajout|ouverture|ouvrir|debloquer|autoriser)/g,
  /\b(?:depose|fais|lance|cree|ouvre|soumets|faites|deposez) une (?:nouvelle )?demande (?:pour|afin de|afin d|de|d) (?=\p{L}+(?:er|ir|re)\b)/gu,
  /\b(?:take care of|see to|look after|help (?:me |us )?with) (?=\p{L}+ing\b)/gu,
  /\b(?:i|we) (?:am |are )(?:hereby |please |kindly )*(?:asking|requesting) to\b/g,
  /\b(?:i|we) (?:would like|want|wish) to (?:ask|request) that (?:you|u)\b|\b(?:i|we) (?:ask|request) that (?:you|u)\b/g,
  /\b(?:de |d )?faire le necessaire (?:pour|afin)(?: de| d)?(?: que)?(?: (?=\p{L}+(?:er|ir|re)\b))?/gu,
  /\b(?:ca|cela|est ce que ca) (?:te|vous|ne te|ne vous) (?:derange|derangerait|embete|ennuie)(?: pas)? (?:de|d|si tu|si vous)\b/g,
  /\b(?:je|nous|on) (?:fais|faisons|fait|depose|deposons) une demande (?:pour|afin de|afin d) (?=\p{L}+(?:er|ir|re)\b)/gu,
  /\b(?:would|do) you mind\b|^mind (?=\p{L}+ing\b)/gu,
  /\b(?:i|we) (?:would|will) (?:really |highly |greatly |very much )?(?:appreciate|be (?:very |so |really |most )?(?:grateful|thankful|glad|happy|obliged)) (?:it )?(?:very much |a lot )?if (?:you|someone|somebody) (?:could|would|can|will)\b/g,
  /\b(?:it |that |this )?(?:would|will) be (?:really |very |so |super )?(?:great|nice|helpful|lovely|wonderful|awesome|good|cool|fantastic|amazing|perfect|appreciated|kind|ace|brilliant) (?:if (?:you|someone|somebody) (?:could|would|can|will)\b|to\b|if (?=@|the |our ))/g,
  /\b(?:would|could|will) you (?:please )?be (?:so |very )?(?:kind|good|nice) (?:enough )?(?:as )?(?:to|and)\b/g,
  /\bbe so (?:kind|good|nice) (?:as )?(?:to|and)\b/g,
  /\b(?:i|we) (?:am |are )?(?:hereby |kindly |please |herewith )*(?:request|requesting|ask|asking) (?:that )?(?:you|u) (?:kindly |please )*to\b/g,
  /\b(?:kindly |please )*(?:request|requesting|asking) (?:you|u) (?:kindly |please )*to\b/g,
  /\b(?:please |kindly )*do the needful(?: and| to)?\b/g,
  /\b(?:please |kindly )*(?:proceed|go ahead|continue|carry on)(?: and proceed)? (?:with (?:the )?|to )(?=\p{L}+)(?!@)/gu,
  /\b(?:i|we) (?:would like|would love|want|wish|need) (?:to )?(?:file|raise|submit|make|log|create|open|place|put in|send) (?:a|an|the|another) (?:new |formal |access |change |firewall |outbound )*(?:request|ticket) to\b/g,
  /\b(?:please )?(?:file|raise|submit|make|log|create|open|place|put in|send|start|kick off|launch|initiate) (?:a|an|the|another) (?:new |formal |access |change |firewall |outbound )*request (?:in order )?to\b/g,
  /\b(?:i|we) (?:would like|want|wish) (?:you )?to (?:ask|request) (?:you |for you )?to\b/g,
  /\bto (?:kindly|please)\b|\bplease to\b|\bkindly to\b/g,
  /\bneeds? you to\b|\bask you to\b|\byou (?:can|may) (?:now |go ahead and |already )+/g,
  /\b(?:it is )?time to\b|\bil est (?:grand )?temps (?:de|d)\b/g,
  /\b(?:serait|sera|est) il (?:eventuellement )?(?:possible|envisageable) (?:de (?:nous |me |m |lui |leur )|de nous d )(?:faire )?/g,
  /\bserait il (?:eventuellement )?(?:possible|envisageable) (?:de|d)\b/g,
  /\b(?:ce|ca|cela) (?:est|serait) (?:t il )?possible (?:de|d) (?:nous|me|m)\b/g,
  /\best ce (?:que ce est |que il est |que il serait |que ce serait )possible (?:de|d)(?: nous| me)?\b/g,
  /\b(?:aurais tu|auriez vous|aurez vous|as tu) (?:la |l |le |une )*(?:amabilite|gentillesse|bonte|obligeance|temps|possibilite|minute|moment) (?:de|d|pour)\b/g,
  /\b(?:ayez|aie) (?:la |l )*(?:amabilite|gentillesse|bonte|obligeance) (?:de|d)\b/g,
  /\b(?:ce|ca|cela|il) serait (?:vraiment |tres |super |trop )*(?:bien|top|gentil|sympa|super|cool|genial|parfait|chouette|utile|aimable|apprecie) (?:de|d|que tu|que vous|que on|si tu pouvais|si vous pouviez|si on pouvait)\b/g,
  /\b(?:je|nous|on) (?:te |vous )?(?:serais|serions|serait) (?:tres |vraiment )*(?:reconnaissante?s?|gre|ravie?s?) (?:de|d|si tu pouvais|si vous pouviez)(?: bien vouloir)?\b/g,
  /\b(?:je|nous) (?:te|vous) (?:saurais|saurions) gre (?:de|d)\b/g,
  /\b(?:merci|veuillez|priere|voudriez vous|voulez vous|pourriez vous|peux tu|peut tu) (?:de |d )?(?:bien )?(?:vouloir|proceder a (?:la|l)|proceder au)\b/g,
  /\b(?:procede[zr]?|proceder) (?:a la|a l|au|a)\b/g,
  /\b(?:je|nous|on) (?:souhaite|souhaiterais|souhaiterait|souhaitons|souhaiterions|voudrais|voudrait|voudrions|aimerais|aimerait|aimerions|veux|veut|voulons) (?:deposer|faire|soumettre|ouvrir|creer) une demande (?:pour|afin de|afin d)(?= \p{L}+(?:er|ir|re)\b)/gu,
  /\btu (?:me|m|nous|peux me|pourrais me) (?=\p{L}+(?:es|s)\b)/gu,
]
/** Ways of wanting something to be so. */
const wanting: readonly (readonly [RegExp, string])[] = [
  [/\b(i|we) would (?:really |also |still )?(?:like|love|want|need|require)\b/g, '$1 want'],
  [/\b(i|we) (?:must|have to|gotta) (?:have|get)\b/g, '$1 want'],
  [/\b(i|we) (?:am|are) (?:please |kindly )*(?:requesting|asking for)\b/g, '$1 want'],
  [/\b(i|we) (?:please |kindly )*(?:ask|request) for\b/g, '$1 want'],
  [/\b(?:je sollicite|nous sollicitons|on sollicite)\b/g, 'je veux'],
  [/\b(?:je dois|on doit|nous devons) avoir\b/g, 'je veux'],
  [
    /\b(?:put in|kick off|send in) (?=(?:a|an|the|another) (?:new |formal |access |firewall |outbound )*request\b)/g,
    'submit ',
  ],
  [/\b(?:poke|punch|open) a hole (?:(?:in|through) the firewall )?(?:for|to)\b/g, 'open'],
  [/\b(i|we) (?:am |are )(?:going to|gonna) need\b(?! you\b)/g, '$1 want'],
  [/\b(?:my|our) (?:team|squad|group|data scientists?) (?:needs?|requires?) (?=@fqdn)/g, 'we want '],
  [
    /\b(?:mon|notre) equipe (?:a|aurait) besoin (?:de|d|que) (?=@fqdn)|\b(?:ce|ca|il) serait (?:vraiment |tres )*(?:bien|top|super|cool|genial|utile) que (?=@)/g,
    'je veux ',
  ],
  [/\bthere is (?:a|the) need to\b/g, 'i need to'],
  [/\b(i|we) (?:am|are) in need of\b|\b(i|we) would need\b/g, 'we want'],
  [/\bit is (?:needed|required|necessary) to\b/g, 'i need to'],
  [
    /\b(?:i|we) would (?:really |very much |greatly |highly |also )?appreciate (?:having |getting |seeing )?(?=@|the @|our )/g,
    'i want ',
  ],
  [/\b(i|we) (?:want|wish) to (?:ask for|request)\b|\b(?:i|we) hereby request\b/g, 'i want'],
  [
    /^(?:please |hi |hello )*(?:asking|requesting) (?:for )?(?=@|the |to )|^(?:please |hi |hello )*request (?:for )?(?=@)/g,
    'i want ',
  ],
  [
    /\bje (?:ai|aurais) (?:aussi |encore |vraiment |juste |absolument |urgemment )?besoin (?:de|d|que)\b|\bil (?:me|nous) (?:faut|faudrait)(?: absolument| aussi| encore)?\b|\bon (?:a|aurait) (?:aussi |vraiment )?besoin (?:du|des|de|d|que)\b|\bnous (?:avons|aurions) besoin (?:de|d|que)\b|\bil (?:faut|faudrait) que (?=@)|\bil (?:faut|faudrait) que (?=(?:le|la|l|les) )|\bbesoin (?:que|de|d) (?=@)/g,
    'je veux ',
  ],
]
const gerunds: Readonly<Record<string, string>> = {
  adding: 'add',
  allowing: 'allow',
  opening: 'open',
  unblocking: 'unblock',
  whitelisting: 'whitelist',
  allowlisting: 'allowlist',
  enabling: 'enable',
  permitting: 'permit',
  authorising: 'authorize',
  authorizing: 'authorize',
  removing: 'remove',
  deleting: 'delete',
  dropping: 'drop',
  revoking: 'revoke',
  closing: 'close',
  blocking: 'block',
  taking: 'take',
  provisioning: 'provision',
  creating: 'create',
  starting: 'start',
  kicking: 'kick',
  approving: 'approve',
  accepting: 'accept',
  rejecting: 'reject',
  declining: 'decline',
  turning: 'turn',
  putting: 'put',
  getting: 'get',
  making: 'make',
  giving: 'give',
}

/** The same line, asked plainly: "would you mind adding X" is "please add X". `line`: folded words. */
export function askedPlainly(line: string): string {
  const plain = line
    .replace(/\bsi il (?:te|vous) plait\b/g, 'please')
    .replace(/\bfaire le necessaire (?:pour|afin) que (?=@)/g, 'faire en sorte que ')
  const asked = nicely.reduce((text, pattern) => text.replace(pattern, ' please '), plain)
  const wanted = wanting.reduce((text, [pattern, plain]) => text.replace(pattern, plain), asked)
  return wanted
    .replace(
      /\bplease +(?:to +)?(\p{L}+ing)\b(?! of\b)/gu,
      (whole, word: string) => `please ${gerunds[word] ?? whole.slice(7)}`,
    )
    .replace(/^(\p{L}+ing)(?= .*\bplease\b)/u, (whole, word: string) => `please ${gerunds[word] ?? whole}`)
    .replace(/\bplease(?: +(?:please|(?:de |d )?bien vouloir))+/g, 'please')
    .replace(/\bthank you\b/g, 'thanks')
    .replace(/ +/g, ' ')
    .trim()
}
