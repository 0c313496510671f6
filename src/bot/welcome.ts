import { welcomeCard } from '../cards/welcome-card.ts'
import { approverNamesAnywhere, mayAsk } from '../changes/policy.ts'
import type { InstallationIncoming } from '../conversation/incoming.ts'
import type { Reply } from '../conversation/reply.ts'
import { answerHelp } from '../intents/help.ts'
import type { IntentPorts } from '../intents/intent-ports.ts'

/**
 * The bot was added somewhere: what it is, and what works already. Once for each installation, although Teams tells of one in
 * two activities. Whoever may not ask gets help, which names nothing of ours.
 */
export async function welcome(incoming: InstallationIncoming, ports: IntentPorts): Promise<Reply> {
  const { conversation, person } = incoming
  const { references, policy, reader, labels } = ports
  if (!(await references.remember(conversation, person))) return { kind: 'nothing' }
  if (!mayAsk(policy(), person)) return answerHelp(person, ports)
  const listed = await reader.recent()
  const example = listed.ok ? listed.fleet.workspaces[0]?.name : undefined
  return {
    kind: 'card',
    ...welcomeCard(
      {
        where: conversation.kind,
        workspaces: listed.ok
          ? {
              is: 'seen',
              count: listed.fleet.workspaces.length,
              unread: listed.fleet.unread.length,
              ...(example === undefined ? {} : { example }),
            }
          : { is: 'not-read', trouble: listed.trouble },
        approvers: approverNamesAnywhere(policy()),
        approvals: await approvalsFrom(incoming, ports),
      },
      labels,
    ),
  }
}

/** Where cards to decide go, in the same order in which they are sent. */
async function approvalsFrom(
  { conversation: { tenantId, key } }: InstallationIncoming,
  { policy, references }: IntentPorts,
): Promise<'here' | 'elsewhere' | 'unknown' | 'thread'> {
  const { approvalsConversation } = policy()
  if (approvalsConversation !== undefined) {
    const named = await references.conversation(tenantId, approvalsConversation)
    if (named === undefined) return 'unknown'
    return named.key === key ? 'here' : 'elsewhere'
  }
  const chosen = await references.approvalsPlace(tenantId)
  if (chosen === undefined) return 'thread'
  return chosen.key === key ? 'here' : 'elsewhere'
}
