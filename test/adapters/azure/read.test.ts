import { afterEach, describe, expect, it } from 'vitest'
import { type Asked, fakeArm, gatewayAt, secret, type Told, workspaceBody, workspaceId } from './fake-arm.ts'

const approved = {
  isolationMode: 'AllowOnlyApprovedOutbound',
  status: { status: 'Active', sparkReady: true },
}
const id = workspaceId('ws-prod')

let close = async () => {}
afterEach(() => close())

async function arm(workspace: Told, rules: Told = { status: 200, body: { value: [] } }) {
  const fake = await fakeArm(asked => (asked.path.endsWith('/outboundRules') ? rules : workspace))
  close = fake.close
  return fake
}

function paths(asked: readonly Asked[]): string[] {
  return asked.map(each => `${each.method} ${each.path}?api-version=${each.query['api-version']}`).sort()
}

describe('reading a workspace', () => {
  it('asks for the workspace and its rules, in two calls with a token and the api-version', async () => {
    const fake = await arm({ status: 200, body: workspaceBody('ws-prod', approved) })
    const answer = await gatewayAt(fake.url).read(id)
    expect(paths(fake.asked)).toEqual([
      `GET ${id}/outboundRules?api-version=2025-06-01`,
      `GET ${id}?api-version=2025-06-01`,
    ])
    expect(fake.asked.map(each => each.headers.authorization)).toEqual([
      `Bearer ${secret}`,
      `Bearer ${secret}`,
    ])
    expect(answer).toEqual({
      ok: true,
      value: {
        id,
        name: 'ws-prod',
        location: 'westeurope',
        kind: 'Default',
        publicNetworkAccess: 'Disabled',
        provisioningState: 'Succeeded',
        privateEndpointConnections: 0,
        network: {
          isolationMode: 'AllowOnlyApprovedOutbound',
          isolationModeAsRead: 'AllowOnlyApprovedOutbound',
          status: 'Active',
          sparkReady: true,
          rules: [],
        },
      },
    })
  })

  it('takes the list as the rule set, not the map in the workspace, and follows its pages', async () => {
    const stale = {
      old: { type: 'FQDN', destination: 'old.example', category: 'UserDefined', status: 'Active' },
    }
    const next = `https://management.azure.com${id}/outboundRules?$skip=1`
    const rule = (name: string) => ({
      id: `ws-prod/outboundRules/${name}`,
      name,
      location: null,
      properties: {
        type: 'FQDN',
        destination: ' a.example, *.b.example ',
        category: 'UserDefined',
        status: 'Active',
      },
    })
    const fake = await fakeArm(asked => {
      if (!asked.path.endsWith('/outboundRules')) {
        return { status: 200, body: workspaceBody('ws-prod', { ...approved, outboundRules: stale }) }
      }
      if (asked.query.$skip === '1') return { status: 200, body: { value: [rule('two')], nextLink: null } }
      return { status: 200, body: { value: [rule('one')], nextLink: next } }
    })
    close = fake.close
    const answer = await gatewayAt(fake.url).read(id)
    expect(answer.ok && answer.value.network.rules.map(each => each.name)).toEqual(['one', 'two'])
    expect(answer.ok && answer.value.network.rules[0]).toMatchObject({
      destinations: ['a.example', '*.b.example'],
    })
    expect(fake.asked.every(each => each.query['api-version'] === '2025-06-01')).toBe(true)
  })

  it('needs no list of rules where the network is not managed', async () => {
    const project = workspaceBody('ws-prod', undefined, { hubResourceId: workspaceId('hub-1') })
    const fake = await arm({ status: 200, body: { ...project, kind: 'Project' } }, { status: 404 })
    const answer = await gatewayAt(fake.url).read(id)
    expect(answer.ok && answer.value).toMatchObject({
      kind: 'Project',
      hubId: workspaceId('hub-1'),
      network: { isolationMode: 'Disabled', isolationModeAsRead: 'Disabled', rules: [] },
    })
  })

  it('refuses a rule list whose next page lies elsewhere, and never asks there', async () => {
    const stranger = await fakeArm(() => ({ status: 200, body: { value: [] } }))
    const list = { status: 200, body: { value: [], nextLink: `${stranger.url}/rules` } }
    const fake = await arm({ status: 200, body: workspaceBody('ws-prod', approved) }, list)
    const answer = await gatewayAt(fake.url).read(id)
    expect(answer).toMatchObject({ ok: false, trouble: { is: 'not-understood' } })
    expect(stranger.asked).toEqual([])
    await stranger.close()
  })

  it('logs the path and outcome of each call, and no token', async () => {
    const fake = await arm(
      {
        status: 200,
        body: workspaceBody('ws-prod', approved),
        headers: { 'x-ms-correlation-request-id': 'c-1' },
      },
      { status: 403 },
    )
    const log: unknown[] = []
    await gatewayAt(fake.url, { log: entry => log.push(entry) }).read(id)
    expect(log).toContainEqual({ call: `GET ${id}`, status: 200, correlationId: 'c-1' })
    expect(log).toContainEqual({ call: `GET ${id}/outboundRules`, status: 403 })
    expect(JSON.stringify(log)).not.toContain(secret)
  })
})
