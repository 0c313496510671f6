import { isOpen } from '../changes/request.ts'
import type { ConversationReference } from '../conversation/messenger.ts'
import { type KnownPerson, samePerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import type { IntentPorts } from './intent-ports.ts'
import { judgedNetwork } from './judged-network.ts'
import { refuse } from './refuse.ts'
import { requestSnapshot } from './request-snapshot.ts'
import { pressWatch } from './watch-request.ts'

/** "Tell me when ws-research is active": remembers who waits and where, and watches from then on. */
export async function subscribeToNetwork(
  id: WorkspaceId,
  person: KnownPerson,
  conversation: ConversationReference,
  ports: IntentPorts,
): Promise<Reply> {
  const seen = await judgedNetwork(id, ports.reader)
  if (!seen.ok) return refuse({ is: 'azure-trouble', trouble: seen.trouble }, ports)
  const { judged, workspace } = seen
  const { waiting } = ports.labels
  if (judged.network.isolationMode === 'Disabled')
    return { kind: 'text', text: waiting.noNetwork(workspace.name) }
  if (judged.network.status === 'Active') return { kind: 'text', text: waiting.activeAlready(workspace.name) }
  await ports.subscriptions.subscribe({
    reader: person,
    workspaceId: judged.id,
    workspaceName: workspace.name,
    conversation,
    since: ports.now(),
  })
  return { kind: 'text', text: waiting.begun(workspace.name) }
}

/** "Tell me when #12 is done": of one's own request that happens anyway; of another's one watches it from then on. */
export async function subscribeToRequest(
  number: number,
  person: KnownPerson,
  conversation: ConversationReference,
  ports: IntentPorts,
): Promise<Reply> {
  const request = await ports.lookup.byNumber(person.tenantId, number)
  if (request === undefined) return refuse({ is: 'no-such-request' }, ports)
  // What has ended has nothing to wait for: how it ended is the answer.
  if (!isOpen(request)) return requestSnapshot(request, ports)
  return samePerson(request.requester, person)
    ? { kind: 'text', text: ports.labels.waiting.toldAnyway(request.number) }
    : pressWatch(request.id, person, conversation, ports)
}
