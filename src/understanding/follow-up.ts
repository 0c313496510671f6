import type { Wanted } from './change-grammar.ts'
import type { Facts } from './facts.ts'
import type { Entities, IntentName, ParseContext, ReadIntent } from './parsed.ts'
import type { Reading } from './reading.ts'
import { spellOut } from './wording.ts'

export interface FollowUp {
  readonly intent: IntentName
  readonly sure: number
  readonly entities: Entities
}

/** Words with which one goes on from what was said before. */
const goesOn =
  /^(?:(?:ok|okay|and|so|but|then|also|yes|no|oh|ah|sorry|hmm|well|actually|et|mais|alors|donc|puis|ok|bon|non|oui|ah|pardon|sinon|du coup|what about|how about|what of|same|same for|same thing|same question|same in|ditto|likewise|instead|rather|i meant|i mean|make it|make that|for|in|on|with|try|now|is it|would it|does it|do they|what if|and if|pareil|idem|meme chose|meme question|qu en est il|quid|quid de|plutot|je voulais dire|pour|dans|sur|avec|de|a|en|chez|et si|versus|too|as well|aussi|instead of|there|la bas|please|pls|then|alors|the|this|that|one|le|la|les|que|again|encore|as|why|not|pourquoi|pas|the other|check|ones|question|n|use|using|same again|maintenant|only|just|can we|can i|vs|or|ou|workspace|collection|espace|travail|models|model|modeles|moi) ?)*$/
const ordinals: readonly RegExp[] = [
  /^(?:1|1st|first|premier|premiere|one|un|une)$/,
  /^(?:2|2nd|second|two|deuxieme|seconde|deux)$/,
  /^(?:3|3rd|third|three|troisieme|trois)$/,
  /^(?:4|4th|fourth|four|quatrieme|quatre)$/,
  /^(?:5|5th|fifth|five|cinquieme|cinq)$/,
]
const pickWords =
  /^(?:the|le|la|l|one|number|option|numero|no|choice|choix|please|celui|celle|that|ce|take|prends|stp|svp|ok|yes|oui|pick|choose|go|with|use|la|bas|ci|je|prends|veux|i|want|it|is|est|du|milieu|of|them|candidate|workspace|first|last)$/
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
  if (wanted.is === 'change')
    return { intent: wanted.intent, sure: 0.95, entities: carried(wanted.intent, entities, context) }
  if (!named && facts.only('yes'))
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
  const { lastIntent } = context
  if (lastIntent === undefined) return undefined
  const picked = context.pendingSlot === undefined ? undefined : pickOf(reading, context)
  if (picked !== undefined)
    return { intent: lastIntent, sure: 0.9, entities: carried(lastIntent, picked, context) }
  if (context.pendingSlot !== undefined && named && goesOn.test(said))
    return { intent: lastIntent, sure: 0.9, entities: carried(lastIntent, entities, context) }
  if (
    named &&
    goesOn.test(said) &&
    (/^(?:and|et|what about|how about|same|pareil|idem|quid|then|alors|or|ou|mais|but|also|aussi|instead|plutot|ok|so|no|non|i mean|je voulais|qu en|meme|for|pour|in|dans|on|sur|ditto|likewise|now|maintenant)/.test(
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
    facts.has('progress', 'ask-time') &&
    /^(?:provision_network|operation_status|request_allow|request_remove|notify_subscribe)$/.test(lastIntent)
  )
    return { intent: 'operation_status', sure: 0.8, entities: carried('operation_status', entities, context) }
  if (!named && isVague(facts, fresh)) return undefined
  if (fresh.intent === 'out_of_scope' || fresh.sure < 0.5) return undefined
  return { ...fresh, entities: carried(fresh.intent, entities, context) }
}

function isVague({ words }: Facts, { intent }: { readonly intent: ReadIntent }): boolean {
  return (
    words.length === 0 ||
    /^(?:help|smalltalk|list_workspaces|cost|connect_private|public_access|explain_network)$/.test(intent)
  )
}

function plainWords({ tokens }: Reading): string {
  return tokens.flatMap(({ text, names }) => (names === undefined ? [text] : [])).join(' ')
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

function pickOf(reading: Reading, { candidates = [], pendingSlot }: ParseContext): Entities | undefined {
  const words = spellOut(plainWords(reading))
  const isOnlyPick =
    reading.tokens.every(({ names }) => names === undefined) && words.length > 0 && words.length < 7
  if (!isOnlyPick || candidates.length === 0) return undefined
  const isLast = words.some(word => /^(?:last|derniere?)$/.test(word))
  const at = isLast
    ? candidates.length - 1
    : ordinals.findIndex(each =>
        words.some(
          word => each.test(word) && !(word === 'one' && words.length > 1) && !/^(?:un|une)$/.test(word),
        ),
      )
  const value = candidates[at]
  if (
    value === undefined ||
    !words.every(
      word => pickWords.test(word) || ordinals.some(each => each.test(word)) || /^derniere?$/.test(word),
    )
  )
    return undefined
  const { entities } = reading
  switch (pendingSlot) {
    case 'collection':
      return { ...entities, collections: [value] }
    case 'model':
      return { ...entities, models: [value] }
    case 'fqdn':
      return { ...entities, fqdns: [value] }
    case 'requestId':
      return { ...entities, requestId: Number(value) }
    default:
      return { ...entities, workspaces: [value] }
  }
}

const aboutThings: ReadonlySet<string> = new Set([
  'can_use',
  'missing_rules',
  'request_allow',
  'request_remove',
  'required_fqdns',
  'describe_collection',
  'deployment_options',
  'licence_support',
  'show_network',
  'history',
  'compare_collections',
  'list_workspaces',
])
const aboutWorkspaces: ReadonlySet<string> = new Set([
  'can_use',
  'missing_rules',
  'request_allow',
  'request_remove',
  'show_network',
  'operation_status',
  'notify_subscribe',
  'notify_unsubscribe',
  'provision_network',
  'history',
  'list_requests',
])
const aboutRequests: ReadonlySet<string> = new Set(['show_request', 'approve_request', 'reject_request'])

/** What the message names, and where it names none of a kind, what the last card showed. */
function carried(intent: IntentName, own: Entities, context: ParseContext): Entities {
  const namesThing = own.collections.length + own.models.length + own.fqdns.length > 0
  const keepsThings = aboutThings.has(intent) && !namesThing
  const keepsWorkspaces = aboutWorkspaces.has(intent) && own.workspaces.length === 0
  const requestId = own.requestId ?? (aboutRequests.has(intent) ? context.requestId : undefined)
  return {
    ...own,
    collections: keepsThings ? (context.collections ?? []) : own.collections,
    models: keepsThings ? (context.models ?? []) : own.models,
    fqdns: keepsThings ? (context.fqdns ?? []) : own.fqdns,
    workspaces: keepsWorkspaces ? (context.workspaces ?? []) : own.workspaces,
    ...(requestId === undefined ? {} : { requestId }),
  }
}
