import type { NameIndex } from '../understanding/name-index.ts'
import { parse } from '../understanding/parse.ts'
import type { Entities, Parsed } from '../understanding/parsed.ts'
import { pointsBack } from '../understanding/points-back.ts'
import { unknownThing } from '../understanding/unknown-thing.ts'
import type { DefaultWorkspace, LastCard, Remembered } from './conversations.ts'

export interface InConversation {
  readonly parsed: Parsed
  /** The default workspace, where it stands for one that was not named. */
  readonly byDefault?: DefaultWorkspace
}

/**
 * What a text asks, seen from this person's last card here. What the last card showed stands for what the text leaves out; the
 * place's default workspace does where nothing was spoken of, or where the text stands for itself.
 */
export function inConversation(
  text: string,
  { last = {}, here }: Remembered,
  index: NameIndex,
): InConversation {
  const alone = parse(text, {}, index)
  const parsed = onlyWhatIsLeftOut(confirmed(parse(text, last, index), last), alone, text)
  const goesOn = alone.intent !== parsed.intent || pointsBack(text)
  const limits = goesOn && parsed.intent === last.lastIntent ? limitsOf(last, parsed.entities) : {}
  const own = { ...parsed, entities: { ...parsed.entities, ...limits } }
  const named =
    alone.entities.workspaces.length + parsed.unknown.length > 0 || parsed.ambiguous.workspace !== undefined
  const open = parsed.clarify.includes('workspace') || (!goesOn && alone.clarify.includes('workspace'))
  if (here === undefined || named || !open) return { parsed: own }
  return {
    parsed: {
      ...own,
      entities: { ...own.entities, workspaces: [here.name] },
      clarify: own.clarify.filter(slot => slot !== 'workspace'),
    },
    byDefault: here,
  }
}

/** A name that exists nowhere, or may mean several, is asked about: the last card's does not take its place. */
function onlyWhatIsLeftOut(parsed: Parsed, alone: Parsed, text: string): Parsed {
  const { workspaces, collections, models, fqdns } = alone.entities
  const namesOther = parsed.unknown.length > 0 || parsed.ambiguous.workspace !== undefined
  const namesThing = unknownThing(text, alone) !== undefined || parsed.ambiguous.collection !== undefined
  return {
    ...parsed,
    entities: {
      ...parsed.entities,
      ...(namesOther ? { workspaces } : {}),
      ...(namesThing ? { collections, models, fqdns } : {}),
    },
  }
}

/** A yes to the only candidate. */
function confirmed(
  parsed: Parsed,
  { lastIntent, pendingConfirm, pendingSlot, candidates, ...last }: LastCard,
): Parsed {
  const [only] = candidates ?? []
  if (parsed.intent !== 'affirm' || !pendingConfirm || lastIntent === undefined || only === undefined)
    return parsed
  const { collections = [], workspaces = [], models = [], fqdns = [], rules, spark, requestId } = last
  return {
    ...parsed,
    intent: lastIntent,
    entities: {
      ...{ collections, workspaces, models, fqdns },
      ...(rules === undefined ? {} : { rules }),
      ...(spark === undefined ? {} : { spark }),
      ...(requestId === undefined ? {} : { requestId }),
      ...(pendingSlot === 'collection' ? { collections: [only] } : { workspaces: [only] }),
    },
  }
}

/** Of the question that goes on: what it was limited to. */
function limitsOf({ option, capability }: LastCard, own: Entities): Partial<Entities> {
  return {
    ...(own.option === undefined && option !== undefined ? { option } : {}),
    ...(own.capability === undefined && capability !== undefined ? { capability } : {}),
  }
}
