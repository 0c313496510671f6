import { linkCard } from '../cards/link-card.ts'
import { isKeptOut, mayAsk } from '../changes/policy.ts'
import type { LinkIncoming } from '../conversation/incoming.ts'
import type { Reply } from '../conversation/reply.ts'
import { workspaceOfLink } from '../workspace/workspace-link.ts'
import type { IntentPorts } from './intent-ports.ts'
import { judgedNetwork } from './judged-network.ts'
import { refuse } from './refuse.ts'

/** A pasted link of studio or the portal: the workspace's network in short, for those who may ask. A link to anything else is none of ours. */
export async function answerLink(incoming: LinkIncoming, ports: IntentPorts): Promise<Reply> {
  const { person, url, anonymous } = incoming
  // Teams does not say who it is.
  if (anonymous) return { kind: 'text', text: ports.labels.link.anonymous }
  if (isKeptOut(ports.policy(), person)) return refuse({ is: 'guest', known: person.guest === 'yes' }, ports)
  if (!mayAsk(ports.policy(), person)) return refuse({ is: 'may-not-ask' }, ports)
  const id = workspaceOfLink(url)
  if (id === undefined) return { kind: 'nothing' }
  const seen = await judgedNetwork(id, ports.reader)
  if (!seen.ok) return refuse({ is: 'azure-trouble', trouble: seen.trouble }, ports)
  const { workspace, hub, freshness } = seen
  return {
    kind: 'card',
    ...linkCard({ workspace, freshness, ...(hub === undefined ? {} : { hub }) }, ports.labels),
  }
}
