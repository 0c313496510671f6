import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { localPolicy } from '../../src/adapters/policy/local-policy.ts'
import { readPolicy } from '../../src/adapters/policy/policy-file.ts'

const tenantId = '0f0f0f0f-1111-4222-8333-444444444444'
const ada = 'A0000000-0000-4000-8000-00000000000A'
const problems = (text: string) => {
  const read = readPolicy(text, tenantId)
  return read.ok ? [] : read.problems
}

describe('a policy file', () => {
  it('names approvers; everything else has a usual value', () => {
    const text = `version: 1\napprovers:\n  - objectId: ${ada}\n    name: Ada Approver\n`
    expect(readPolicy(text, tenantId)).toEqual({
      ok: true,
      groups: [],
      policy: {
        hash: createHash('sha256').update(text).digest('hex'),
        askers: 'tenant',
        approvers: [{ tenantId, objectId: ada.toLowerCase(), name: 'Ada Approver' }],
        approvalExpiryMs: 72 * 3_600_000,
        executionExpiryMs: 24 * 3_600_000,
      },
    })
  })

  it('may say where approvals go, for how long they wait, and that an approver is of another tenant', () => {
    const text = JSON.stringify({
      version: 1,
      approvers: [{ objectId: ada, name: 'Ada', tenantId: ada }],
      approvalsConversation: '19:approvals@thread.tacv2',
      approvalExpiryHours: 2,
      executionExpiryHours: 0.5,
    })
    expect(readPolicy(text, tenantId)).toMatchObject({
      policy: {
        approvers: [{ tenantId: ada.toLowerCase() }],
        approvalsConversation: '19:approvals@thread.tacv2',
        approvalExpiryMs: 7_200_000,
        executionExpiryMs: 1_800_000,
      },
    })
  })

  it('may name nobody: then nothing can be approved', () => {
    expect(readPolicy('version: 1\napprovers: []', tenantId)).toMatchObject({ policy: { approvers: [] } })
  })

  it.each([
    ['no version', 'approvers: []', 'version'],
    ['another version', 'version: 3\napprovers: []', 'version'],
    ['no approvers', 'version: 1', 'approvers'],
    [
      'an approver by e-mail',
      'version: 1\napprovers:\n  - objectId: ada@contoso.example\n    name: Ada',
      'approvers.0.objectId',
    ],
    ['an approver without a name', `version: 1\napprovers:\n  - objectId: ${ada}`, 'approvers.0.name'],
    [
      'a field that nobody knows, which may be a rule that would not be kept',
      'version: 1\napprovers: []\nrequireTwo: true',
      'requireTwo',
    ],
    ['an expiry of nothing', 'version: 1\napprovers: []\napprovalExpiryHours: 0', 'approvalExpiryHours'],
    ['an expiry of a year', 'version: 1\napprovers: []\nexecutionExpiryHours: 8760', 'executionExpiryHours'],
    ['an expiry in words', 'version: 1\napprovers: []\napprovalExpiryHours: soon', 'approvalExpiryHours'],
  ])('is refused with %s, by name', (_, text, field) => {
    const found = problems(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(field)
    expect(found[0]).not.toMatch(/^:/)
  })

  it.each([
    ['nothing', ''],
    ['a list', '- a\n- b'],
    ['no YAML', 'approvers: [\n  - "'],
    ['a tab where YAML wants blanks', 'version: 1\napprovers:\n\t- objectId: x'],
  ])('is refused where it holds %s', (_, text) => {
    expect(problems(text).length).toBeGreaterThan(0)
    expect(problems(text).every(problem => /^\S/.test(problem) && !problem.startsWith(':'))).toBe(true)
  })

  it('tells of all mistakes at once', () => {
    const text = 'version: 3\napprovers:\n  - name: Ada\napprovalExpiryHours: -1'
    expect(problems(text).map(problem => problem.replace(/:.*\(/, ' ('))).toEqual([
      'version (line 1)',
      'approvers.0.objectId (line 3)',
      'approvalExpiryHours (line 4)',
    ])
  })
})

it('locally Dana asks, Ada and Amir approve, and nobody else is known', () => {
  const names = (people: typeof localPolicy.approvers) => people.map(({ name }) => name)
  expect(localPolicy.askers === 'tenant' ? 'tenant' : names(localPolicy.askers)).toEqual(['Dana Scientist'])
  expect(names(localPolicy.approvers)).toEqual(['Ada Approver', 'Amir Approver'])
  expect(JSON.stringify(localPolicy)).not.toContain('e0000000-0000-4000-8000-00000000000e')
})
