import { type LookUp, lookUp } from '../cards/look-up.ts'
import { notUnderstoodCard } from '../cards/not-understood-card.ts'
import type { Reply } from '../conversation/reply.ts'
import type { SuggestedMatter } from '../language/matter.ts'
import type { IntentPorts } from './intent-ports.ts'
import { targetsOf } from './targets.ts'

const offered: readonly SuggestedMatter[] = [
  ...(['can_use', 'required_fqdns', 'missing_rules', 'show_network', 'list_workspaces'] as const),
  ...(['describe_collection', 'compare_collections', 'deployment_options', 'connect_private'] as const),
  ...(['cost', 'public_access', 'licence_support', 'explain_network'] as const),
]
const offeredAtMost = 3

/**
 * A way on for whatever we do not understand: what may have been meant, as buttons that carry what the text names. Differs from
 * help: it says that it was not understood.
 */
export async function answerNotUnderstood(
  /** Names of intents, best first. */
  suggestions: readonly string[],
  { collections, models, fqdns, workspaces }: LookUp,
  { reader, library, labels }: IntentPorts,
): Promise<Reply> {
  const seen = await reader.recent()
  const example = seen.ok ? seen.fleet.workspaces[0]?.name : undefined
  const targets = await targetsOf({ workspaces, ids: [] }, reader)
  const ids = targets.flatMap(target => (target.is === 'found' ? [target.id] : []))
  const thing = models[0] ?? library.collection(collections[0] ?? '')?.name
  const workspace = targets.find(({ is }) => is === 'found')?.name
  const about = {
    ...(thing === undefined ? {} : { thing }),
    ...(workspace === undefined ? {} : { workspace }),
  }
  const maybe = suggestions
    .flatMap(name => offered.find(each => each === name) ?? [])
    .slice(0, offeredAtMost)
    .map(intent => ({ intent, asked: lookUp(intent, { collections, models, fqdns, ids }), ...about }))
  return {
    kind: 'card',
    ...notUnderstoodCard({ maybe, ...(example === undefined ? {} : { exampleWorkspace: example }) }, labels),
  }
}
