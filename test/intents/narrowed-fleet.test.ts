import { expect, it } from 'vitest'
import { fleetNarrowing } from '../../src/intents/narrowed-fleet.ts'
import type { Fleet } from '../../src/workspace/gateway.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import type { WorkspaceId } from '../../src/workspace/workspace-id.ts'

const readers = [{ actions: ['*/read'], notActions: [] }]
const grantsOn = (...subscriptions: readonly string[]) => ({
  ok: true as const,
  value: subscriptions.flatMap(id => readers.map(role => ({ scope: `/subscriptions/${id}`, ...role }))),
})

function workspace(subscription: string, name: string): Workspace {
  const id =
    `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/${name}` as WorkspaceId
  const network = { isolationMode: 'AllowOnlyApprovedOutbound', rules: [] } as unknown as Workspace['network']
  return { id, name, network } as Workspace
}

const fleet = (): Fleet => ({
  workspaces: [workspace('one', 'a'), workspace('two', 'b'), workspace('one', 'secret')],
  unread: [],
})
const names = ({ workspaces }: Fleet) => workspaces.map(({ name }) => name)
const spoken = ({ name }: Workspace) => name !== 'secret'

it('shows what the policy speaks of and Azure lets read, in the order of the list', async () => {
  const narrowing = fleetNarrowing(spoken)
  const all = fleet()
  expect(names((await narrowing.narrow(all, 'policy-only')).fleet)).toEqual(['a', 'b'])
  expect(names((await narrowing.narrow(all, async id => grantsOn(id))).fleet)).toEqual(['a', 'b'])
  expect(names((await narrowing.narrow(all, async () => grantsOn('two'))).fleet)).toEqual(['b'])
})

it('gives the same list again while nothing changed, and another one as soon as a permission did', async () => {
  const narrowing = fleetNarrowing(spoken)
  const all = fleet()
  const grants = { one: grantsOn('one'), two: grantsOn('two') }
  const first = await narrowing.narrow(all, async id => grants[id as 'one'])
  expect((await narrowing.narrow(all, async id => grants[id as 'one'])).fleet).toBe(first.fleet)
  expect(names((await narrowing.narrow(all, async () => grants.two)).fleet)).toEqual(['b'])
  expect(names((await narrowing.narrow(fleet(), async () => grants.one)).fleet)).toEqual(['a'])
})

it('says in which subscriptions permissions could not be read, and shows nothing where none could', async () => {
  const narrowing = fleetNarrowing(spoken)
  const trouble = { is: 'timed-out' } as const
  const half = await narrowing.narrow(fleet(), async id =>
    id === 'one' ? { ok: false, trouble } : grantsOn(id),
  )
  expect(names(half.fleet)).toEqual(['b'])
  expect(half.fleet.unread).toEqual([{ subscriptionId: 'one', trouble }])
  expect((await narrowing.narrow(fleet(), async () => ({ ok: false, trouble }))).trouble).toEqual(trouble)
})
