import type { ByHand } from '../knowledge/by-hand.ts'
import { folded } from './wording.ts'

const openers =
  'hi|hello|hey|gatehouse|please|pls|kindly|now|ok|bonjour|salut|maintenant|merci de|veuillez|' +
  '(?:can|could|would|will) (?:you|we|i)|(?:i|we) (?:want|need|would like|have) to|i d like to|let s|how (?:do|can|would|should) (?:i|we|you)|how to|' +
  '(?:peux|pourrais|veux) tu|(?:pouvez|pourriez|voulez) vous|(?:est ce que )?(?:tu peux|vous pouvez|on peut|je peux)|peut on|puis je|' +
  '(?:je|on|nous) (?:veux|veut|voulons|voudrais|voudrait|voudrions|souhaite|souhaitons|dois|doit|devons)|j aimerais|il (?:faut|faudrait)|comment(?: (?:faire pour|est ce que je|je|on|puis je|peut on))?|s il (?:te|vous) plait|stp|svp'

const startsWith = (verbs: string) => new RegExp(`^(?:(?:${openers}) )*(?:${verbs}) `, 'u')

const sets = startsWith(
  'switch|change|set|turn|move|make|put|convert|flip|enable|disable|allow|configure|modify|update|activate|deactivate|' +
    'passe[rz]?|bascule[rz]?|change[rz]?|mets|mettez|mettre|modifie[rz]?|active[rz]?|desactive[rz]?|configure[rz]?|autorise[rz]?',
)
const adds = startsWith(
  'add|create|make|set up|configure|enable|give|request|ajoute[rz]?|cree[rz]?|creer|mets|mettez|mettre|configure[rz]?|active[rz]?|demande[rz]?',
)
const removes = startsWith('remove|delete|drop|supprime[rz]?|retire[rz]?|enleve[rz]?')
const opens = startsWith(
  'enable|open|allow|activate|active[rz]?|ouvre[z]?|ouvrir|autorise[rz]?|retablis|retablir',
)
const closes = startsWith(
  'disable|close|block|deactivate|shut|cut|desactive[rz]?|ferme[rz]?|bloque[rz]?|coupe[rz]?',
)

const privateEndpoint =
  /\bprivate (?:endpoints?|links?)\b|\bpoints? de terminaison prives?\b|\bliens? prives?\b/
const publicAccess = /\bpublic (?:network )?access\b|\bacces (?:au )?(?:reseau )?public\b|\bpna\b/
const mode =
  /\b(?:isolation|network) modes?\b|\bmodes? (?:d isolation|reseau|de reseau)\b|\bnetwork isolation\b|\bisolation (?:du )?reseau\b|\b(?:internet outbound|only approved outbound|approved outbound|allowinternetoutbound|allowonlyapprovedoutbound|sortie internet|trafic internet sortant|trafic sortant approuve)\b(?! (?:rules?|regles?|hosts?))/
const on = /\b(?:on|enabled|active|actif|activee?)\b/

/**
 * An order for a change that is never made from a chat, asked for outright or by "how do I". It is answered with why that is so
 * and how the change is made by hand; nothing comes of it.
 */
export function byHandIn(text: string): ByHand | undefined {
  const said = `${folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  if (privateEndpoint.test(said))
    return removes.test(said)
      ? 'remove-private-endpoint'
      : adds.test(said)
        ? 'add-private-endpoint'
        : undefined
  if (publicAccess.test(said)) {
    if (closes.test(said) || removes.test(said)) return 'disable-public-access'
    if (opens.test(said)) return 'enable-public-access'
    if (!sets.test(said)) return undefined
    return on.test(said) && !/\b(?:off|disabled)\b/.test(said)
      ? 'enable-public-access'
      : 'disable-public-access'
  }
  return mode.test(said) && sets.test(said) ? 'isolation-mode' : undefined
}
