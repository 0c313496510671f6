import type { Frame } from './change-frame.ts'
import { actions } from './change-words.ts'
import { isAboutNetwork } from './network-object.ts'
import type { Offered } from './offered.ts'
import type { ChangeIntent } from './parsed.ts'
import { isAboutRequest } from './request-object.ts'
import { isAboutRule } from './rule-object.ts'
import { asksForEarlier, has, isNeeded, isReached, makesUsable, wished } from './wishes.ts'

/** "Apply the rules for X in W", "put the X rules on W", and nothing else. */
const rulesFor =
  /^(?:the |all |les |toutes |required |necessary |missing )*(?:(?:rules?|regles?|hosts?|hotes?)(?: required| necessary| manquantes?| necessaires?| requises?)* (?:for|of|de|pour|a|d) @collection|@collection (?:rules?|hosts?)|(?:rules?|regles?) @collection) (?:in|on|to|into|for|dans|sur|a|pour) @workspace(?: please| now| maintenant)*$/
/** "Stick a rule for X into W". */
const newRule =
  /^(?:in )?(?:a|an|another|une?|le|la) (?:new |outbound |fqdn |nouvelle |autre )*(?:rule|entry|exception|regle|entree) (?:for|to|pour|vers) @(?:fqdn|collection) (?:in|into|on|to|dans|sur|a) @workspace\b/
/** "Set W up for X", "hook up X in W", "configure pour X l'espace W". */
const madeReady =
  /^(?:(?:up )?@workspace (?:up |ready )?(?:for|with|pour|avec|to use|to reach) (?:the )?@(?:collection|fqdn)|up @(?:collection|fqdn) (?:in|on|for|to|with) @workspace)(?: please| now| models| maintenant)*$/

/** The change that a frame asks for, if what it is about is of the right type. */
export function changeOf({ kind, verb, tail }: Frame, offered: Offered): ChangeIntent | undefined {
  switch (kind) {
    case 'request_allow':
    case 'request_remove':
      return isAboutRule(tail, offered, kind === 'request_remove') ? kind : undefined
    case 'approve_request':
    case 'reject_request':
      if (isAboutRequest(tail, offered)) return kind
      // "Approve docker.io for W" asks for a rule: there is no request to approve yet.
      return kind === 'approve_request' &&
        tail.includes('@fqdn') &&
        !offered.request &&
        isAboutRule(tail, offered, false)
        ? 'request_allow'
        : undefined
    case 'provision_network':
      return isAboutNetwork(actions.has(verb) && tail[0] === 'of' ? tail.slice(1) : tail, offered, true)
        ? kind
        : undefined
    case 'starter':
      return isAboutNetwork(tail, offered, false) ? 'provision_network' : undefined
    case 'put':
      if (
        (rulesFor.test(tail.join(' ')) || newRule.test(tail.join(' '))) &&
        isAboutRule(tail, offered, false)
      )
        return 'request_allow'
      return has(
        tail,
        /^(?:allow list|allowlist|whitelist|white list|the list|safe list|safelist|approved list|approved outbound|liste blanche|liste de autorisation|liste de domaines autorises)$/,
      ) && isAboutRule(tail, offered, false)
        ? 'request_allow'
        : has(tail, /^en place$/) && isAboutNetwork(tail, offered, false)
          ? 'provision_network'
          : undefined
    case 'take':
      // "Kick off a request" begins one.
      if (verb === 'kick' && tail[0] === 'off') return undefined
      return (has(tail, /^(?:out of|out|off|away|rid of|down|hors de)$/) ||
        tail.includes('de') ||
        tail.includes('from')) &&
        isAboutRule(tail, offered, true)
        ? 'request_remove'
        : undefined
    case 'turn':
      if (
        offered.thing &&
        offered.workspace &&
        /^(?:it|them|that|this|those) (?:back )?(?:on|off)(?: (?:in|for|on) @workspace)?(?: please| now| again| there| then)*$/.test(
          tail.join(' '),
        )
      )
        return tail.includes('off') ? 'request_remove' : 'request_allow'
      if (
        /^(?:on|off|back on)\b/.test(tail.join(' ')) &&
        tail.some(word => /^@(?:fqdn|collection)$/.test(word)) &&
        isAboutRule(tail, offered, tail[0] === 'off')
      )
        return tail[0] === 'off' ? 'request_remove' : 'request_allow'
      return has(tail, /^(?:down|back|away)$/) &&
        isAboutRequest(
          tail.filter(word => word !== 'down' && word !== 'back'),
          offered,
        )
        ? 'reject_request'
        : undefined
    case 'let':
      return has(
        tail,
        /^(?:through|thru|pass|in|out|passer|reach|talk|connect|go|acceder|joindre|access|sortir)$/,
      )
        ? tail.includes('@request')
          ? 'approve_request'
          : isAboutRule(tail, offered, false)
            ? 'request_allow'
            : undefined
        : undefined
    case 'make':
      if (verb === 'avoir' && tail.includes('@fqdn') && isAboutRule(tail, offered, false))
        return 'request_allow'
      if (
        /\b(?:going|up|up and running|started|built|live|online|in place)(?: (?:in|for|on) (?:the workspace |workspace )?@workspace)?(?: (?:please|now|today|asap|again|first|for (?:me|us)|thanks|tonight))*$/.test(
          tail.join(' '),
        ) &&
        isAboutNetwork(
          tail.filter(word => !/^(?:going|and|running|live|online|built|place)$/.test(word)),
          offered,
          false,
        )
      )
        return 'provision_network'
      return (
        wished(tail, offered) ??
        (isReached(tail, offered) || (has(tail, makesUsable) && isAboutRule(tail, offered, false))
          ? 'request_allow'
          : undefined)
      )
    case 'give':
      if (
        /^(?:a )?@workspace (?:an?|the|une|la) (?:\S+ )?(?:rule|regle|access|acces)\b.*@fqdn/.test(
          tail.join(' '),
        )
      )
        return isAboutRule(tail, offered, false) ? 'request_allow' : undefined
      return has(tail, /^(?:access|acces|connectivity|permission|autorisation)$/) &&
        isAboutRule(
          tail.filter(word => word !== '@workspace'),
          offered,
          false,
        )
        ? 'request_allow'
        : has(tail, /^(?:green light|go ahead|feu vert|approval|approbation|accord|validation|ok)$/) &&
            tail.includes('@request')
          ? 'approve_request'
          : undefined
    case 'need':
      return (
        wished(tail, offered) ??
        (isNeeded(tail, offered) || isReached(tail, offered) ? 'request_allow' : undefined)
      )
    case 'request':
      if (/^(?:request|demande)/.test(verb) && asksForEarlier(tail, offered)) return 'request_allow'
      return has(
        tail.slice(0, 8),
        /^(?:access|acces|outbound|exception|opening|ouverture|autorisation|rule|rules|regle|regles|whitelisting|allowlisting|allow|unblock|unblocking|request|demande|connectivity|deblocage|ajout|addition|egress)$/,
      ) && offered.thing
        ? has(tail, /^(?:removal|suppression|retrait|deletion|fermeture|closing)$/)
          ? 'request_remove'
          : isAboutRule(tail, offered, false)
            ? 'request_allow'
            : undefined
        : has(tail.slice(0, 3), /^(?:removal|suppression|retrait|deletion|fermeture)$/) &&
            isAboutRule(tail, offered, true)
          ? 'request_remove'
          : has(tail.slice(0, 4), /^(?:provisioning|provisionnement)$/) &&
              isAboutNetwork(tail, offered, false)
            ? 'provision_network'
            : undefined
    case 'adapt':
      if (madeReady.test(tail.join(' ')) && isAboutRule(tail, offered, false)) return 'request_allow'
      if (/^(?:set|hook|wire|prepare[zr]?)$/.test(verb)) return undefined
      return has(
        tail,
        /^(?:allow|add|open|reach|access|include|whitelist|permit|autoriser|ajouter|ouvrir|joindre|acceder|with|avec)$/,
      ) &&
        tail.some(word => /^@(?:fqdn|collection)$/.test(word)) &&
        isAboutRule(
          tail.filter(
            word =>
              !/^(?:so|that|it|can|to|is|able|its|allow|add|open|reach|access|include|whitelist|permit|autoriser|ajouter|ouvrir|joindre|acceder|que|puisse|afin|settings|config|configuration)$/.test(
                word,
              ),
          ),
          offered,
          false,
        )
        ? 'request_allow'
        : undefined
  }
}
