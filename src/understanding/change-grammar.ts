import { isReported, type Talk } from './barred.ts'
import { holdsChangeWord, isForbidden } from './change-talk.ts'
import type { Offered } from './offered.ts'
import { ordersIn } from './orders-in.ts'
import type { ChangeIntent, ParseContext } from './parsed.ts'
import type { Reading } from './reading.ts'
import { act, isInjection, lineOf } from './speech-act.ts'
import { type Clause, folded } from './wording.ts'

/** What a text wants changed. */
export type Wanted =
  | { readonly is: 'change'; readonly intent: ChangeIntent }
  | { readonly is: 'negated' }
  | { readonly is: 'several' }
  /** Speaks of a change in words that no order is made of: a rule to be ignored, what somebody said. */
  | { readonly is: 'injection' }
  | { readonly is: 'quoted' }
  | { readonly is: 'nothing' }

/** Nobody orders in more pieces than these; each is held against all the others, so their number is capped. */
const mostClauses = 60
/** Taken back before it was said. */
const retractedWhole =
  /^(?:(?:oh|ok|sorry|actually|no|non) )*(?:never ?mind|forget (?:it|that)|scrap that|cancel that|laisse tomber|oublie|annule)$/

/**
 * Layer 4, the only producer of a change: an order or a request at the start of a clause, one kind of change, an object of
 * the right type, and nothing around it that asks, supposes, tells, denies or quotes.
 */
export function wantedIn(reading: Reading, clauses: readonly Clause[], context: ParseContext): Wanted {
  if (clauses.length > mostClauses) return { is: 'nothing' }
  const lines = clauses.map(lineOf)
  const talk: Talk = { clauses, lines }
  const speaksOfChange = [...lines, ...reading.quoted.map(folded)].some(holdsChangeWord)
  const offered = offeredBy(reading, context)
  const found = clauses.map((_, at) => ordersIn(talk, at, offered))
  const kinds = new Set(found.flat())
  const ordered = found.findIndex(each => each.length > 0)
  if ((speaksOfChange || kinds.size > 0) && isInjection(reading)) return { is: 'injection' }
  const retracted = lines.some(
    (line, at) =>
      (at >= ordered ? act.retraction : retractedWhole).test(line) ||
      (at >= ordered && act.putOff.test(line)),
  )
  const quotedOrder = reading.quoted.some(each => holdsChangeWord(folded(each)) && each.split(' ').length > 1)
  if (kinds.size > 0) {
    if (quotedOrder || isParticiple(reading, kinds)) return { is: 'quoted' }
    if (retracted) return { is: 'negated' }
    if (kinds.size > 1 || requestsIn(clauses) > 1) return { is: 'several' }
    const [intent] = kinds
    return intent === undefined ? { is: 'nothing' } : { is: 'change', intent }
  }
  if (quotedOrder || clauses.some((_, at) => isReported(talk, at) && holdsChangeWord(lines.join(' '))))
    return { is: 'quoted' }
  return lines.some((line, at) => isForbidden(line, clauses[at])) ? { is: 'negated' } : { is: 'nothing' }
}

function requestsIn(clauses: readonly Clause[]): number {
  return new Set(
    clauses.flatMap(({ words }) =>
      words.filter(({ names }) => names === 'request').map(({ value }) => value),
    ),
  ).size
}

/** "Approuvé hier" without its accent would be an order; with it, it is a report. */
function isParticiple({ raw }: Reading, kinds: ReadonlySet<ChangeIntent>): boolean {
  const written = raw.normalize('NFC').toLowerCase()
  return (
    [...kinds].some(kind => kind !== 'provision_network') &&
    /^\P{L}*(?:approuvé|autorisé|validé|refusé|rejeté|supprimé|retiré|ajouté|débloqué|enlevé|bloqué|fermé)(?:e|s|es)?(?!\p{L})/u.test(
      written,
    )
  )
}

function offeredBy({ entities, tokens }: Reading, context: ParseContext): Offered {
  return {
    thing: entities.fqdns.length + entities.collections.length + entities.models.length > 0,
    request: entities.requestId !== undefined,
    workspace: entities.workspaces.length > 0,
    network: tokens.some(({ text }) => /^(?:networks?|vnet|reseau|provision\p{L}*)$/u.test(text)),
    earlierThing:
      (context.fqdns?.length ?? 0) + (context.collections?.length ?? 0) + (context.models?.length ?? 0) > 0,
    earlierRequest: context.requestId !== undefined,
    earlierWorkspace: (context.workspaces?.length ?? 0) > 0,
  }
}
