/** Whose requests a list is to hold. */
export type AskedList = 'mine' | 'for-me' | 'open'

const speaksOfDeciding =
  /\b(?:i|me) (?:have |need |must |should )?(?:to )?(?:approve|decide|sign off|review)\b|\bfor (?:me|my (?:approval|decision|ok))\b|\bmy approvals?\b|\b(?:sign off|approve|decide)\b.*\btoday\b|\bsomething to (?:approve|decide|sign off)\b|\bon me\b/i
const speaksOfDecidingFr =
  /\b(?:à|dois-je|je dois) (?:approuver|valider|décider)\b|\bpour moi\b|\bm[’']attend|\bmes (?:approbations|validations)\b/i
const speaksOfOwn = /\bmy (?:own |open |pending )*(?:requests?|asks?)\b|\b(?:did|have) i (?:ask|request)/i
const speaksOfOwnFr = /\bmes demandes\b|\bma demande\b|\bj[’']ai (?:demandé|faites)/i

/** Which list a question for requests means. In doubt what is open, which shows the others too. */
export function listAskedIn(text: string): AskedList {
  if (speaksOfDeciding.test(text) || speaksOfDecidingFr.test(text)) return 'for-me'
  return speaksOfOwn.test(text) || speaksOfOwnFr.test(text) ? 'mine' : 'open'
}
