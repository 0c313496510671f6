import { describe, expect, it } from 'vitest'
import { loadTenant } from '../../src/simulator/simulator.ts'
import { body, fqdn, id, problemsOf, withRule } from './tenant-file.ts'

describe('a wrong tenant file', () => {
  it.each<[string, unknown, string]>([
    [
      'an unknown key at the top',
      { workspaces: [], timescale: 3 },
      'At the top of the tenant file: the field "timescale" is not known.',
    ],
    ['no workspaces', {}, 'At workspaces: this field is missing; it must be array.'],
    ['a list instead of an object', [], 'At the top of the tenant file: this must be object.'],
    [
      'an unknown field of a rule',
      withRule({ ...fqdn, ports: 80 }),
      'At workspaces[0].properties.managedNetwork.outboundRules.mine: the field "ports" is not known.',
    ],
    [
      'an unknown field of a destination',
      withRule({
        type: 'PrivateEndpoint',
        destination: { serviceResourceId: '/x', subresourceTarget: 'blob', spark: true },
      }),
      'outboundRules.mine.destination: the field "spark" is not known.',
    ],
    [
      'a rule without a type',
      withRule({ destination: 'docker.io' }),
      'outboundRules.mine.type: this field is missing; it must be string.',
    ],
    [
      'a list of hosts in a rule',
      withRule({ ...fqdn, destination: ['docker.io'] }),
      'outboundRules.mine.destination: this must be string.',
    ],
    ['a rule that is no object', withRule('docker.io' as never), 'outboundRules.mine: this must be object.'],
    [
      'an unknown key of a role assignment',
      { workspaces: [], roleAssignments: [{ principalId: 'p', scope: '/s', role: 'r', until: 1 }] },
      'At roleAssignments[0]: the field "until" is not known.',
    ],
    [
      'an unknown key of a role definition',
      { workspaces: [], roleDefinitions: [{ name: 'r', actions: [], allow: 1 }] },
      'At roleDefinitions[0]: the field "allow" is not known.',
    ],
    [
      'an unknown key of a group',
      { workspaces: [], groups: [{ id: 'g', members: [], owner: 'x' }] },
      'At groups[0]: the field "owner" is not known.',
    ],
    ['a time scale of nothing', { workspaces: [], timeScale: 0 }, 'At timeScale:'],
    [
      'a status that is a word',
      { workspaces: [body('ws-one', { status: 'Active' })] },
      'managedNetwork.status: this must be object.',
    ],
    [
      'no mode',
      { workspaces: [body('ws-one', { isolationMode: undefined })] },
      'managedNetwork.isolationMode: this field is missing',
    ],
    [
      'no location',
      { workspaces: [body('ws-one', {}, { location: undefined })] },
      'At workspaces[0].location: this field is missing',
    ],
    [
      'an id that is none',
      { workspaces: [body('ws-one', {}, { id: '/subscriptions/x/ws-one' })] },
      'At workspaces[0].id: This is not the ARM id',
    ],
    [
      'an id with another name',
      { workspaces: [body('ws-one', {}, { name: 'ws-two' })] },
      'At workspaces[0].name: The id ends in "ws-one"',
    ],
    [
      'the same id twice',
      { workspaces: [body('ws-one'), body('ws-one', {}, { id: id('WS-ONE') })] },
      'At workspaces[1].id: Another workspace of this file has the same id',
    ],
  ])('is refused in a sentence for %s', (_title, tenant, sentence) => {
    expect(problemsOf(tenant)).toContain(sentence)
  })

  it('is refused with all that is wrong at once', () => {
    const broken = { workspaces: [{ ...body('ws-one'), location: 3 }], timescale: 1, groups: 'none' }
    expect(problemsOf(broken).split('\n')).toHaveLength(3)
  })

  it('is refused with the line where it is no JSON', () => {
    const loaded = loadTenant('{\n  "workspaces": [],\n}')
    expect(loaded).toEqual({
      ok: false,
      problems: ['The tenant file is not JSON: line 3, column 1 cannot be read.'],
    })
    for (const text of ['', '{', '{\n  "workspaces": [\n    }\n}']) {
      const other = loadTenant(text)
      expect(other.ok ? 'no problem' : other.problems.join()).toMatch(/^The tenant file is not JSON: .+\.$/)
    }
  })
})
