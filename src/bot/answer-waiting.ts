import { clarifyCard } from '../cards/clarify-card.ts'
import { askButton, lookUp } from '../cards/look-up.ts'
import { remarked } from '../cards/remarked.ts'
import { verbs } from '../cards/verbs.ts'
import type { MessageIncoming } from '../conversation/incoming.ts'
import { isKnown } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { type Candidate, closest, findWorkspace } from '../intents/find-workspace.ts'
import { subscribeToNetwork, subscribeToRequest } from '../intents/notify-subscribe.ts'
import { answerUnsubscribe } from '../intents/notify-unsubscribe.ts'
import { answerOwnStatus, answerRequestStatus, requestUnderWay } from '../intents/operation-status.ts'
import { refuse } from '../intents/refuse.ts'
import { requestSnapshot } from '../intents/request-snapshot.ts'
import type { Parsed } from '../understanding/parsed.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import { answerAsked } from './answer-asked.ts'
import type { PressPorts } from './press.ts'

type Waiting = 'operation_status' | 'notify_subscribe' | 'notify_unsubscribe'

/** How far something is, and who wants to be told. */
export async function answerWaiting(
  intent: Waiting,
  parsed: Parsed,
  { person, conversation }: MessageIncoming,
  ports: PressPorts,
): Promise<Reply> {
  if (!isKnown(person)) return refuse({ is: 'identity-unknown' }, ports)
  const { requestId, workspaces } = parsed.entities
  const named = workspaces.length + parsed.unknown.length > 0
  switch (intent) {
    case 'operation_status':
      if (requestId !== undefined) return answerRequestStatus(requestId, person, ports)
      return named
        ? withWorkspace(parsed, asksStatus, ports, id => answerWorkspaceStatus(id, ports))
        : answerOwnStatus(person, ports)
    case 'notify_subscribe':
      if (requestId !== undefined) return subscribeToRequest(requestId, person, conversation, ports)
      if (parsed.entities.collections.length + parsed.entities.models.length > 0)
        return answerWhenUsable(parsed, ports)
      return withWorkspace(parsed, waits, ports, id => subscribeToNetwork(id, person, conversation, ports))
    case 'notify_unsubscribe':
      return named
        ? withWorkspace(parsed, waits, ports, id => answerUnsubscribe(person, id, ports))
        : answerUnsubscribe(person, undefined, ports)
  }
}

/** "Tell me when Hugging Face works in ws-prod": how that stands, and what there is to be told of. */
async function answerWhenUsable({ entities, unknown, ambiguous }: Parsed, ports: PressPorts): Promise<Reply> {
  const { collections, models } = entities
  const maybe = { workspaces: ambiguous.workspace ?? [], collections: ambiguous.collection ?? [] }
  const workspaces = entities.workspaces.filter(name => !maybe.workspaces.includes(name))
  const asked = { collections, models, workspaces: [...workspaces, ...unknown], maybe }
  const reply = await answerAsked(lookUp('can_use', asked), ports)
  return reply.kind === 'card'
    ? { ...reply, card: remarked(reply.card, ports.labels.waiting.onlyNetworks) }
    : reply
}

/** "Is ws-prod done?": the request that is on its way there, else the network as Azure has it now. */
async function answerWorkspaceStatus(id: WorkspaceId, ports: PressPorts): Promise<Reply> {
  const request = await requestUnderWay(id, ports)
  return request === undefined
    ? answerAsked(lookUp('show_network', { ids: [id] }), ports)
    : requestSnapshot(request, ports)
}

type ButtonOf = (candidate: Candidate) => {
  readonly verb: string
  readonly data: Readonly<Record<string, string>>
}

const waits: ButtonOf = ({ id }) => ({ verb: verbs.waitForNetwork, data: { workspace: id } })
const asksStatus: ButtonOf = ({ title, id }) => {
  const { verb, data } = askButton(title, lookUp('show_network', { ids: [id] }))
  return { verb, data }
}

/** Goes on with the one workspace that is meant, or asks which. A target is never guessed. */
async function withWorkspace(
  { entities, unknown, ambiguous }: Parsed,
  buttonOf: ButtonOf,
  ports: PressPorts,
  goOn: (id: WorkspaceId) => Promise<Reply>,
): Promise<Reply> {
  const ask = (candidates: readonly Candidate[], name?: string): Reply => ({
    kind: 'card',
    ...clarifyCard(
      {
        asks: 'workspace',
        ...(name === undefined ? {} : { unknown: name }),
        candidates: candidates.map(each => ({ title: each.title, ...buttonOf(each) })),
      },
      ports.labels,
    ),
  })
  const { workspace: maybe = [] } = ambiguous
  const [name] = [...entities.workspaces.filter(each => !maybe.includes(each)), ...unknown]
  if (name === undefined && maybe.length > 0) {
    const [nearest = ''] = maybe
    return ask((await closest(nearest, ports.reader)).filter(({ title }) => maybe.includes(title)))
  }
  if (name === undefined) return ask(await closest('', ports.reader))
  const found = await findWorkspace(name, ports.reader)
  switch (found.is) {
    case 'found':
      return goOn(found.id)
    case 'several':
      return ask(found.candidates)
    case 'none':
      return ask(found.closest, name)
    case 'trouble':
      return refuse({ is: 'azure-trouble', trouble: found.trouble }, ports)
  }
}
