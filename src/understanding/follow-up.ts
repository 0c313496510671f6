import { carried } from './carry.ts'
import type { Wanted } from './change-grammar.ts'
import type { Facts } from './facts.ts'
import type { Entities, IntentName, ParseContext, ReadIntent } from './parsed.ts'
import { pickOf, plainWords } from './pick.ts'
import type { Reading } from './reading.ts'
import { standsForItself } from './stands-for-itself.ts'
import { spellOut } from './wording.ts'

export interface FollowUp {
  readonly intent: IntentName
  readonly sure: number
  readonly entities: Entities
}

/** Words with which one goes on from what was said before. */
const goesOn =
  /^(?:(?:ok|okay|and|so|try|does|that|go|any|different|difference|be|would|if|use|i|works?|marche|ca|donne|quoi|ce est|it is|it|is|est|of course|bien sur|please|how|comment|thanks|merci|bot|but|then|also|yes|no|oh|ah|sorry|hmm|well|actually|et|mais|alors|donc|puis|ok|bon|non|oui|ah|pardon|sinon|du coup|what about|how about|what of|same|same for|same thing|same question|same in|ditto|likewise|instead|rather|i meant|i mean|make it|make that|for|in|on|with|try|now|is it|would it|does it|do they|what if|and if|pareil|idem|meme chose|meme question|qu en est il|quid|quid de|plutot|je voulais dire|pour|dans|sur|avec|de|a|en|chez|et si|versus|too|as well|aussi|instead of|there|la bas|please|pls|then|alors|the|this|that|one|le|la|les|que|again|encore|as|why|not|pourquoi|pas|the other|check|ones|question|n|use|using|same again|maintenant|only|just|can we|can i|vs|or|ou|workspace|collection|espace|travail|models|model|modeles|moi) ?)*$/
const changes: ReadonlySet<string> = new Set([
  'request_allow',
  'request_remove',
  'provision_network',
  'approve_request',
  'reject_request',
])

/** Layer 1 and what is carried over: an answer to what was asked back, a yes or a no, or "and in ws-dev?". */
export function followUpOf(
  reading: Reading,
  facts: Facts,
  fresh: { readonly intent: ReadIntent; readonly sure: number },
  wanted: Wanted,
  context: ParseContext,
): FollowUp | undefined {
  const { entities } = reading
  const named = facts.workspaces + facts.things + facts.hosts > 0 || facts.request
  const said = spellOut(reading.raw.length > 200 ? '' : plainWords(reading)).join(' ')
  const isWhy =
    /^(?:(?:but|and|et|mais|ok|so|hmm|oh) )*(?:why|how come|pourquoi|comment ca|reason)(?: (?:not|pas|is|that|it|possible|ca|cela|so|then|non|ce|est|marche|is not|can not|i|blocked|bloque))*$/.test(
      said,
    )
  if (isWhy && !named && (context.collections ?? context.models ?? context.fqdns ?? []).length > 0)
    return { intent: 'missing_rules', sure: 0.8, entities: carried('missing_rules', entities, context) }
  if (wanted.is === 'change') {
    const going = holdsUnreadHost(reading) ? { ...context, ...nothing } : context
    return { intent: wanted.intent, sure: 0.95, entities: carried(wanted.intent, entities, going) }
  }
  if (!named && facts.only('yes') && !reading.raw.includes('?'))
    return {
      intent: context.pendingConfirm ? 'affirm' : fresh.intent === 'smalltalk' ? 'smalltalk' : 'affirm',
      sure: 0.9,
      entities,
    }
  if (!named && facts.only('no', 'thanks') && facts.has('no')) return { intent: 'deny', sure: 0.9, entities }
  if (!named && context.pendingConfirm && facts.has('no') && facts.words.length < 8)
    return { intent: 'deny', sure: 0.8, entities }
  if (!named && context.pendingConfirm && facts.has('yes') && facts.words.length < 8)
    return { intent: 'affirm', sure: 0.8, entities }
  if (!named && facts.words.length === 0 && /[👍👌✅🆗💯]/u.test(reading.raw) && context.pendingConfirm)
    return { intent: 'affirm', sure: 0.8, entities }
  const { lastIntent } = context
  if (lastIntent === undefined) return undefined
  const picked = context.pendingSlot === undefined ? undefined : pickOf(reading, context)
  if (picked !== undefined)
    return { intent: lastIntent, sure: 0.9, entities: carried(lastIntent, picked, context) }
  if (standsForItself(reading, facts, fresh.intent)) return undefined
  if (context.pendingSlot !== undefined && named && (goesOn.test(said) || said.split(' ').length < 4))
    return { intent: lastIntent, sure: 0.9, entities: carried(lastIntent, entities, context) }
  if (
    named &&
    goesOn.test(said) &&
    (/^(?:and|et|try|ce est|it is|is it|is that|would|does (?:that|it)|what if|any|check|sorry|et si|what about|how about|same|pareil|idem|quid|then|alors|or|ou|mais|but|also|aussi|instead|plutot|ok|so|no|non|i mean|je voulais|qu en|meme|for|pour|in|dans|on|sur|ditto|likewise|now|maintenant)/.test(
      said,
    ) ||
      / (?:then|too|alors|aussi|instead|plutot|as well)$/.test(` ${said}`) ||
      said === '')
  ) {
    const intent = changes.has(lastIntent)
      ? readOf(lastIntent, { ...context, ...nonEmpty(entities) })
      : lastIntent
    return { intent, sure: 0.85, entities: carried(intent, entities, context) }
  }
  if (
    !named &&
    !facts.has('notify', 'unnotify', 'tell') &&
    facts.has('progress', 'ask-time') &&
    /^(?:provision_network|operation_status|request_allow|request_remove|notify_subscribe)$/.test(lastIntent)
  )
    return { intent: 'operation_status', sure: 0.8, entities: carried('operation_status', entities, context) }
  const hasThing = (context.collections ?? context.models ?? []).length > 0
  if (
    !named &&
    hasThing &&
    facts.words.length < 9 &&
    facts.has('missing', 'needs', 'hosts') &&
    /^(?:can_use|missing_rules)$/.test(lastIntent)
  )
    return { intent: 'missing_rules', sure: 0.8, entities: carried('missing_rules', entities, context) }
  if (!named && facts.only('tell', 'notify', 'yes') && facts.has('tell'))
    return { intent: 'notify_subscribe', sure: 0.7, entities: carried('notify_subscribe', entities, context) }
  if (
    !named &&
    /^(?:alors|so|and|et|well)$/.test(said) &&
    /^(?:provision_network|operation_status)$/.test(lastIntent)
  )
    return { intent: 'operation_status', sure: 0.7, entities: carried('operation_status', entities, context) }
  if (!named && isVague(facts, fresh)) return undefined
  if (fresh.intent === 'out_of_scope' || fresh.sure < 0.5) return undefined
  // "Is anything waiting for me?" means all of it, whatever was spoken of.
  if (fresh.intent === 'list_requests' && !named && /\b(?:me|my|mine|i|moi|mon|ma|mes|je)\b/.test(said))
    return undefined
  return { ...fresh, entities: carried(fresh.intent, entities, context) }
}

const nothing = { collections: [], models: [], fqdns: [], rules: [] } as const

/** A wildcard that is no host of ours to read is still not what was spoken of before. */
function holdsUnreadHost({ raw, entities }: Reading): boolean {
  return entities.fqdns.length === 0 && /(?:^|[\s"'`(])\*\.[\p{L}\p{N}]/u.test(raw)
}

function isVague({ words }: Facts, { intent }: { readonly intent: ReadIntent }): boolean {
  return (
    words.length === 0 ||
    /^(?:help|smalltalk|list_workspaces|cost|connect_private|public_access|explain_network)$/.test(intent)
  )
}

function nonEmpty(entities: Entities) {
  return entities.fqdns.length > 0 ? { fqdns: entities.fqdns } : {}
}

/** "And in ws-dev?" after a change asks, and changes nothing. */
function readOf(last: IntentName, { fqdns, collections, models }: ParseContext): ReadIntent {
  if (last === 'provision_network') return 'operation_status'
  if (last === 'approve_request' || last === 'reject_request') return 'show_request'
  return (collections?.length ?? 0) + (models?.length ?? 0) > 0
    ? 'can_use'
    : (fqdns?.length ?? 0) > 0
      ? 'show_network'
      : 'can_use'
}
