import { clarifyCard } from '../cards/clarify-card.ts'
import { verbs } from '../cards/verbs.ts'
import { audienceOf } from '../conversation/audience.ts'
import type { MessageIncoming, PressIncoming } from '../conversation/incoming.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { type Candidate, findWorkspace, nameInGroup, sayableName } from '../intents/find-workspace.ts'
import type { IntentPorts } from '../intents/intent-ports.ts'
import { refuse } from '../intents/refuse.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import type { FleetSeen } from '../workspace/reader.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import { type Conversations, type DefaultWorkspace, rememberedForMs, speakingIn } from './conversations.ts'
import { aboutOf } from './last-card.ts'

type Ports = IntentPorts & { readonly conversations: Conversations }
type Incoming = Pick<MessageIncoming | PressIncoming, 'conversation'>

/** "Use ws-dev here": found exactly, or asked for with buttons. */
export async function useWorkspaceHere(
  name: string,
  incoming: Incoming,
  person: KnownPerson,
  ports: Ports,
): Promise<Reply> {
  const found = await findWorkspace(name, ports.reader)
  const ask = (candidates: readonly Candidate[], unknown?: string): Reply => {
    const { asks: _, ...card } = clarifyCard(
      {
        asks: 'workspace',
        ...(unknown === undefined ? {} : { unknown }),
        candidates: candidates.map(({ title, id }) => ({
          title,
          verb: verbs.useHere,
          data: { workspace: id },
        })),
      },
      ports.labels,
    )
    return { kind: 'card', ...card }
  }
  switch (found.is) {
    case 'found':
      return setDefaultWorkspace(found.id, incoming, person, ports)
    case 'several':
      return ask(found.candidates)
    case 'none':
      return ask(found.closest, name)
    case 'trouble':
      return refuse({ is: 'azure-trouble', trouble: found.trouble }, ports)
  }
}

/** From now on this workspace is meant in this place where none is named; for everybody there, who are told by whom. */
export async function setDefaultWorkspace(
  id: WorkspaceId,
  { conversation }: Incoming,
  person: KnownPerson,
  { conversations, reader, labels, now }: Ports,
): Promise<Reply> {
  const here = { name: await sayableName(id, reader), by: person.name }
  const place = audienceOf(conversation)
  const who = speakingIn(conversation, person)
  const { last = {} } = await conversations.recall(who, place, now() - rememberedForMs)
  await conversations.setDefault(place, here)
  // Whoever says so goes on from there.
  await conversations.keep(who, { ...aboutOf(last), workspaces: [here.name] }, now())
  return { kind: 'text', text: labels.conversation.usesHere(here, conversation.kind) }
}

/** The place's default workspace, for whoever sees it: it is everybody's there, and not everybody may know of it. */
export function visibleDefault(
  here: DefaultWorkspace | undefined,
  seen: FleetSeen,
): DefaultWorkspace | undefined {
  const workspaces = here !== undefined && seen.ok ? seen.fleet.workspaces : []
  const wanted = here?.name.toLowerCase()
  const isIt = ({ id, name }: Workspace) =>
    [name, nameInGroup(id)].some(each => each.toLowerCase() === wanted)
  return workspaces.some(isIt) ? here : undefined
}

/** "Use no workspace here". */
export async function useNoWorkspaceHere(
  { conversation }: Incoming,
  person: KnownPerson,
  { conversations, reader, labels, now }: Ports,
): Promise<Reply> {
  const place = audienceOf(conversation)
  const { here } = await conversations.recall(speakingIn(conversation, person), place, now())
  await conversations.setDefault(place, undefined)
  return { kind: 'text', text: labels.conversation.usesNone(visibleDefault(here, await reader.recent())) }
}
