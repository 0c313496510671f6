import { randomUUID } from 'node:crypto'
import { expect, it, onTestFinished } from 'vitest'
import { simulatorCredential } from '../../../src/adapters/azure/credentials.ts'
import { azureDirectory } from '../../../src/adapters/azure/directory.ts'
import { builtInTenant, startSimulator } from '../../../src/simulator/simulator.ts'

const id = (last: string) => `cccccccc-0000-4000-8000-00000000000${last}`
const [team, inner, ring] = [id('a'), id('b'), id('c')]

async function directory() {
  const simulator = await startSimulator({
    tenant: {
      ...builtInTenant,
      groups: [
        { id: team, members: [id('1'), inner, id('2')] },
        { id: inner.toUpperCase(), members: [id('3'), ring, id('1')] },
        { id: ring, members: [inner, id('4'), id('5')] },
      ],
      guests: [id('5')],
    },
    clock: Date,
    newId: randomUUID,
    pageSize: 2,
  })
  onTestFinished(() => simulator.close())
  const { members } = azureDirectory({
    credential: simulatorCredential(simulator.url),
    endpoint: simulator.url,
  })
  const fault = (fault: object) =>
    fetch(`${simulator.url}/_sim/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ match: { pathContains: '/transitiveMembers' }, fault }]),
    })
  return { members, fault }
}

it('reads who is in a group, in groups in it and in circles of them, page by page, and who is a guest', async () => {
  const { members } = await directory()
  const read = await members(team)
  const found = read.ok ? read.value : []
  expect(found.map(({ objectId }) => objectId).toSorted()).toEqual(['1', '2', '3', '4', '5'].map(id))
  expect(found.filter(({ guest }) => guest)).toEqual([{ objectId: id('5'), guest: true }])
})

it('finds nobody in a group that does not exist', async () => {
  const { members } = await directory()
  expect(await members(id('f'))).toEqual({ ok: true, value: [] })
})

it.each([
  [{ is: 'status', status: 403, message: 'Insufficient privileges.' }, 'forbidden'],
  [{ is: 'status', status: 503 }, 'unavailable'],
  [{ is: 'reset' }, 'unavailable'],
])('tells what it could not read as trouble, and not as an empty group: %o', async (broken, trouble) => {
  const { members, fault } = await directory()
  await fault(broken)
  expect(await members(team)).toMatchObject({ ok: false, trouble: { is: trouble } })
})
