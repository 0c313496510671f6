import { describe, expect, it } from 'vitest'
import { builtInTenant, loadTenant } from '../../src/simulator/simulator.ts'

describe('the built-in tenant', () => {
  it('is what its own file would be', () => {
    expect(loadTenant(JSON.stringify(builtInTenant))).toEqual({ ok: true, tenant: builtInTenant })
  })

  function hostsOf(name: string): string[] {
    const workspace = builtInTenant.workspaces.find(each => each.name === name)
    const rules = Object.values(workspace?.properties.managedNetwork?.outboundRules ?? {})
    return rules.flatMap(rule => (rule.type === 'FQDN' ? String(rule.destination).split(', ') : []))
  }
  const documented = [
    'docker.io',
    'huggingface.co',
    'production.cloudflare.docker.com',
    'cdn-lfs.huggingface.co',
    'cdn.auth0.com',
  ]
  const covered = (hosts: string[], host: string) =>
    hosts.some(each => each === host || (each.startsWith('*.') && host.endsWith(each.slice(1))))
  const missing = (name: string) => documented.filter(host => !covered(hostsOf(name), host))

  it('lacks three of the documented Hugging Face hosts in ws-prod, and none of the packages', () => {
    expect(missing('ws-prod')).toEqual(['docker.io', 'production.cloudflare.docker.com', 'cdn.auth0.com'])
    for (const host of [
      '*.anaconda.org',
      '*.anaconda.com',
      'anaconda.com',
      'pypi.org',
      '*.pythonhosted.org',
      '*.pytorch.org',
      'pytorch.org',
    ]) {
      expect(hostsOf('ws-prod')).toContain(host)
    }
  })

  it('has every documented host in genai-hub, but no later one', () => {
    expect(missing('genai-hub')).toEqual([])
    expect(hostsOf('genai-hub').filter(host => host.startsWith('*'))).toEqual([])
  })

  it('has every host in ws-staging, one of them by a rule that failed', () => {
    expect(missing('ws-staging')).toEqual([])
    const staging = builtInTenant.workspaces.find(each => each.name === 'ws-staging')
    const failed = Object.values(staging?.properties.managedNetwork?.outboundRules ?? {}).filter(
      rule => rule.status === 'Failed',
    )
    expect(failed).toMatchObject([
      { destination: 'cdn.auth0.com', errorInformation: expect.stringContaining('timed out') },
    ])
  })

  it.each([
    ['ws-prod', 'AllowOnlyApprovedOutbound', 'Active', 'Disabled'],
    ['ws-dev', 'AllowInternetOutbound', 'Active', 'Enabled'],
    ['ws-research', 'AllowOnlyApprovedOutbound', 'Inactive', 'Disabled'],
    ['ws-public', 'Disabled', undefined, 'Enabled'],
    ['genai-hub', 'AllowOnlyApprovedOutbound', 'Active', 'Disabled'],
    ['genai-playground', undefined, undefined, 'Disabled'],
    ['ws-staging', 'AllowOnlyApprovedOutbound', 'Active', 'Disabled'],
  ])('has %s with mode %s, network %s and public access %s', (name, mode, status, access) => {
    const workspace = builtInTenant.workspaces.find(each => each.name === name)
    const network = workspace?.properties.managedNetwork
    expect([
      network?.isolationMode,
      network?.status?.status,
      workspace?.properties.publicNetworkAccess,
    ]).toEqual([mode, status, access])
  })

  it('has only inactive rules, and none with a host, where the network is not provisioned', () => {
    expect(hostsOf('ws-research')).toEqual([])
    const research = builtInTenant.workspaces.find(each => each.name === 'ws-research')
    const rules = Object.values(research?.properties.managedNetwork?.outboundRules ?? {})
    expect(new Set(rules.map(rule => rule.status))).toEqual(new Set(['Inactive']))
  })
})
