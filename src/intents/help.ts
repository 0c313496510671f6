import { helpCard } from '../cards/help-card.ts'
import { isApprover, mayAsk } from '../changes/policy.ts'
import type { Person } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { IntentPorts } from './intent-ports.ts'

/** What can be asked here. Everybody may read it; who may not ask learns nothing else, not even a workspace's name. */
export async function answerHelp(person: Person, { policy, reader, labels }: IntentPorts): Promise<Reply> {
  const asker = mayAsk(policy(), person)
  const seen = asker ? await reader.recent() : undefined
  const example = seen?.ok === true ? seen.fleet.workspaces[0]?.name : undefined
  return {
    kind: 'card',
    ...helpCard(
      {
        mayAsk: asker,
        isApprover: isApprover(policy(), person),
        ...(example === undefined ? {} : { exampleWorkspace: example }),
      },
      labels,
    ),
  }
}
