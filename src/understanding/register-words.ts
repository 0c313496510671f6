/** Whose requests a list is to hold. */
export type AskedList = 'mine' | 'for-me' | 'open'

/** A whole message that is a command about requests, and nothing else. */
export type RegisterCommand =
  | { readonly do: 'list'; readonly list: AskedList }
  | { readonly do: 'withdraw'; readonly request: number }

const end = String.raw`\s*[.!?]?\s*$`
const mine = new RegExp(
  `^\\s*(?:(?:show |list )?my (?:own )?requests|(?:affiche |liste )?mes demandes)${end}`,
  'i',
)
const forMe = new RegExp(`^\\s*(?:(?:show |list )?my approvals|mes (?:approbations|validations))${end}`, 'i')
const withdrawal = new RegExp(
  `^\\s*(?:withdraw|retire|retirer) (?:(?:my )?request |(?:la |ma )?demande )?(?:#|no\\.? ?|n° ?)?(\\d{1,9})${end}`,
  'i',
)

/** Matched whole, so that no sentence is taken for one. */
export function registerCommand(text: string): RegisterCommand | undefined {
  if (mine.test(text)) return { do: 'list', list: 'mine' }
  if (forMe.test(text)) return { do: 'list', list: 'for-me' }
  const number = withdrawal.exec(text)?.[1]
  return number === undefined ? undefined : { do: 'withdraw', request: Number(number) }
}

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
