import { adverbs, type Frame, participleIn } from './change-frame.ts'
import { networkNouns, participles } from './change-words.ts'
import { isAboutNetwork } from './network-object.ts'
import type { Offered } from './offered.ts'
import type { ChangeIntent } from './parsed.ts'
import { isAboutRequest } from './request-object.ts'
import { articles, isAboutRule, things } from './rule-object.ts'

/** The change that a frame asks for, if what it is about is of the right type. */
export function changeOf({ kind, tail }: Frame, offered: Offered): ChangeIntent | undefined {
  switch (kind) {
    case 'request_allow':
    case 'request_remove':
      return isAboutRule(tail, offered, kind === 'request_remove') ? kind : undefined
    case 'approve_request':
    case 'reject_request':
      return isAboutRequest(tail, offered) ? kind : undefined
    case 'provision_network':
      return isAboutNetwork(tail, offered, true) ? kind : undefined
    case 'starter':
      return isAboutNetwork(tail, offered, false) ? 'provision_network' : undefined
    case 'put':
      return has(
        tail,
        /^(?:allow list|allowlist|whitelist|white list|safe list|safelist|approved list|approved outbound|liste blanche|liste de autorisation|liste de domaines autorises)$/,
      ) && isAboutRule(tail, offered, false)
        ? 'request_allow'
        : has(tail, /^en place$/) && isAboutNetwork(tail, offered, false)
          ? 'provision_network'
          : undefined
    case 'take':
      return (has(tail, /^(?:out of|out|off|away|rid of|down|hors de)$/) ||
        tail.includes('de') ||
        tail.includes('from')) &&
        isAboutRule(tail, offered, true)
        ? 'request_remove'
        : undefined
    case 'turn':
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
      return (
        wished(tail, offered) ??
        (has(
          tail,
          /^(?:work|works|working|available|reachable|accessible|usable|function|run|fonctionner|marcher|disponible|utilisable|accessibles|access to)$/,
        ) && isAboutRule(tail, offered, false)
          ? 'request_allow'
          : undefined)
      )
    case 'give':
      return has(tail, /^(?:access|acces|connectivity)$/) &&
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
        (isNeeded(tail, offered) ||
        (has(tail, /^(?:reach|joindre|acceder|access|talk|connect)$/) &&
          tail.some(word => /^@(?:fqdn|collection)$/.test(word)) &&
          tail.includes('@workspace') &&
          isAboutRule(
            tail.filter(word => !/^(?:be|able|puisse|puissent|que|can)$/.test(word)),
            offered,
            false,
          ))
          ? 'request_allow'
          : undefined)
      )
    case 'request':
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
    case 'go-ahead':
      return /^(?:(?:ahead |it )?(?:and approve )?(?:with|for|on|off|up to|vert|light|to|le feu vert|oui|yes) ?(?:off |on |for |with |pour |a |to )?(?:the |la |le )?(?:request |demande |number |numero )*@request\b|off (?:on )?(?:the |that |this )?(?:request )?@request|no to )/.test(
        tail.join(' '),
      )
        ? /^(?:no|non)\b/.test(tail.join(' '))
          ? 'reject_request'
          : 'approve_request'
        : /^(?:no|non) (?:to|a|pour) .*@request/.test(tail.join(' '))
          ? 'reject_request'
          : undefined
    case 'adapt':
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

function has(tail: readonly string[], words: RegExp): boolean {
  return tail.some(
    (word, at) =>
      words.test(word) ||
      words.test(`${word} ${tail[at + 1] ?? ''}`) ||
      words.test(tail.slice(at, at + 3).join(' ')),
  )
}

/** "X opened in W", after a wish. */
function wished(tail: readonly string[], offered: Offered): ChangeIntent | undefined {
  const kind = participleIn(tail)
  if (kind === undefined) return undefined
  const at = tail.findIndex(word => participles.get(word) === kind)
  const subject = tail
    .slice(0, at)
    .filter(
      word =>
        !/^(?:sure|certain|en|sorte|que|qu|is|are|be|to|soit|soient|etre|get|have|being|been|made|would|like|est)$/.test(
          word,
        ),
    )
  if (kind === 'request_allow' || kind === 'request_remove')
    return isAboutRule([...subject, ...tail.slice(at + 1)], offered, kind === 'request_remove')
      ? kind
      : undefined
  if (kind === 'provision_network')
    return isAboutNetwork(
      subject.includes('@workspace') || subject.some(word => networkNouns.has(word))
        ? [...subject, ...tail.slice(at + 1)]
        : [],
      offered,
      subject.some(word => networkNouns.has(word)) || tail[at] !== 'created',
    )
      ? kind
      : undefined
  return isAboutRequest(subject, offered) && subject.includes('@request') ? kind : undefined
}

/** "I need docker.io in W": the thing itself is the object, not a list of it or a word about it. */
function isNeeded(tail: readonly string[], offered: Offered): boolean {
  const at = tail.findIndex(word => things.test(word))
  if (at < 0 || tail[at] === '@model') return false
  return (
    isAboutRule(tail, offered, false) &&
    tail
      .slice(0, at)
      .every(
        word =>
          (articles.test(word) &&
            ((/^(?:rules?|regles?)$/.test(word) && tail[at] === '@fqdn') ||
              !/^(?:hosts?|domains?|fqdns?|urls?|rules?|regles?|list|address|adresse|domaines?|hotes?|models?|modeles?|missing|of)$/.test(
                word,
              ))) ||
          adverbs.has(word),
      ) &&
    tail[at + 1] !== 'models'
  )
}
