import { troubleCard } from '../cards/trouble-card.ts'
import { workspacesCard } from '../cards/workspaces-card.ts'
import type { Reply } from '../conversation/reply.ts'
import type { IntentPorts } from './intent-ports.ts'

/** "Which workspaces are there?" */
export async function answerListWorkspaces({ reader, labels }: IntentPorts): Promise<Reply> {
  const seen = await reader.fleet()
  if (!seen.ok) return { kind: 'card', ...troubleCard({ trouble: seen.trouble }, labels) }
  return { kind: 'card', ...workspacesCard({ ...seen.fleet, freshness: seen.freshness }, labels) }
}
