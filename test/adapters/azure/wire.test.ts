import { describe, expect, it } from 'vitest'
import { namedRuleOf, workspaceOf } from '../../../src/adapters/azure/wire.ts'
import { ruleOf } from '../../../src/adapters/azure/wire-rule.ts'
import { workspaceBody, workspaceId } from './fake-arm.ts'

const network = {
  isolationMode: 'AllowOnlyApprovedOutbound',
  status: { status: 'Active', sparkReady: false },
  firewallSku: 'Standard',
  networkId: 'n-1',
  changeableIsolationModes: [],
  outboundRules: {
    hf: { type: 'FQDN', destination: 'a.example, b.example', category: 'UserDefined', status: 'Active' },
  },
}

describe('a workspace on the wire', () => {
  it('may lack everything but its id and properties', () => {
    expect(workspaceOf({ id: workspaceId('ws-old'), properties: {} })).toEqual({
      id: workspaceId('ws-old'),
      name: 'ws-old',
      location: '',
      kind: 'Default',
      publicNetworkAccess: 'Enabled',
      privateEndpointConnections: 0,
      network: {
        isolationMode: 'Disabled',
        isolationModeAsRead: 'Disabled',
        status: 'Inactive',
        sparkReady: false,
        rules: [],
      },
    })
  })

  it('keeps a mode that we do not know, and concludes nothing from it', () => {
    const body = workspaceBody('ws-a', { ...network, isolationMode: 'AllowNothing' })
    expect(workspaceOf(body)?.network).toMatchObject({
      isolationMode: 'unknown',
      isolationModeAsRead: 'AllowNothing',
    })
  })

  it.each([
    ['an unknown word', { status: 'Resting', sparkReady: true }, 'Inactive'],
    ['null', null, 'Inactive'],
    ['Active without a word on Spark', { status: 'Active', sparkReady: null }, 'Active'],
  ])('reads a network status of %s', (_name, status, expected) => {
    expect(workspaceOf(workspaceBody('ws-a', { ...network, status }))?.network.status).toBe(expected)
  })

  it('counts its private endpoints and keeps its words', () => {
    const properties = { privateEndpointConnections: [{}, {}], provisioningState: 'Updating' }
    expect(workspaceOf({ ...workspaceBody('ws-a', network, properties), kind: 'Hub' })).toMatchObject({
      privateEndpointConnections: 2,
      provisioningState: 'Updating',
      kind: 'Hub',
      network: { firewallSku: 'Standard' },
    })
  })

  it.each([
    ['no id', { properties: {} }],
    ['the id of something else', { ...workspaceBody('ws-a'), id: `${workspaceId('ws-a')}/outboundRules/x` }],
    ['no properties', { id: workspaceId('ws-a') }],
    ['a managed network that is a text', workspaceBody('ws-a', 'yes')],
    ['rules that are no map', workspaceBody('ws-a', { ...network, outboundRules: 'none' })],
  ])('is refused with %s', (_name, body) => {
    expect(workspaceOf(body)).toBeUndefined()
  })
})

describe('a rule on the wire', () => {
  const basics = { name: 'r', category: 'UserDefined', status: 'Failed' }
  const wire = { category: 'UserDefined', status: 'Failed' }

  it.each<[string, unknown, unknown]>([
    [
      'a private endpoint',
      {
        ...wire,
        type: 'PrivateEndpoint',
        destination: { serviceResourceId: '/x', subresourceTarget: 'blob', sparkEnabled: true },
        fqdns: null,
      },
      { ...basics, type: 'PrivateEndpoint', serviceResourceId: '/x', subresourceTarget: 'blob' },
    ],
    [
      'a service tag',
      {
        ...wire,
        type: 'ServiceTag',
        destination: { serviceTag: 'AzureMonitor', protocol: 'TCP', portRanges: '443', action: 'Allow' },
      },
      { ...basics, type: 'ServiceTag', serviceTag: 'AzureMonitor', protocol: 'TCP', portRanges: '443' },
    ],
    [
      'a service tag by addresses, for any protocol',
      { ...wire, type: 'ServiceTag', destination: { serviceTag: 'x', protocol: null, portRanges: null } },
      { ...basics, type: 'ServiceTag', serviceTag: 'x', protocol: '*', portRanges: '*' },
    ],
    [
      'a failed rule with its reason',
      { ...wire, type: 'FQDN', destination: 'a.example', errorInformation: 'The firewall is full.' },
      { ...basics, type: 'FQDN', destinations: ['a.example'], error: 'The firewall is full.' },
    ],
    [
      'an FQDN rule without hosts, which covers nothing',
      { ...wire, type: 'FQDN', destination: null },
      { ...basics, type: 'FQDN', destinations: [] },
    ],
    [
      'a private endpoint to nowhere',
      { ...wire, type: 'PrivateEndpoint', destination: null },
      { ...basics, type: 'Other', typeAsRead: 'PrivateEndpoint' },
    ],
    [
      'a type that we do not know',
      { ...wire, type: 'Asn', destination: 64512 },
      { ...basics, type: 'Other', typeAsRead: 'Asn' },
    ],
    [
      'a status that we do not know',
      { ...wire, type: 'FQDN', destination: 'a', status: 'Resting' },
      { ...basics, type: 'FQDN', destinations: ['a'], status: 'Resting' },
    ],
    [
      'nothing at all',
      null,
      { name: 'r', type: 'Other', typeAsRead: 'unknown', category: 'unknown', status: 'unknown' },
    ],
  ])('is read as %s', (_name, properties, expected) => {
    expect(ruleOf('r', properties)).toEqual(expected)
  })

  it('is known by its name: the id may be malformed, and names are not judged', () => {
    const item = {
      id: 'ws/outboundRules/test21',
      location: null,
      tags: null,
      systemData: null,
      properties: wire,
    }
    expect(namedRuleOf({ ...item, name: '__SYS_PE_a.b_blob_1234567890abcdef' })?.name).toBe(
      '__SYS_PE_a.b_blob_1234567890abcdef',
    )
    expect(namedRuleOf(item)).toBeUndefined()
  })
})
