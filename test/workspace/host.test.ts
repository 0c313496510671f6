import { domainToASCII } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostProblem, normaliseHost } from '../../src/workspace/host.ts'
import { destinationsOf } from '../../src/workspace/outbound-rule.ts'

describe('the plain spelling of a host', () => {
  it.each([
    ['Docker.IO', 'docker.io'],
    ['docker.io.', 'docker.io'],
    ['docker。io。', 'docker.io'],
    ['  docker.io ', 'docker.io'],
    ['*.Docker.io.', '*.docker.io'],
    ['*hf.co', '*hf.co'],
    ['*', '*'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['*.MÜNCHEN.example', '*.xn--mnchen-3ya.example'],
    ['', ''],
  ])('of "%s" is "%s"', (text, plain) => {
    expect(normaliseHost(text)).toBe(plain)
  })

  it('is what the converter makes of it, also where nothing has to be converted', () => {
    const character = fc.constantFrom(...'abxn0179-.*')
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 14 }), text => {
        const [, star = '', rest = ''] = /^(\*\.?)?(.*)$/.exec(text) ?? []
        const converted = rest.includes('*') ? rest : domainToASCII(rest) || rest
        expect(normaliseHost(text)).toBe(star + converted.replace(/\.+$/, ''))
      }),
      { numRuns: 2_000 },
    )
  })

  it('stays as it is once it is plain, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.domain()), text => {
        const plain = normaliseHost(text)
        expect(normaliseHost(plain)).toBe(plain)
      }),
    )
  })
})

describe('a host that may go into a rule', () => {
  it.each([
    'docker.io',
    '*.docker.io',
    'production.cloudflare.docker.com',
    'cas-bridge.xethub.hf.co',
    'xn--mnchen-3ya.example',
    'münchen.example',
    'Docker.IO.',
    `${'a'.repeat(63)}.example`,
    '3com.example',
    'windows.net',
    'vscode.download.prss.microsoft.com',
  ])('is %s', host => {
    expect(hostProblem(host)).toBeUndefined()
  })
})

describe('a host that may not go into a rule', () => {
  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['.', 'empty'],
    ['https://docker.io', 'has-scheme'],
    ['https://docker.io/library', 'has-scheme'],
    ['docker.io/library', 'has-path'],
    ['docker.io/', 'has-path'],
    ['*.docker.io/library', 'has-path'],
    ['docker.io:443', 'has-port'],
    ['*.docker.io:443', 'has-port'],
    ['10.0.0.4', 'is-address'],
    ['10.0.0.4:443', 'is-address'],
    ['127.1', 'is-address'],
    ['0x7f.1', 'is-address'],
    ['2130706433', 'is-address'],
    ['[::1]', 'is-address'],
    ['2001:db8::1', 'is-address'],
    ['*', 'is-everything'],
    ['*.', 'is-everything'],
    ['*hf.co', 'wildcard-without-dot'],
    ['**.hf.co', 'wildcard-without-dot'],
    ['cdn.*.hf.co', 'wildcard-inside'],
    ['*.*.hf.co', 'wildcard-inside'],
    ['hf.*', 'wildcard-inside'],
    ['*.co', 'wildcard-over-suffix'],
    ['account.blob.core.windows.net', 'azure-storage'],
    ['*.dfs.core.windows.net', 'azure-storage'],
    ['*.core.windows.net', 'azure-storage'],
    ['*.windows.net', 'azure-storage'],
    ['account.z12.blob.storage.azure.net', 'azure-storage'],
    ['localhost', 'not-a-host'],
    ['docker..io', 'not-a-host'],
    ['.docker.io', 'not-a-host'],
    ['*.10.0.0', 'is-address'],
    ['docker\u200b.io', 'not-a-host'],
    ['-docker.io', 'not-a-host'],
    ['docker-.io', 'not-a-host'],
    ['docker io.com', 'not-a-host'],
    ['do\tcker.io', 'not-a-host'],
    ['docker.io?x', 'not-a-host'],
    ['docker.io#x', 'not-a-host'],
    ['docker.io,hf.co', 'not-a-host'],
    ['someone@docker.io', 'not-a-host'],
    ['docker%2eio', 'not-a-host'],
    ['evil.example\\docker.io', 'not-a-host'],
    [`${'a'.repeat(64)}.example`, 'not-a-host'],
    [`${'a.'.repeat(130)}example`, 'not-a-host'],
  ] as const)('is "%s": %s', (host, problem) => {
    expect(hostProblem(host)).toBe(problem)
  })

  it('is anything with a sign that no name has, wherever it stands', () => {
    const sign = fc.constantFrom(...'/:?#@%\\,;"\'<>|^`{}()[]$&=+!~ \t\n\u200b')
    fc.assert(
      fc.property(sign, fc.nat({ max: 8 }), (bad, at) => {
        const host = `docker.io`
        fc.pre(!(/\s/.test(bad) && at === 0))
        expect(hostProblem(`${host.slice(0, at)}${bad}${host.slice(at)}`)).toBeDefined()
      }),
    )
  })
})

describe('a destination as ARM stores it', () => {
  it.each([
    ['pytorch.org', ['pytorch.org']],
    ['pytorch.org, *.pytorch.org', ['pytorch.org', '*.pytorch.org']],
    ['a.example,b.example', ['a.example', 'b.example']],
    [' a.example ,, b.example , ', ['a.example', 'b.example']],
    ['', []],
  ])('"%s" lists %j', (destination, hosts) => {
    expect(destinationsOf(destination)).toEqual(hosts)
  })

  it('gives back the hosts that were joined into it', () => {
    fc.assert(
      fc.property(fc.array(fc.domain()), fc.constantFrom(',', ', ', ' , '), (hosts, comma) => {
        expect(destinationsOf(hosts.join(comma))).toEqual(hosts)
      }),
    )
  })
})
