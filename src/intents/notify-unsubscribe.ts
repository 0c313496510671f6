import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { type WorkspaceId, workspaceKey } from '../workspace/workspace-id.ts'
import type { IntentPorts } from './intent-ports.ts'

/** "Stop": ends what this person waits for, or the waiting for one workspace. Of one's own requests one always hears. */
export async function answerUnsubscribe(
  person: KnownPerson,
  workspace: WorkspaceId | undefined,
  { subscriptions, labels }: Pick<IntentPorts, 'subscriptions' | 'labels'>,
): Promise<Reply> {
  const ended = await subscriptions.unsubscribe(
    person,
    workspace === undefined ? undefined : workspaceKey(workspace),
  )
  return { kind: 'text', text: labels.waiting.stopped(ended) }
}
