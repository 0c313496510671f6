import { isGranted, type Permissions, readAction } from '../changes/permissions.ts'
import { mayAsk, type Policy } from '../changes/policy.ts'
import { type Place, policyFor } from '../changes/policy-for.ts'
import type { ConversationReference } from '../conversation/messenger.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { GatewayTrouble } from '../workspace/gateway.ts'
import type { FleetSeen, WorkspaceReader } from '../workspace/reader.ts'
import { partsOf, type WorkspaceId } from '../workspace/workspace-id.ts'
import { type FleetNarrowing, fleetNarrowing, type GrantsIn } from './narrowed-fleet.ts'

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
  const { person, permissions } = viewer
  const inAzure = (id: WorkspaceId) => sightInAzure(id, viewer)
  const narrowing = narrowingFor(viewer)
  const grantsIn: GrantsIn | 'policy-only' =
    permissions === 'policy-only' ? permissions : id => permissions.inSubscription(person, id)

  const narrowed = async (asked: Promise<FleetSeen>): Promise<FleetSeen> => {
    const seen = await asked
    if (!seen.ok) return seen
    const { fleet, trouble } = await narrowing.narrow(seen.fleet, grantsIn)
    return trouble === undefined ? { ...seen, fleet } : { ok: false, trouble }
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
  const channel = channelOf(conversation.key)
  return here.conversations.some(each => channelOf(each) === channel)
}

const narrowings = new WeakMap<Policy, Map<string, FleetNarrowing>>()
const keptAtMost = 500

/** What is kept belongs to the policy, the person and the conversation; another one of any of them has its own. */
function narrowingFor(viewer: Viewer): FleetNarrowing {
  const { policy, person, conversation } = viewer
  const ofPolicy = narrowings.get(policy) ?? new Map<string, FleetNarrowing>()
  narrowings.set(policy, ofPolicy)
  const tellsPlaces = [policy, ...(policy.rules ?? []).map(({ sets }) => sets)].some(
    ({ conversations }) => conversations !== undefined,
  )
  const place = !tellsPlaces || conversation.kind === 'personal' ? '' : channelOf(conversation.key)
  const key = JSON.stringify([person.tenantId, person.objectId, place])
  const known = ofPolicy.get(key)
  if (known !== undefined) return known
  if (ofPolicy.size >= keptAtMost) ofPolicy.clear()
  const made = fleetNarrowing(workspace => maySpeakOf(workspace, viewer))
  ofPolicy.set(key, made)
  return made
}

/** A channel's threads are one conversation. */
function channelOf(key: string): string {
  return key.split(';')[0] ?? key
}
