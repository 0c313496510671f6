import { remarked } from '../cards/remarked.ts'
import { isKeptOut, mayAsk } from '../changes/policy.ts'
import { audienceOf } from '../conversation/audience.ts'
import type { MessageIncoming, PressIncoming } from '../conversation/incoming.ts'
import { isKnown } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { sayableName } from '../intents/find-workspace.ts'
import { answerHelp } from '../intents/help.ts'
import { refuse } from '../intents/refuse.ts'
import { closestModels } from '../intents/unknown-model.ts'
import { keptIndex } from '../understanding/kept-index.ts'
import { unlistedModelsIn } from '../understanding/model-like.ts'
import type { NameIndex } from '../understanding/name-index.ts'
import type { Parsed } from '../understanding/parsed.ts'
import { answer, isReadable } from './answer.ts'
import { rememberedForMs, type Speaking, speakingIn } from './conversations.ts'
import { visibleDefault } from './default-workspace.ts'
import { inConversation } from './in-conversation.ts'
import { cardOfPress, cardOfText } from './last-card.ts'
import { limitMeant } from './limit-said.ts'
import type { MessagePorts } from './message-ports.ts'
import { obey } from './obey.ts'

/** After so many texts in a row that led nowhere, help is shown instead of another question. */
const missesAtMost = 2

/** Somebody wrote: an order that is matched whole, or a question, read with what their last card here showed. */
export async function answerMessage(incoming: MessageIncoming, ports: MessagePorts): Promise<Reply> {
  const { person, text } = incoming
  if (isKeptOut(ports.policy(), person)) return refuse({ is: 'guest', known: person.guest === 'yes' }, ports)
  if (!isKnown(person) || !mayAsk(ports.policy(), person)) return answerHelp(person, ports)
  const obeyed = await obey(incoming, person, ports)
  if (obeyed !== undefined) return obeyed
  const who = speakingIn(incoming.conversation, person)
  const [seen, recalled] = await Promise.all([ports.reader.recent(), recall(incoming, who, ports)])
  const { here: kept, ...remembered } = recalled
  const here = visibleDefault(kept, seen)
  const index = await keptIndex(ports.library).of(seen.ok ? seen.fleet.workspaces : [], ports.pause)
  const { parsed, byDefault } = inConversation(
    text,
    { ...remembered, ...(here === undefined ? {} : { here }) },
    index,
  )
  // Without the list no name can be told from another, and "show ws-prod" looks like nothing that we know; asking Azure once
  // more would only take longer.
  const unsure =
    parsed.intent === 'out_of_scope' || parsed.clarify.includes('workspace') || parsed.unknown.length > 0
  if (!seen.ok && unsure) return refuse({ is: 'azure-trouble', trouble: seen.trouble }, ports)
  const last = remembered.last ?? {}
  const limit = limitMeant(text, parsed, last, ports.now())
  const reply = await answer(parsed, incoming, ports, limit)
  const card = cardOfText(parsed, reply, last, limit)
  await ports.conversations.keep(who, card, ports.now())
  if ((card.misses ?? 0) > missesAtMost) return answerHelp(person, ports)
  const remarks = [
    ...(byDefault === undefined ? [] : [ports.labels.conversation.byDefault(byDefault)]),
    ...unlistedIn(text, parsed, index).map(name =>
      ports.labels.conversation.unlistedModel(name, closestModels(name, ports.library)),
    ),
  ]
  return reply.kind === 'card' ? { ...reply, card: remarks.reduce(remarked, reply.card) } : reply
}

/** Models that no table has, where their collection is answered in their place. */
function unlistedIn(text: string, { entities, intent }: Parsed, index: NameIndex): readonly string[] {
  const isOfCollection = isReadable(intent) && entities.collections.length > 0
  return isOfCollection
    ? unlistedModelsIn(text, index).filter(
        name => !entities.models.some(model => model.toLowerCase().includes(name.toLowerCase())),
      )
    : []
}

/** What a pressed button asked is what a text then goes on from. */
export async function notePress(incoming: PressIncoming, reply: Reply, ports: MessagePorts): Promise<void> {
  const { person } = incoming
  if (!isKnown(person) || incoming.trigger === 'automatic' || reply.kind !== 'card') return
  const who = speakingIn(incoming.conversation, person)
  const { last = {} } = await recall(incoming, who, ports)
  const card = await cardOfPress(incoming, reply, last, id => sayableName(id, ports.reader))
  await ports.conversations.keep(who, card, ports.now())
}

function recall({ conversation }: MessageIncoming | PressIncoming, who: Speaking, ports: MessagePorts) {
  return ports.conversations.recall(who, audienceOf(conversation), ports.now() - rememberedForMs)
}
