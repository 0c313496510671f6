import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/adapters/policy/policy-file.ts'
import { isApprover, mayAsk, type Policy, quorumOf } from '../../src/changes/policy.ts'
import { policyFor } from '../../src/changes/policy-for.ts'
import { deniedAmong } from '../../src/changes/terms.ts'
import { explainPolicy } from '../../src/explain-policy.ts'
import { parseWorkspaceId } from '../../src/workspace/workspace-id.ts'

const tenantId = '0f0f0f0f-1111-4222-8333-444444444444'
const person = (objectId: string, name = 'Somebody') => ({ tenantId, objectId, name, userId: '' })
const ada = person('a0000000-0000-4000-8000-00000000000a', 'Ada Approver')
const dana = person('d0000000-0000-4000-8000-00000000000d', 'Dana Scientist')
const mallory = person('e0000000-0000-4000-8000-00000000000e', 'Mallory Outsider')
const placed = (name: string, tags: Record<string, string> = {}, group = 'rg', subscription = 's') => {
  const id = parseWorkspaceId(
    `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.MachineLearningServices/workspaces/${name}`,
  )
  if (id === undefined) throw new Error(name)
  return { id, tags }
}
const sandbox = placed('WS-dev-7', {}, 'rg', '11111111-2222-4333-8444-555555555555')

function policyOf(text: string): Policy {
  const read = readPolicy(text, tenantId)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.policy
}
const problems = (text: string) => {
  const read = readPolicy(text, tenantId)
  return read.ok ? [] : read.problems
}
const [, written = ''] =
  /## A whole example\n\n```yaml\n([\s\S]*?)```/.exec(
    readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8'),
  ) ?? []
const example = policyOf(written)
const lineWith = (part: string) => written.split('\n').findIndex(line => line.includes(part)) + 1

describe('the example of the documentation', () => {
  it('says who may ask and approve everywhere, and for how long', () => {
    const here = policyFor(example, placed('ws-any'))
    expect(here).toMatchObject({
      askers: 'tenant',
      approvalExpiryMs: 72 * 3_600_000,
      executionExpiryMs: 24 * 3_600_000,
      approvalsConversation: '19:approvers@thread.v2',
    })
    expect([isApprover(here, ada), isApprover(here, dana), mayAsk(here, mallory)]).toEqual([
      true,
      false,
      true,
    ])
    expect(here.rules).toBeUndefined()
  })

  it('asks two approvers in production, told by a tag whose case does not count, and one elsewhere', () => {
    expect(quorumOf(policyFor(example, placed('x', { Env: 'PROD' })))).toBe(2)
    expect(quorumOf(policyFor(example, placed('x', { env: 'test' })))).toBe(1)
    expect(policyFor(example, placed('x', { env: 'prod' })).conversations).toEqual([
      '19:ml-platform@thread.tacv2',
    ])
  })

  it('lets only Dana and the approvers ask of sandboxes, where the documented tier approves itself', () => {
    const here = policyFor(example, sandbox)
    expect([dana, ada, mallory].map(each => mayAsk(here, each))).toEqual([true, true, false])
    expect(here).toMatchObject({ production: false, approvesItself: ['documented'] })
    // The same name in another subscription is no sandbox.
    expect(policyFor(example, placed('ws-dev-7')).production).toBeUndefined()
  })

  it('leaves what is kept in Terraform to Terraform', () => {
    expect(policyFor(example, placed('x', {}, 'rg-landing-7')).managedBy).toBe('terraform')
    expect(policyFor(example, placed('x', {}, 'rg-land')).managedBy).toBeUndefined()
  })

  it('denies its own hosts and the usual ones everywhere, and a wildcard that would let one of them through', () => {
    const hosts = [
      'pypi.org',
      'pastebin.com',
      'x.ngrok.io',
      '*.dropbox.com',
      'a.b.dropbox.com',
      'dropbox.com',
    ]
    expect(deniedAmong(policyFor(example, sandbox), hosts)).toEqual(hosts.slice(1))
    const gist = policyOf('version: 2\ndeniedHosts: [gist.github.com]')
    expect(deniedAmong(gist, ['*.github.com', 'github.com'])).toEqual(['*.github.com'])
    const open = policyOf('version: 2\nusualDeniedHosts: false')
    expect(deniedAmong(open, hosts)).toEqual([])
  })

  it('is explained line by line', () => {
    const said = explainPolicy(example, {
      person: dana,
      place: sandbox,
      hosts: ['*.docker.io', 'dropbox.com', 'pastebin.com', 'pypi.org'],
      isWritable: host => host === 'pypi.org',
    })
    const of = (part: string) => said.find(({ what }) => what.includes(part))
    expect(of('may ask')).toEqual({
      what: 'Dana Scientist may ask and request.',
      line: lineWith('askers: [dana]'),
      rule: 'sandboxes',
    })
    expect(of('may not approve')).toMatchObject({ line: lineWith('approvers: [ada, amir') })
    expect(of('The rule "sandboxes" fits')).toMatchObject({ line: lineWith('- name: sandboxes') })
    expect(of('*.docker.io: 2 approvers')).toMatchObject({ line: lineWith('hosts: wildcards') })
    expect(of('dropbox.com is denied')).toMatchObject({ line: lineWith('deniedHosts') })
    expect(of('pastebin.com is denied')).toEqual({
      what: 'pastebin.com is denied to everybody: pastebin.com.',
    })
    expect(of('pypi.org is not denied')).toBeDefined()
    expect(of('approve themselves')).toMatchObject({ line: lineWith('approvesItself'), rule: 'sandboxes' })
    expect(of('production')).toBeUndefined()
    const strangers = explainPolicy(example, {
      person: mallory,
      place: sandbox,
      hosts: [],
      isWritable: () => false,
    })
    expect(strangers.some(({ what }) => what === 'Mallory Outsider may not ask and request.')).toBe(true)
  })
})

describe('a file of version 2', () => {
  it('names nobody, denies the usual hosts and lets everyone ask, where it says nothing', () => {
    const policy = policyOf('version: 2')
    expect(policy).toMatchObject({ askers: 'tenant', approvers: [], approvalExpiryMs: 72 * 3_600_000 })
    expect(policy.deniedHosts?.length).toBeGreaterThan(50)
  })

  it('counts nobody of a group whose members are not known, and those who are', () => {
    const text = `version: 2\napprovers: [{ group: ${ada.objectId}, name: Approvers }]\nquorum: 2`
    const unknown = readPolicy(text, tenantId)
    expect(unknown).toMatchObject({ ok: true, groups: [ada.objectId], policy: { approvers: [] } })
    const known = readPolicy(text, tenantId, () => [dana])
    expect(known).toMatchObject({ policy: { approvers: [{ objectId: dana.objectId }], quorum: 2 } })
  })

  const rule = (more: string) =>
    `version: 2\nrules:\n  - name: r\n    where: { workspaces: [a] }\n    ${more}`
  it.each<[string, string, string, number]>([
    [
      'somebody who is not under people',
      'version: 2\napprovers: [ada]',
      'approvers.0: nobody is named "ada"',
      2,
    ],
    [
      'a name of an object as a person',
      'version: 2\napprovers: [constructor]',
      'nobody is named "constructor"',
      2,
    ],
    [
      'an e-mail address',
      'version: 2\npeople:\n  ada: { objectId: a@b.example, name: Ada }',
      'people.ada.objectId',
      3,
    ],
    ['a quorum of none', 'version: 2\nquorum: 0', 'quorum', 2],
    [
      'a quorum that can never come together',
      rule(`approvers: [{ objectId: ${ada.objectId}, name: Ada }]\n    quorum: 2`),
      'rules.0.quorum: 2 approvers',
      6,
    ],
    ['an unknown key', 'version: 2\n\nrequireTwo: true', 'requireTwo', 3],
    ['an unknown key in a rule', rule('denyHosts: [a.example]'), 'denyHosts', 5],
    ['a rule that fits everywhere', 'version: 2\nrules:\n  - name: r\n    where: {}', 'rules.0.where', 4],
    ['a rule without a place', 'version: 2\nrules:\n  - name: r', 'rules.0.where', 3],
    [
      'what approves itself in production',
      rule('approvesItself: [current]'),
      'rules.0.approvesItself: needs "production: false"',
      5,
    ],
    ['what approves itself everywhere', 'version: 2\napprovesItself: [current]', 'approvesItself', 2],
    [
      'a tier that does not exist',
      rule('production: false\n    approvesItself: [all]'),
      'rules.0.approvesItself.0',
      6,
    ],
    [
      'an address in place of a host',
      'version: 2\ndeniedHosts: [https://paste.example/x]',
      'deniedHosts.0',
      2,
    ],
    [
      'one approver for more approvers',
      'version: 2\nmoreApprovers:\n  - { hosts: writable, quorum: 1 }',
      'moreApprovers.0.quorum',
      3,
    ],
    ['another way to manage', rule('managedBy: pulumi'), 'rules.0.managedBy', 5],
    ['conversations that are none', rule('conversations: []'), 'rules.0.conversations', 5],
    ['a time of a year', rule('executionExpiryHours: 8760'), 'rules.0.executionExpiryHours', 5],
    ['the same key twice', 'version: 2\nquorum: 1\nquorum: 2', 'no YAML', 3],
  ])('is refused with %s, with line and reason', (_, text, reason, line) => {
    const found = problems(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(reason)
    expect(found[0]).toContain(`line ${line}`)
  })
})
