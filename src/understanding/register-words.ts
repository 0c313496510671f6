/** Whose requests a list is to hold. */
export type AskedList = 'mine' | 'for-me' | 'open'

const speaksOfDeciding =
  /\b(?:i|me) (?:have |need |must |should )?(?:to )?(?:approve|decide|sign off|review)\b|\bfor (?:me|my (?:approval|decision|ok))\b|\bmy approvals?\b|\b(?:sign off|approve|decide)\b.*\btoday\b|\bsomething to (?:approve|decide|sign off)\b|\bon me\b/i
const speaksOfDecidingFr =
  /(?<![\p{L}])(?:à|dois-je|je dois) (?:approuver|valider|décider)(?![\p{L}])|\bpour moi\b|\bm[’']attend|\b(?:mon|ma|mes) (?:approbations?|validations?|accord)\b/iu
const speaksOfOwn = /\bmy (?:own |open |pending )*(?:requests?|asks?)\b|\b(?:did|have) i (?:ask|request)/i
const speaksOfOwnFr = /\bmes demandes\b|\bma demande\b|\bj[’']ai (?:demandé|faites)/i

/** Which list a question for requests means. In doubt what is open, which shows the others too. */
export function listAskedIn(text: string): AskedList {
  if (speaksOfDeciding.test(text) || speaksOfDecidingFr.test(text)) return 'for-me'
  return speaksOfOwn.test(text) || speaksOfOwnFr.test(text) ? 'mine' : 'open'
}

/** Whether a question about one request is about what was done with it, and by whom: its history, and not its card. */
export function asksWhoDidIt(text: string): boolean {
  return (
    /\b(?:who|when|by whom)\b.*\b(?:approved|rejected|decided|denied|declined|withdrew|withdrawn|requested|asked|opened)\b/i.test(
      text,
    ) ||
    /(?:^|\s)(?:qui|quand|par qui)\s.*(?:approuvée?|refusée?|rejetée?|décidée?|validée?|retirée?|demandée?|ouverte?)(?![\p{L}])/iu.test(
      text,
    ) ||
    /\b(?:history|audit|trail|historique)\b/i.test(text)
  )
}

const unrequested =
  /\b(?:nobody|no ?one|no-one|none of us)\b[^.?!]{0,20}\b(?:asked|requested|approved)\b|\b(?:un-?requested|unapproved)\b|\b(?:was|were|is|are) (?:not|never) (?:requested|asked for|approved)\b|\bwithout (?:a |any )?(?:request|approval)\b/i
const unrequestedFr =
  /\bpersonne n[’'](?:a|avait|ait)[^.?!]{0,20}\b(?:demandé|approuvé|validé)|\bsans (?:aucune )?(?:demande|approbation)\b|\b(?:non|pas|jamais) (?:été )?(?:demandée?s?|approuvée?s?)/iu

/** Whether what is open without anybody's request is asked for. */
export function asksForUnrequested(text: string): boolean {
  return unrequested.test(text) || unrequestedFr.test(text)
}
