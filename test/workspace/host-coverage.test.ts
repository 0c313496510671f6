import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOf, destinationCovers, isDotlessWildcard } from '../../src/workspace/host-coverage.ts'
import type { FqdnRule, OutboundRule } from '../../src/workspace/outbound-rule.ts'
import { fqdn, privateEndpoint, workspaceNamed } from '../cards/sample-tenant.ts'

const networkOf = (rules: readonly OutboundRule[], status: 'Active' | 'Inactive' = 'Active') =>
  workspaceNamed('ws', { rules, status }).network

describe('one destination', () => {
  it.each<[string, string, boolean, string]>([
    ['docker.io', 'docker.io', true, 'the host itself'],
    ['docker.io', 'registry-1.docker.io', false, 'a subdomain is another host'],
    ['registry-1.docker.io', 'docker.io', false, 'nor the other way round'],
    ['DOCKER.io', 'docker.IO', true, 'case does not count'],
    ['docker.io.', 'docker.io', true, 'nor does a trailing dot'],
    ['docker.io', 'docker.io.', true, 'on either side'],
    ['müller.example', 'xn--mller-kva.example', true, 'punycode is the same name'],
    ['*.MÜLLER.example', 'a.xn--mller-kva.example', true, 'under a wildcard too'],
    ['*.docker.io', 'registry-1.docker.io', true, 'a wildcard covers a subdomain'],
    ['*.docker.io', 'a.b.c.docker.io', true, 'of any depth'],
    ['*.docker.io', 'docker.io', false, 'but not the name itself'],
    ['*.docker.io', 'evildocker.io', false, 'nor a name that merely ends alike'],
    ['*docker.io', 'docker.io', true, 'without its dot it covers the name'],
    ['*docker.io', 'a.docker.io', true, 'and its subdomains'],
    ['*docker.io', 'evildocker.io', true, 'and somebody else as well'],
    ['*.docker.io', '*.docker.io', true, 'a wanted wildcard is covered by itself'],
    ['*.hf.co', '*.xethub.hf.co', true, 'by a wider one'],
    ['*docker.io', '*.docker.io', true, 'by one without a dot'],
    ['*.xethub.hf.co', '*.hf.co', false, 'never by a narrower one'],
    ['registry-1.docker.io', '*.docker.io', false, 'never by a subdomain'],
    ['docker.io', '*.docker.io', false, 'never by the name itself'],
    ['*.docker.io', '*docker.io', false, 'a wanted name without a dot wants the name itself too'],
    ['*', 'docker.io', true, 'a bare star is everything'],
    ['www.docker.*', 'www.docker.io', false, 'Azure Firewall knows no star at the end'],
    ['*.docker.*', 'www.docker.io', false, 'nor one in the middle'],
    ['docker.io/library', 'docker.io', false, 'a destination with a path is no host'],
  ])('%s and a wanted %s: %s, since %s', (destination, wanted, covers) => {
    expect(destinationCovers(destination, wanted)).toBe(covers)
  })

  it('covers a wanted host or wildcard exactly when it matches every concrete host that is meant', () => {
    const labels = ['a', 'b', 'ba']
    let depth = labels
    const concrete = [...labels]
    for (let more = 0; more < 3; more += 1) {
      depth = depth.flatMap(rest => labels.map(label => `${label}.${rest}`))
      concrete.push(...depth)
    }
    const regexOf = (pattern: string) =>
      new RegExp(
        `^${pattern
          .replaceAll('.', '\\.')
          .replace(/^\*\\\./, '.+\\.')
          .replace(/^\*/, '.*')}$`,
      )
    const name = fc
      .array(fc.constantFrom(...labels), { minLength: 1, maxLength: 2 })
      .map(parts => parts.join('.'))
    const pattern = fc.tuple(fc.constantFrom('', '*.', '*'), name).map(([star, rest]) => star + rest)
    fc.assert(
      fc.property(pattern, pattern, (destination, wanted) => {
        const meant = concrete.filter(host => regexOf(wanted).test(host))
        const matched = regexOf(destination)
        expect(destinationCovers(destination, wanted)).toBe(meant.every(host => matched.test(host)))
      }),
      { numRuns: 500 },
    )
  })

  it('is the same in any spelling of the same two names', () => {
    const name = fc.constantFrom('docker.io', '*.docker.io', '*docker.io', 'a.docker.io', 'hf.co', '*.hf.co')
    const spelt = (text: string) =>
      fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()).map(([upper, dot, blank]) => {
        const cased = upper ? text.toUpperCase() : text
        return `${blank ? ' ' : ''}${cased}${dot ? '.' : ''}${blank ? ' ' : ''}`
      })
    fc.assert(
      fc.property(
        fc.tuple(name, name).chain(([a, b]) => fc.tuple(fc.constant(a), fc.constant(b), spelt(a), spelt(b))),
        ([a, b, otherA, otherB]) => {
          expect(destinationCovers(otherA, otherB)).toBe(destinationCovers(a, b))
        },
      ),
    )
  })
})

describe('a rule that names the host', () => {
  it.each([
    ['Active', 'Active', 'effective'],
    ['Active', 'Inactive', 'configured'],
    ['Inactive', 'Inactive', 'configured'],
    ['Provisioning', 'Active', 'provisioning'],
    ['Failed', 'Active', 'failed'],
  ] as const)('%s on a network that is %s counts as %s', (rule, network, standing) => {
    const coverage = coverageOf('docker.io', networkOf([fqdn('one', ['docker.io'], rule)], network))
    expect(coverage).toMatchObject({ by: { rule: 'one', standing }, disregarded: [] })
  })

  it.each([
    ['Inactive', 'Active', 'switched-off'],
    ['Deleting', 'Active', 'deleting'],
    ['Deleting', 'Inactive', 'deleting'],
    ['Paused', 'Active', 'unknown-status'],
    ['active', 'Active', 'unknown-status'],
  ] as const)('%s on a network that is %s covers nothing and is named as %s', (rule, network, why) => {
    const coverage = coverageOf('docker.io', networkOf([fqdn('one', ['docker.io'], rule)], network))
    expect(coverage.by).toBeUndefined()
    expect(coverage.disregarded).toEqual([{ rule: 'one', status: rule, why }])
  })

  it('is the best one, whatever the order in which Azure lists them', () => {
    const rules: FqdnRule[] = [
      fqdn('failed', ['docker.io'], 'Failed', 'no route'),
      fqdn('provisioning', ['*.io', 'docker.io'], 'Provisioning'),
      fqdn('active', ['docker.io']),
      fqdn('off', ['docker.io'], 'Inactive'),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(rules, { minLength: 4 }), shuffled => {
        const { by, disregarded } = coverageOf('docker.io', networkOf(shuffled))
        expect(by).toMatchObject({ rule: 'active', standing: 'effective' })
        expect(disregarded.map(({ rule }) => rule)).toEqual(['off'])
      }),
    )
  })

  it('tells what Azure said of it where it failed', () => {
    const network = networkOf([fqdn('one', ['docker.io'], 'Failed', 'no route')])
    expect(coverageOf('docker.io', network).by).toEqual({
      rule: 'one',
      destination: 'docker.io',
      standing: 'failed',
      error: 'no route',
    })
  })

  it('may be only one host of a list', () => {
    const network = networkOf([fqdn('list', ['pypi.org', '*.docker.io', 'hf.co'])])
    expect(coverageOf('registry-1.docker.io', network).by?.destination).toBe('*.docker.io')
  })

  it('counts only if it is an FQDN rule', () => {
    const network = networkOf([
      privateEndpoint('docker.io'),
      {
        type: 'ServiceTag',
        name: 'docker.io',
        category: 'UserDefined',
        status: 'Active',
        serviceTag: 'AzureCloud',
        protocol: 'TCP',
        portRanges: '443',
      },
      {
        type: 'Other',
        typeAsRead: 'Fqdn2',
        name: 'docker.io',
        category: 'UserDefined',
        status: 'Active',
      },
    ])
    expect(coverageOf('docker.io', network)).toEqual({ host: 'docker.io', disregarded: [] })
  })
})

it.each([
  ['*hf.co', true],
  ['*', true],
  ['*.', false],
  ['*.hf.co', false],
  ['hf.co', false],
] as const)('%s lets more through than its author may think: %s', (destination, wide) => {
  expect(isDotlessWildcard(destination)).toBe(wide)
})
