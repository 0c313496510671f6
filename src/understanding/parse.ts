import { byHandIn } from './by-hand.ts'
import { wantedIn } from './change-grammar.ts'
import { readIntentOf } from './concept-rules.ts'
import { conceptsIn } from './concepts-in.ts'
import { deedIn } from './deed-words.ts'
import { isElsewhere } from './elsewhere.ts'
import { factsOf } from './facts.ts'
import { followUpOf } from './follow-up.ts'
import type { NameIndex } from './name-index.ts'
import type { Entities, IntentName, ParseContext, Parsed, Slot } from './parsed.ts'
import { read } from './read.ts'
import type { Reading } from './reading.ts'
import { weighed } from './suggestions.ts'
import { topicOf } from './topic-words.ts'
import { type Clause, clausesOf } from './wording.ts'

/** Words of somebody else's order: most likely nothing for us. */
const quotedSure = 0.7

/**
 * What a text asks for. Pure and synchronous. A change comes from the change grammar alone; everything else reads. `context` is
 * this person's own, of this thread; without one it is empty.
 */
export function parse(text: string, context: ParseContext, index: NameIndex): Parsed {
  const found = read(text, index)
  const clauses = clausesOf(found)
  const reading = withRequest(found, clauses)
  const { words, said } = conceptsIn(clauses)
  const facts = factsOf(reading, words, said, clauses)
  const wanted = wantedIn(reading, clauses, context)
  const asksForNothing = wanted.is === 'nothing'
  if ((asksForNothing || wanted.is === 'change') && isElsewhere(text, reading.entities.workspaces))
    return finished('out_of_scope', 0.9, reading, words)
  if (asksForNothing && reading.entities.requestId === undefined && deedIn(text) !== undefined)
    return finished('history', 0.85, reading, words)
  const byHand = asksForNothing ? byHandIn(text) : undefined
  if (byHand !== undefined) {
    const intent = byHand.endsWith('public-access') ? 'public_access' : 'explain_network'
    return finished(intent, 0.9, reading, words)
  }
  const fresh = readIntentOf(facts)
  const followed =
    wanted.is === 'nothing' || wanted.is === 'change'
      ? followUpOf(reading, facts, fresh, wanted, context)
      : undefined
  if (followed !== undefined)
    return finished(followed.intent, followed.sure, { ...reading, entities: followed.entities }, words)
  switch (wanted.is) {
    case 'change':
      return finished(wanted.intent, 0.95, reading, words)
    case 'several':
      return finished('multi_change', 0.9, reading, words)
    case 'negated':
      return finished('negated_change', 0.85, reading, words)
    case 'injection':
      return finished('out_of_scope', 0.9, reading, words)
    case 'quoted':
      return fresh.intent === 'troubleshoot' || clauses.some(({ ends }) => ends === '?')
        ? finished(fresh.intent, 0.6, reading, words)
        : finished('out_of_scope', quotedSure, reading, words)
    case 'nothing':
      return {
        ...finished(fresh.intent, fresh.sure, reading, words),
        ...weighed(fresh.intent, fresh.sure, words),
      }
  }
}

/** With the number of a request that only its place in an order tells. */
function withRequest(reading: Reading, clauses: readonly Clause[]): Reading {
  const number = clauses.flatMap(({ words }) => words).find(({ names }) => names === 'request')?.value
  return reading.entities.requestId !== undefined || number === undefined
    ? reading
    : { ...reading, entities: { ...reading.entities, requestId: Number(number) } }
}

function finished(
  intent: IntentName,
  sure: number,
  { entities: named, ambiguous, unknown }: Reading,
  words: readonly string[],
): Parsed {
  const topic = topicOf(intent, words)
  const entities: Entities = topic === undefined ? named : { ...named, topic }
  const clarify = slotsOf(intent, entities, ambiguous)
  return {
    intent,
    entities,
    confidence: sure,
    clarify,
    ambiguous,
    unknown,
    suggestions: [],
  }
}

/** What has to be asked before the intent can be answered. */
function slotsOf(
  intent: IntentName,
  { workspaces, collections, models, fqdns, rules = [], requestId }: Entities,
  ambiguous: Reading['ambiguous'],
): readonly Slot[] {
  const needsWorkspace =
    /^(?:can_use|show_network|request_allow|request_remove|provision_network|missing_rules|operation_status|notify_subscribe)$/.test(
      intent,
    )
  const isNamed =
    collections.length + models.length + fqdns.length > 0 ||
    (rules.length > 0 && intent === 'request_remove') ||
    ambiguous.collection !== undefined ||
    ambiguous.model !== undefined
  return [
    ...(needsWorkspace && workspaces.length === 0 ? (['workspace'] as const) : []),
    ...((intent === 'can_use' || intent === 'request_allow' || intent === 'request_remove') && !isNamed
      ? (['collection'] as const)
      : []),
    ...((intent === 'approve_request' || intent === 'reject_request') && requestId === undefined
      ? (['requestId'] as const)
      : []),
  ]
}
