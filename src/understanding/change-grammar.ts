import { adverbs, framesAt } from './change-frame.ts'
import { changeOf } from './change-object.ts'
import { asks, holdsChangeWord, isForbidden, withoutPolite } from './change-talk.ts'
import { starters, verbs } from './change-words.ts'
import type { Offered } from './offered.ts'
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

const conjunctions = /^(?:and|then|et|puis|or|ou|but|mais|plus|also|aussi|ensuite)$/

/**
 * Layer 4, the only producer of a change: an order or a request at the start of a clause, one kind of change, an object of
 * the right type, and nothing around it that asks, supposes, tells, denies or quotes.
 */
export function wantedIn(reading: Reading, clauses: readonly Clause[], context: ParseContext): Wanted {
  const lines = clauses.map(lineOf)
  const speaksOfChange = [...lines, ...reading.quoted.map(folded)].some(holdsChangeWord)
  if (speaksOfChange && isInjection(reading)) return { is: 'injection' }
  const offered = offeredBy(reading, context)
  const found = clauses.flatMap((_, at) => ordersOf(clauses, lines, at, offered))
  const kinds = new Set(found)
  const retracted = lines.some(line => act.retraction.test(line))
  const quotedOrder = reading.quoted.some(each => holdsChangeWord(folded(each)) && each.split(' ').length > 1)
  if (kinds.size > 0) {
    if (quotedOrder || isParticiple(reading, kinds)) return { is: 'quoted' }
    if (retracted) return { is: 'negated' }
    if (kinds.size > 1 || requestsIn(clauses) > 1) return { is: 'several' }
    const [intent] = kinds
    return intent === undefined ? { is: 'nothing' } : { is: 'change', intent }
  }
  if (
    quotedOrder ||
    clauses.some((_, at) => isReported(clauses, lines, at) && holdsChangeWord(lines.join(' ')))
  )
    return { is: 'quoted' }
  return lines.some((line, at) => isForbidden(line, clauses[at])) ? { is: 'negated' } : { is: 'nothing' }
}

/** The kinds of change that a clause orders, in all the ways in which it does. */
function ordersOf(
  clauses: readonly Clause[],
  lines: readonly string[],
  at: number,
  offered: Offered,
): readonly ChangeIntent[] {
  const line = lines[at] ?? ''
  if (isBarred(clauses, lines, at)) return []
  const isQuestion = endOf(clauses, at) === '?'
  const words = line.split(' ').filter(word => word !== '')
  const cut = (from: number) => {
    const end = words.findIndex(
      (word, place) => place > from && conjunctions.test(word) && beginsOrder(words.slice(place + 1)),
    )
    return words.slice(from, end < 0 ? undefined : end)
  }
  const starts = [
    0,
    ...words.flatMap((word, place) => (conjunctions.test(word) && place > 0 ? [place + 1] : [])),
  ]
  const first = ordersFrom(cut(0), offered, isQuestion, clauses, lines, at)
  // What follows a conjunction is an order of its own only where an order stands before it.
  const leads =
    first.length > 0 ||
    /^(?:(?:please|can you|could you|pls|peux tu|pouvez vous|merci de|also|so|then) )*(?:check|look|see|go|do|have|verify|compare|find|tell|show|take|let|regarde|verifie|va|compare|montre|ok|yes|great|fine)\b/.test(
      line,
    )
  const rest = starts
    .slice(1)
    .flatMap(start =>
      leads ? ordersFrom(cut(start), offered, isQuestion && first.length === 0, clauses, lines, at) : [],
    )
  return [...first, ...rest]
}

function beginsOrder(words: readonly string[]): boolean {
  const verb = words.find(word => !adverbs.has(word)) ?? ''
  return starters.has(verb) || Object.values(verbs).some(each => each.has(verb))
}

function ordersFrom(
  words: readonly string[],
  offered: Offered,
  isQuestion: boolean,
  clauses: readonly Clause[],
  lines: readonly string[],
  at: number,
): readonly ChangeIntent[] {
  const kinds = framesAt(words).flatMap(frame => {
    if (isQuestion && !frame.polite) return []
    if (
      frame.wish &&
      clauses.some(
        (_, other) => other !== at && asks.test(lines[other] ?? '') && endOf(clauses, other) === '?',
      )
    )
      return []
    const kind = changeOf(frame, offered)
    return kind === undefined ? [] : [kind]
  })
  const [kind] = kinds
  return kind === undefined ? [] : [kind]
}

function isBarred(clauses: readonly Clause[], lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  // A reason after a dash or comma is a clause of its own: "turn down #48 - we don't allow wildcards" is an order.
  if (
    asks.test(line) ||
    act.negative.test(withoutPolite(line)) ||
    act.unreal.test(line) ||
    act.past.test(line) ||
    act.reported.test(line)
  )
    return true
  return clauses.some((other, before) => {
    if (before === at || other.sentence !== clauses[at]?.sentence)
      return other.ends === ':' && before === at - 1 && !isLabel(lines[before] ?? '')
    const said = lines[before] ?? ''
    if (before > at)
      return (
        act.unreal.test(said.split(' ').slice(0, 2).join(' ')) ||
        (/^(?:right|ok|or should|yes or no|or what|non|hein|n est ce pas|or is)\b/.test(said) &&
          endOf(clauses, before) === '?')
      )
    return asks.test(said) || act.unreal.test(said) || act.reported.test(said) || isProhibition(said)
  })
}

/** "Please don't, whatever happens, …": a denial that waits for its verb. "We don't use it any more" waits for nothing. */
function isProhibition(line: string): boolean {
  const tells =
    /\b(?:i|we|they|it|he|she|you|nobody|nothing|there|this|that|je|on|nous|ils|elles?|ca|personne|il)\b/
  if (/\b(?:do not|never|not|ne|pas|jamais|stop|avoid|surtout)$/.test(line)) return true
  return (
    act.negative.test(line) &&
    !tells.test(line) &&
    !line.startsWith('@') &&
    !/^(?:no|non|nope|pas de|no (?:problem|worries|objections?))\b/.test(line)
  )
}

function isLabel(line: string): boolean {
  return (
    line.split(' ').length <= 4 &&
    !act.reported.test(line) &&
    !/\b(?:about|note|title|rule|policy|regle|example|warning|todo)\b/.test(line)
  )
}

function isReported(clauses: readonly Clause[], lines: readonly string[], at: number): boolean {
  return act.reported.test(lines[at] ?? '') && clauses[at]?.ends !== '?'
}

function endOf(clauses: readonly Clause[], at: number): string {
  const sentence = clauses[at]?.sentence
  return clauses.findLast(clause => clause.sentence === sentence)?.ends ?? ''
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

function offeredBy({ entities }: Reading, context: ParseContext): Offered {
  return {
    thing: entities.fqdns.length + entities.collections.length + entities.models.length > 0,
    request: entities.requestId !== undefined,
    workspace: entities.workspaces.length > 0,
    earlierThing:
      (context.fqdns?.length ?? 0) + (context.collections?.length ?? 0) + (context.models?.length ?? 0) > 0,
    earlierRequest: context.requestId !== undefined,
    earlierWorkspace: (context.workspaces?.length ?? 0) > 0,
  }
}
