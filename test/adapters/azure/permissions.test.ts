import { randomUUID } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { simulatorCredential } from '../../../src/adapters/azure/credentials.ts'
import { azurePermissions } from '../../../src/adapters/azure/permissions.ts'
import { actionsOf, isGranted, readAction } from '../../../src/changes/permissions.ts'
import { rememberedPermissions } from '../../../src/changes/remembered-permissions.ts'
import { builtInTenant, loadTenant, startSimulator, type Tenant } from '../../../src/simulator/simulator.ts'
import { parseWorkspaceId } from '../../../src/workspace/workspace-id.ts'

const subscription = '11111111-2222-4333-8444-555555555555'
const tenantId = '0f0f0f0f-1111-4222-8333-444444444444'
const group = `/subscriptions/${subscription}/resourceGroups/rg-ml-prod`
const prod = parseWorkspaceId(`${group}/providers/Microsoft.MachineLearningServices/workspaces/ws-prod`)
if (prod === undefined) throw new Error('ws-prod has an id')
const write = actionsOf([{ do: 'put-rule', ruleName: 'r', hosts: [] }])[0] ?? ''
const provision = actionsOf([{ do: 'provision', includeSpark: false }])[0] ?? ''
const remove = actionsOf([{ do: 'delete-rule', ruleName: 'r', hosts: [] }])[0] ?? ''
const id = (last: string) => `cccccccc-0000-4000-8000-00000000000${last}`
const one = { tenantId, objectId: id('1') }

async function azureWith(access: Partial<Tenant>) {
  const loaded = loadTenant(JSON.stringify({ workspaces: builtInTenant.workspaces, ...access }))
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
  const simulator = await startSimulator({
    tenant: loaded.tenant,
    clock: Date,
    newId: randomUUID,
    pageSize: 2,
  })
  onTestFinished(() => simulator.close())
  const permissions = azurePermissions({
    credential: simulatorCredential(simulator.url),
    endpoint: simulator.url,
  })
  const may = async (action: string, who = one) => {
    const [live, listed] = await Promise.all([
      permissions.onWorkspace(who, prod ?? never()),
      permissions.inSubscription(who, subscription),
    ])
    if (!live.ok || !listed.ok) throw new Error(JSON.stringify([live, listed]))
    const answers = [live, listed].map(({ value }) => isGranted(value, prod ?? never(), action))
    expect(answers[0]).toBe(answers[1])
    return answers[0]
  }
  const fault = (fault: object) =>
    fetch(`${simulator.url}/_sim/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ match: { method: 'GET' }, fault }]),
    })
  return { permissions, may, fault }
}

function never(): never {
  throw new Error('unreachable')
}

describe('what Azure lets a person do', () => {
  it('is what the table of the built-in tenant says: Dana reads, Ada and Amir change, Mallory nothing', async () => {
    const { may } = await azureWith({})
    const people = [
      'd0000000-0000-4000-8000-00000000000d',
      'a0000000-0000-4000-8000-00000000000a',
      'a1000000-0000-4000-8000-00000000000b',
      'e0000000-0000-4000-8000-00000000000e',
    ]
    const all = people.map(objectId => ({ tenantId, objectId }))
    expect(await Promise.all(all.map(who => may(readAction, who)))).toEqual([true, true, true, false])
    expect(await Promise.all(all.map(who => may(write, who)))).toEqual([false, true, true, false])
  })

  it.each<[string, string, boolean]>([
    ['the tenant', '/', true],
    ['a management group', '/providers/Microsoft.Management/managementGroups/all', true],
    ['the subscription', `/subscriptions/${subscription.toUpperCase()}`, true],
    ['its resource group', group, true],
    ['the workspace itself', prod, true],
    ['another resource group', `${group}-2`, false],
    ['another workspace', `${prod}2`, false],
    ['something inside the workspace', `${prod}/computes/c`, false],
    ['another subscription', '/subscriptions/99999999-2222-4333-8444-555555555555', false],
  ])('holds below where it is assigned: %s', async (_, scope, expected) => {
    const { may } = await azureWith({
      roleAssignments: [{ principalId: one.objectId, scope, role: 'Contributor' }],
    })
    expect(await may(write)).toBe(expected)
  })

  it.each<[string, string, Record<string, boolean>]>([
    ['Owner', 'Owner', { [readAction]: true, [write]: true, [provision]: true, [remove]: true }],
    ['Reader', 'acdd72a7-3385-48ef-bd42-f606fba81ae7', { [readAction]: true, [write]: false }],
    // Its actions and notActions let it open the firewall (built-in-roles): a role for ML is no approver.
    [
      'AzureML Data Scientist',
      'AzureML Data Scientist',
      { [readAction]: true, [write]: true, [remove]: true },
    ],
    ['AzureML Compute Operator', 'AzureML Compute Operator', { [readAction]: false, [write]: false }],
    ['a role with a star inside', 'Opener', { [readAction]: true, [write]: true, [remove]: false }],
    [
      'a role that takes out what it gives',
      'Watcher',
      { [readAction]: true, [write]: false, [provision]: true },
    ],
  ])('is told by actions and notActions: %s', async (_, role, expected) => {
    const { may } = await azureWith({
      roleAssignments: [{ principalId: one.objectId, scope: group, role }],
      roleDefinitions: [
        { name: 'Opener', actions: ['*/READ', 'Microsoft.MachineLearningServices/*/outboundRules/write'] },
        {
          name: 'Watcher',
          actions: ['Microsoft.MachineLearningServices/*'],
          notActions: ['*/outboundRules/*'],
        },
      ],
    })
    for (const [action, is] of Object.entries(expected))
      expect([action, await may(action)]).toEqual([action, is])
  })

  it('comes through groups in groups, and what one role leaves out another gives; over several pages', async () => {
    const { may } = await azureWith({
      groups: [
        { id: id('a'), members: [id('b')] },
        { id: id('b'), members: [id('c'), one.objectId.toUpperCase()] },
        { id: id('c'), members: [id('b')] },
        { id: id('d'), members: [id('2')] },
      ],
      roleAssignments: [
        { principalId: id('c'), scope: group, role: 'Reader' },
        { principalId: id('b'), scope: group, role: 'Watcher' },
        { principalId: id('d'), scope: group, role: 'Owner' },
        { principalId: one.objectId, scope: group, role: 'Reader' },
        { principalId: id('a'), scope: group, role: 'Opener' },
      ],
      roleDefinitions: [
        { name: 'Watcher', actions: ['*'], notActions: ['*/outboundRules/write'] },
        { name: 'Opener', actions: [write] },
      ],
    })
    expect(await Promise.all([write, remove].map(action => may(action)))).toEqual([true, true])
    expect(await may(write, { tenantId, objectId: id('3') })).toBe(false)
  })

  it.each<[object, string]>([
    [
      { is: 'status', status: 403, code: 'AuthorizationFailed', message: 'No roleAssignments/read.' },
      'forbidden',
    ],
    [{ is: 'status', status: 500 }, 'unavailable'],
    [{ is: 'reset' }, 'unavailable'],
  ])('is trouble where it cannot be read: %j', async (fault, trouble) => {
    const { permissions, fault: make } = await azureWith({})
    await make(fault)
    expect(await permissions.onWorkspace(one, prod)).toMatchObject({ ok: false, trouble: { is: trouble } })
  })

  it('is nothing for an id that is none, which would stand in a filter', async () => {
    const { permissions } = await azureWith({})
    const who = { tenantId, objectId: `x') or principalId eq '${id('1')}` }
    expect(await permissions.onWorkspace(who, prod)).toEqual({ ok: true, value: [] })
  })
})

it('what is remembered lasts a minute, is shared, and is never trouble nor of one workspace', async () => {
  let now = 0
  let asked = 0
  let sound = true
  const answer = async () => {
    asked += 1
    return sound ? ({ ok: true, value: [] } as const) : ({ ok: false, trouble: { is: 'timed-out' } } as const)
  }
  const remembered = rememberedPermissions({ inSubscription: answer, onWorkspace: answer }, () => now)
  const look = () => remembered.inSubscription(one, subscription)
  await Promise.all([look(), look()])
  expect(asked).toBe(1)
  await remembered.inSubscription({ ...one, objectId: id('2') }, subscription)
  now = 60_000
  sound = false
  await look()
  await look()
  expect(asked).toBe(4)
  await remembered.onWorkspace(one, prod)
  await remembered.onWorkspace(one, prod)
  expect(asked).toBe(6)
})
