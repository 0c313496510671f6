import { readLookUp } from '../cards/look-up.ts'
import { type Verb, verbs } from '../cards/verbs.ts'
import type { LimitEntered } from '../changes/time-limit.ts'
import type { PressIncoming } from '../conversation/incoming.ts'
import type { AskedBack, Reply } from '../conversation/reply.ts'
import type { IntentName, Parsed } from '../understanding/parsed.ts'
import { parseWorkspaceId, type WorkspaceId } from '../workspace/workspace-id.ts'
import type { LastCard } from './conversations.ts'

/** Names of one kind that are kept: more than anybody means by "them". */
const namesAtMost = 20

/** What is not about anything: what was spoken of before stays, and nothing is asked any more. */
const aboutNothing: ReadonlySet<IntentName> = new Set([
  ...(['help', 'smalltalk', 'affirm', 'deny', 'negated_change', 'multi_change', 'out_of_scope'] as const),
])

/** What the card that answers a text shows and asks. */
export function cardOfText(parsed: Parsed, reply: Reply, before: LastCard, limit?: LimitEntered): LastCard {
  const asks = asksOf(reply)
  const again = asks !== undefined && asks.slot === before.pendingSlot && parsed.intent === before.lastIntent
  const missed = parsed.intent === 'out_of_scope' || again
  const misses = missed ? { misses: (before.misses ?? 0) + 1 } : {}
  if (aboutNothing.has(parsed.intent)) return { ...aboutOf(before), ...misses }
  const { entities } = parsed
  return {
    lastIntent: parsed.intent,
    collections: few(entities.collections),
    workspaces: few(entities.workspaces),
    models: few(entities.models),
    fqdns: few(entities.fqdns),
    ...(entities.rules === undefined ? {} : { rules: few(entities.rules) }),
    ...(entities.spark === undefined ? {} : { spark: entities.spark }),
    ...(entities.requestId === undefined ? {} : { requestId: entities.requestId }),
    ...(entities.option === undefined ? {} : { option: entities.option }),
    ...(entities.capability === undefined ? {} : { capability: entities.capability }),
    ...(limit === undefined ? {} : { limit }),
    ...pendingOf(asks),
    ...misses,
  }
}

/** What the card that answers a press shows and asks. A button that asks nothing leaves what was spoken of, and ends its question. */
export async function cardOfPress(
  { verb, data }: Pick<PressIncoming, 'verb' | 'data'>,
  reply: Reply,
  before: LastCard,
  nameOf: (id: WorkspaceId) => Promise<string>,
): Promise<LastCard> {
  const pressed = pressedQuestion(verb as Verb, data)
  if (pressed === undefined) return aboutOf(before)
  const { ids, ...about } = pressed
  return {
    ...about,
    workspaces: await Promise.all(ids.slice(0, namesAtMost).map(nameOf)),
    ...pendingOf(asksOf(reply)),
  }
}

/** The question that a button asks. */
function pressedQuestion(
  verb: Verb,
  data: PressIncoming['data'],
): (Omit<LastCard, 'workspaces'> & { readonly ids: readonly WorkspaceId[] }) | undefined {
  if (verb === verbs.lookUp) {
    const asked = readLookUp(data)
    if (asked === undefined || aboutNothing.has(asked.intent)) return undefined
    const { intent, collections, models, fqdns, ids, option, capability } = asked
    return {
      lastIntent: intent,
      ...{ collections: few(collections), models: few(models), fqdns: few(fqdns), ids },
      ...(option === undefined ? {} : { option }),
      ...(capability === undefined ? {} : { capability }),
    }
  }
  if (verb === verbs.listWorkspaces) return { lastIntent: 'list_workspaces', ids: [] }
  const id = typeof data.workspace === 'string' ? parseWorkspaceId(data.workspace) : undefined
  if (id === undefined) return undefined
  if (verb === verbs.canUse || verb === verbs.openRequest)
    return typeof data.collection === 'string'
      ? { lastIntent: 'can_use', collections: [data.collection], ids: [id] }
      : undefined
  const lastIntent = aboutOneWorkspace[verb]
  return lastIntent === undefined ? undefined : { lastIntent, ids: [id] }
}

const aboutOneWorkspace: Readonly<Partial<Record<Verb, IntentName>>> = {
  [verbs.showNetwork]: 'show_network',
  [verbs.openProvisioning]: 'show_network',
  [verbs.waitForNetwork]: 'notify_subscribe',
}

function asksOf(reply: Reply): AskedBack | undefined {
  return reply.kind === 'card' ? reply.asks : undefined
}

function pendingOf(asks: AskedBack | undefined): LastCard {
  if (asks === undefined) return {}
  return {
    pendingSlot: asks.slot,
    candidates: asks.candidates,
    ...(asks.candidates.length === 1 ? { pendingConfirm: true } : {}),
  }
}

/** Without what was asked back. */
export function aboutOf({ pendingSlot, candidates, pendingConfirm, misses, ...about }: LastCard): LastCard {
  return about
}

function few(names: readonly string[]): readonly string[] {
  return names.slice(0, namesAtMost)
}
