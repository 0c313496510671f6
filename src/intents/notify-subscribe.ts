import type { ConversationReference } from '../conversation/messenger.ts'
import { type KnownPerson, samePerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import type { IntentPorts } from './intent-ports.ts'
import { judgedNetwork } from './judged-network.ts'
import { refuse } from './refuse.ts'
import { requestSnapshot } from './request-snapshot.ts'

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

/** "Tell me when #12 is done": of one's own request that happens anyway; of another's, how far it is. */
export async function subscribeToRequest(
  number: number,
  person: KnownPerson,
  ports: IntentPorts,
): Promise<Reply> {
  const request = await ports.lookup.byNumber(person.tenantId, number)
  if (request === undefined) return refuse({ is: 'no-such-request' }, ports)
  if (samePerson(request.requester, person))
    return { kind: 'text', text: ports.labels.waiting.toldAnyway(request.number) }
  return requestSnapshot(request, ports)
}
