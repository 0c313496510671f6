import { describe, expect, it } from 'vitest'
import { effortOfHosts, effortOfProvisioning } from '../../src/knowledge/effort.ts'
import { fqdn, privateEndpoint, workspaceNamed } from '../cards/sample-tenant.ts'

describe('what more hosts cost and how long they take', () => {
  it.each([
    ['not provisioned: network and firewall come into being', 'Inactive', [], [30, 40], true, true],
    ['not provisioned, a rule stored', 'Inactive', [fqdn('a', ['hf.co'])], [30, 40], true, true],
    ['provisioned, no FQDN rule: the first one makes the firewall', 'Active', [], [20, 25], true, false],
    [
      'provisioned, only an endpoint: no firewall yet',
      'Active',
      [privateEndpoint('a')],
      [20, 25],
      true,
      false,
    ],
    ['provisioned, with an FQDN rule', 'Active', [fqdn('a', ['hf.co'])], [10, 15], false, false],
  ] as const)('%s', (_, status, rules, minutes, createsFirewall, provisions) => {
    const { network } = workspaceNamed('ws', { status, rules })
    expect(effortOfHosts(network)).toEqual({ minutes, createsFirewall, provisions })
  })
})

describe('what provisioning costs and how long it takes', () => {
  it.each([
    ['AllowOnlyApprovedOutbound', [fqdn('a', ['hf.co'])], [30, 40], true],
    ['AllowOnlyApprovedOutbound', [], [25, 30], false],
    ['AllowInternetOutbound', [], [25, 30], false],
  ] as const)('in %s with the rules %j', (isolationMode, rules, minutes, createsFirewall) => {
    const { network } = workspaceNamed('ws', { isolationMode, status: 'Inactive', rules })
    expect(effortOfProvisioning(network)).toEqual({ minutes, createsFirewall, provisions: true })
  })
})
