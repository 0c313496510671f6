import { troubleCard } from '../cards/trouble-card.ts'
import { unrequestedCard } from '../cards/unrequested-card.ts'
import { unrequestedIn } from '../changes/drift.ts'
import type { Reply } from '../conversation/reply.ts'
import { partsOf, type WorkspaceId, workspaceKey } from '../workspace/workspace-id.ts'
import type { IntentPorts } from './intent-ports.ts'
import { judgedNetwork } from './judged-network.ts'

/** "What is open in ws-prod that nobody asked for?": hosts in people's own rules for which no request here is on record. */
export async function answerUnrequested(id: WorkspaceId, ports: IntentPorts): Promise<Reply> {
  const { labels, requests, tenantId, now } = ports
  const seen = await judgedNetwork(id, ports.reader)
  if (!seen.ok)
    return { kind: 'card', ...troubleCard({ trouble: seen.trouble, workspace: partsOf(id).name }, labels) }
  const { judged, freshness } = seen
  const done = await requests.doneIn(workspaceKey(judged.id))
  const ours = done.filter(({ requester }) => requester.tenantId === tenantId)
  const hosts = unrequestedIn(ours, judged, now())
  return { kind: 'card', ...unrequestedCard({ workspace: judged, hosts, freshness }, labels) }
}
