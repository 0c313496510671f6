import { isGranted, type Permissions, readAction } from '../changes/permissions.ts'
import { mayAsk, type Policy } from '../changes/policy.ts'
import { type Place, policyFor } from '../changes/policy-for.ts'
import type { ConversationReference } from '../conversation/messenger.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Fleet, GatewayTrouble } from '../workspace/gateway.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import type { FleetSeen, WorkspaceReader } from '../workspace/reader.ts'
import { partsOf, type WorkspaceId } from '../workspace/workspace-id.ts'

export interface Viewer {
  readonly person: KnownPerson
  readonly conversation: Pick<ConversationReference, 'key' | 'kind'>
  readonly policy: Policy
  readonly permissions: Permissions | 'policy-only'
}

export type Sight =
  | { readonly is: 'seen' | 'hidden' }
  | { readonly is: 'trouble'; readonly trouble: GatewayTrouble }

/**
 * Reads for one person in one place: a workspace that the policy keeps from them here, or that they may not read in Azure, does
 * not exist, in lists, suggestions and by its name. Where their permissions cannot be read, nothing is shown and it is said.
 */
export function visibleReader(reader: WorkspaceReader, viewer: Viewer): WorkspaceReader {
  const inAzure = (id: WorkspaceId) => sightInAzure(id, viewer)

  const narrowed = async (asked: Promise<FleetSeen>): Promise<FleetSeen> => {
    const seen = await asked
    if (!seen.ok) return seen
    const { fleet } = seen
    const spoken = fleet.workspaces.filter(workspace => maySpeakOf(workspace, viewer))
    const sights = await Promise.all(spoken.map(async ({ id }) => [id, await inAzure(id)] as const))
    const troubles = sights.flatMap(([id, sight]) =>
      sight.is === 'trouble' ? [{ id, trouble: sight.trouble }] : [],
    )
    const visible = spoken.filter((_, index) => sights[index]?.[1].is === 'seen')
    const [first] = troubles
    if (first !== undefined && visible.length === 0) return { ok: false, trouble: first.trouble }
    return { ...seen, fleet: { workspaces: visible, unread: unreadOf(fleet, visible, troubles) } }
  }

  return {
    read: async id => {
      const sight = await inAzure(id)
      if (sight.is === 'trouble') return { ok: false, trouble: sight.trouble }
      if (sight.is === 'hidden') return { ok: false, trouble: { is: 'not-found' } }
      const seen = await reader.read(id)
      return seen.ok && !maySpeakOf(seen.workspace, viewer)
        ? { ok: false, trouble: { is: 'not-found' } }
        : seen
    },
    fleet: () => narrowed(reader.fleet()),
    named: name => narrowed(reader.named(name)),
    recent: () => narrowed(reader.recent()),
    forget: reader.forget,
  }
}

/** Whether requests of a workspace exist for somebody here. One's own do wherever the workspace may be spoken of. */
export async function sightOf(place: Place, whose: 'own' | 'others', viewer: Viewer): Promise<Sight> {
  if (whose === 'own') return { is: isPlaceFor(place, viewer) ? 'seen' : 'hidden' }
  return maySpeakOf(place, viewer) ? sightInAzure(place.id, viewer) : { is: 'hidden' }
}

async function sightInAzure(id: WorkspaceId, { person, permissions }: Viewer): Promise<Sight> {
  if (permissions === 'policy-only') return { is: 'seen' }
  const grants = await permissions.inSubscription(person, partsOf(id).subscriptionId)
  if (!grants.ok) return { is: 'trouble', trouble: grants.trouble }
  return { is: isGranted(grants.value, id, readAction) ? 'seen' : 'hidden' }
}

function maySpeakOf(place: Place, viewer: Viewer): boolean {
  return mayAsk(policyFor(viewer.policy, place), viewer.person) && isPlaceFor(place, viewer)
}

/** Whether the workspace may be spoken of in this conversation. */
function isPlaceFor(place: Place, { policy, conversation }: Viewer): boolean {
  const here = policyFor(policy, place)
  if (here.conversations === undefined || conversation.kind === 'personal') return true
  // A channel's threads are one conversation.
  const channel = conversation.key.split(';')[0]
  return here.conversations.some(each => each.split(';')[0] === channel)
}

/** Which subscriptions could not be listed is for those who see something there, or whose own permissions could not be read. */
function unreadOf(
  { unread }: Fleet,
  visible: readonly Workspace[],
  troubles: readonly { readonly id: WorkspaceId; readonly trouble: GatewayTrouble }[],
): Fleet['unread'] {
  const known = new Set(visible.map(({ id }) => partsOf(id).subscriptionId.toLowerCase()))
  const own = new Map(troubles.map(({ id, trouble }) => [partsOf(id).subscriptionId, trouble]))
  return [
    ...unread.filter(({ subscriptionId }) => known.has(subscriptionId.toLowerCase())),
    ...[...own].map(([subscriptionId, trouble]) => ({ subscriptionId, trouble })),
  ]
}
