import { describe, expect, it } from 'vitest'
import { loadTenant } from '../../src/simulator/simulator.ts'
import { simulatedArm } from './simulated-arm.ts'
import { body, fqdn, id, problemsOf } from './tenant-file.ts'

describe('a tenant file', () => {
  it('needs no more than id, name, location and mode of a workspace, and gets what ARM always answers', async () => {
    const rules = { mine: fqdn }
    const loaded = loadTenant(
      JSON.stringify({
        workspaces: [
          body('ws-one', { outboundRules: rules }),
          body('ws-two', { status: { status: 'Active' }, outboundRules: rules }),
        ],
      }),
    )
    if (!loaded.ok) throw new Error(loaded.problems.join())
    const arm = await simulatedArm({ tenant: loaded.tenant })
    const first = await arm.get(id('ws-one'))
    expect(first.body).toEqual({
      type: 'Microsoft.MachineLearningServices/workspaces',
      id: id('ws-one'),
      name: 'ws-one',
      location: 'West Europe',
      kind: 'Default',
      properties: {
        provisioningState: 'Succeeded',
        managedNetwork: {
          isolationMode: 'AllowOnlyApprovedOutbound',
          status: { status: 'Inactive', sparkReady: false },
          outboundRules: { mine: { ...fqdn, category: 'UserDefined', status: 'Inactive' } },
        },
      },
    })
    expect(await arm.ruleStatus(id('ws-two'), 'mine')).toBe('Active')
    const post = await arm.post(`${id('ws-one')}/provisionManagedNetwork`, {})
    expect(post.headers.get('location')).toContain('/locations/westeurope/')
    expect(post.headers.get('retry-after')).toBe('30')
  })

  it('keeps whatever else ARM says of a workspace, nulls included', async () => {
    const more = { tags: { team: 'risk' }, identity: { type: 'SystemAssigned' }, systemData: null }
    const workspace = body('ws-one', { changeableIsolationModes: [], firewallPublicIpAddress: null }, more)
    const loaded = loadTenant(JSON.stringify({ workspaces: [workspace] }))
    if (!loaded.ok) throw new Error(loaded.problems.join())
    const arm = await simulatedArm({ tenant: loaded.tenant })
    const read = await arm.get(id('ws-one'))
    expect(read.body).toMatchObject(more)
    expect(read.at('properties.managedNetwork')).toMatchObject({
      changeableIsolationModes: [],
      firewallPublicIpAddress: null,
    })
  })

  it('may hold several subscriptions, and words that Azure has not said yet', async () => {
    const other = { ...body('ws-one'), id: id('ws-one', 'sub-2') }
    const later = body('ws-two', {
      isolationMode: 'AllowWhatISay',
      outboundRules: { new: { type: 'Quantum', destination: { any: 1 }, status: 'Paused', category: 'Odd' } },
    })
    const loaded = loadTenant(JSON.stringify({ workspaces: [body('ws-one'), other, later] }))
    if (!loaded.ok) throw new Error(loaded.problems.join())
    const arm = await simulatedArm({ tenant: loaded.tenant })
    const list = await arm.get('/subscriptions', { version: '2022-12-01' })
    expect((list.at('value') as { subscriptionId: string }[]).map(each => each.subscriptionId)).toEqual([
      'sub-1',
      'sub-2',
    ])
    expect(await arm.ruleStatus(id('ws-two'), 'new')).toBe('Paused')
    expect((await arm.get(id('ws-one', 'sub-2'))).at('id')).toBe(id('ws-one', 'sub-2'))
  })

  it('may hold role assignments, role definitions and groups', () => {
    const tenant = {
      workspaces: [],
      roleAssignments: [{ principalId: 'p', scope: '/subscriptions/sub-1', role: 'Contributor' }],
      roleDefinitions: [{ name: 'Opener', actions: ['*/read'], notActions: [] }],
      groups: [{ id: 'g', members: ['p'] }],
    }
    expect(loadTenant(JSON.stringify(tenant))).toEqual({ ok: true, tenant })
  })

  it('may leave the network out of a project only', () => {
    const { managedNetwork: _gone, ...properties } = body('ws-one').properties
    expect(problemsOf({ workspaces: [{ ...body('ws-one'), kind: 'Project', properties }] })).toBe(
      'no problem',
    )
    expect(problemsOf({ workspaces: [{ ...body('ws-one'), kind: 'Hub', properties }] })).toBe(
      'At workspaces[0].properties.managedNetwork: This field is missing; only a Project may leave it out.',
    )
  })
})
