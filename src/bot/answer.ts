import { type LookUp, type LookUpIntent, lookUp } from '../cards/look-up.ts'
import type { LimitEntered } from '../changes/time-limit.ts'
import type { MessageIncoming } from '../conversation/incoming.ts'
import { isKnown } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { answerHelp } from '../intents/help.ts'
import { answerNotUnderstood } from '../intents/not-understood.ts'
import { refuse } from '../intents/refuse.ts'
import { byHandIn } from '../understanding/by-hand.ts'
import { isElsewhere } from '../understanding/elsewhere.ts'
import { isGreeting } from '../understanding/greeting.ts'
import type { IntentName, Parsed } from '../understanding/parsed.ts'
import { unknownThing } from '../understanding/unknown-thing.ts'
import { answerAsked } from './answer-asked.ts'
import { answerRegister } from './answer-register.ts'
import { unrequestedAsked } from './answer-unrequested.ts'
import { answerWaiting } from './answer-waiting.ts'
import type { PressPorts } from './press.ts'
import { proposeAsked } from './propose-asked.ts'

/** What a text asks is answered: one place per intent, and the compiler asks for each. A text opens a card at most; it decides nothing. `limit`: for how long a change is wanted. */
export async function answer(
  parsed: Parsed,
  incoming: MessageIncoming,
  given: PressPorts,
  limit?: LimitEntered,
): Promise<Reply> {
  const ports: PressPorts = { ...given, asker: incoming.person }
  const unrequested = await unrequestedAsked(parsed, incoming.text, incoming.person, ports)
  if (unrequested !== undefined) return unrequested
  switch (parsed.intent) {
    case 'help':
      return answerHelp(incoming.person, ports)
    case 'smalltalk':
      // Whoever begins with a greeting wants to know what there is.
      return isGreeting(incoming.text)
        ? answerHelp(incoming.person, ports)
        : answerAsked(lookUpOf(parsed, parsed.intent, incoming.text), ports)
    case 'can_use':
    case 'required_fqdns':
    case 'missing_rules':
    case 'show_network':
    case 'list_workspaces':
    case 'describe_collection':
    case 'compare_collections':
    case 'deployment_options':
    case 'connect_private':
    case 'cost':
    case 'public_access':
    case 'licence_support':
    case 'explain_network':
    case 'troubleshoot':
    case 'affirm':
    case 'deny':
    case 'negated_change':
    case 'multi_change':
      return answerAsked(lookUpOf(parsed, parsed.intent, incoming.text), ports)
    // A form is for the presser alone; a message is for everybody. So the text leads to a card with a button, not to the form.
    case 'provision_network':
    case 'request_allow':
    case 'request_remove': {
      const asked = {
        ...lookUpOf(parsed, parsed.intent, incoming.text),
        ...(limit === undefined ? {} : { limit }),
      }
      return (await proposeAsked(parsed.intent, asked, incoming.person, ports)) ?? answerAsked(asked, ports)
    }
    case 'operation_status':
    case 'notify_subscribe':
    case 'notify_unsubscribe':
      return answerWaiting(parsed.intent, parsed, incoming, ports)
    case 'list_requests':
    case 'show_request':
    case 'history':
    case 'approve_request':
    case 'reject_request':
      return isKnown(incoming.person)
        ? answerRegister(parsed, incoming, incoming.person, ports)
        : answerHelp(incoming.person, ports)
    case 'out_of_scope':
      if (isElsewhere(incoming.text, parsed.entities.workspaces))
        return refuse({ is: 'workspaces-elsewhere' }, ports)
      return answerNotUnderstood(parsed.suggestions, lookUpOf(parsed, 'can_use', incoming.text), ports)
  }
}

/** Intents that a question is read for. A change that a text asks for is first of all a question: where do things stand? */
export type ReadableIntent = LookUpIntent | 'provision_network' | 'request_allow' | 'request_remove'

/** Each intent says for itself whether it is one: the compiler asks for those that come, and for the right answer. */
const readable: { readonly [Name in IntentName]: Name extends ReadableIntent ? true : false } = {
  affirm: true,
  can_use: true,
  compare_collections: true,
  connect_private: true,
  cost: true,
  deny: true,
  deployment_options: true,
  describe_collection: true,
  explain_network: true,
  licence_support: true,
  list_workspaces: true,
  missing_rules: true,
  multi_change: true,
  negated_change: true,
  provision_network: true,
  public_access: true,
  request_allow: true,
  request_remove: true,
  required_fqdns: true,
  show_network: true,
  smalltalk: true,
  troubleshoot: true,
  approve_request: false,
  help: false,
  history: false,
  list_requests: false,
  notify_subscribe: false,
  notify_unsubscribe: false,
  operation_status: false,
  out_of_scope: false,
  reject_request: false,
  show_request: false,
}

export function isReadable(intent: IntentName): intent is ReadableIntent {
  return readable[intent]
}

/** A parsed text as the question that it asks. */
export function lookUpOf(
  { entities, unknown, ambiguous }: Parsed,
  intent: ReadableIntent,
  text: string,
): LookUp {
  const {
    workspaces,
    collections,
    models,
    fqdns,
    rules,
    spark,
    option,
    capability,
    topic,
    requestId,
    isolationMode,
  } = entities
  const unknownCollection = unknownThing(text, { entities, unknown, ambiguous })
  const maybe = { workspaces: ambiguous.workspace ?? [], collections: ambiguous.collection ?? [] }
  const asks = readAs(intent, entities)
  const byHand = intent === 'explain_network' || intent === 'public_access' ? byHandIn(text) : undefined
  return lookUp(asks === 'show_network' && unknownCollection !== undefined ? 'can_use' : asks, {
    ...(unknownCollection === undefined ? {} : { unknownCollection }),
    workspaces: [...workspaces.filter(name => !maybe.workspaces.includes(name)), ...unknown],
    collections,
    // Several of the table's models may be called so: each is answered.
    models: [...new Set([...models, ...(ambiguous.model ?? [])])],
    fqdns,
    text,
    ...(rules === undefined ? {} : { rules }),
    ...(spark === undefined ? {} : { spark }),
    ...(maybe.workspaces.length + maybe.collections.length === 0 ? {} : { maybe }),
    ...(option === undefined ? {} : { option }),
    ...(capability === undefined ? {} : { capability }),
    ...(topic === undefined ? {} : { topic }),
    ...(byHand === undefined ? {} : { byHand }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(isolationMode === undefined ? {} : { isolationMode }),
  })
}

function readAs(intent: ReadableIntent, { collections, models, fqdns }: Parsed['entities']): LookUpIntent {
  // Which collections need a host is asked with the words that ask for collections.
  if (intent === 'describe_collection' && collections.length + models.length === 0 && fqdns.length > 0)
    return 'required_fqdns'
  if (intent === 'provision_network' || intent === 'request_remove') return 'show_network'
  if (intent === 'request_allow') return collections.length + models.length > 0 ? 'can_use' : 'show_network'
  return intent
}
