import { TestClock } from 'pg-boss'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/adapters/policy/policy-file.ts'
import type { AuditRecord } from '../../src/changes/audit.ts'
import { watchPolicy } from '../../src/policy-watch.ts'
import { advance } from '../harness/store.ts'

const tenantId = '0f0f0f0f-1111-4222-8333-444444444444'
const first = readPolicy('version: 2\nquorum: 1', tenantId)
if (!first.ok) throw new Error('the first policy is sound')

/** A file whose text changes, watched; the audit that it writes to can be made to fail. */
async function watched() {
  let text = 'version: 2\nquorum: 1'
  const clock = new TestClock(0)
  const records: AuditRecord[] = []
  const lines: string[] = []
  let broken = false
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) })
  let members: readonly { readonly objectId: string }[] | undefined
  const asked: string[] = []
  const watch = watchPolicy(
    first.ok ? first.policy : never(),
    () => readPolicy(text, tenantId, () => members),
    {
      ...{ clock, log },
      groups: async groups => void asked.push(...groups),
    },
  )
  await watch.start(async record => {
    if (broken) throw new Error('the store is away')
    records.push(record)
  })
  return {
    records,
    lines,
    quorum: () => watch.current().quorum,
    fail: (is: boolean) => {
      broken = is
    },
    write: async (next: string) => {
      text = next
      await advance(clock, 5_000)
      // The audit answers in a turn of its own.
      for (let turns = 0; turns < 5; turns += 1) await Promise.resolve()
    },
    stop: watch.stop,
    current: watch.current,
    asked,
    enters: (objectId: string) => {
      members = [{ objectId }]
    },
  }
}

function never(): never {
  throw new Error('unreachable')
}

describe('the policy file while the bot runs', () => {
  it('takes effect after five seconds, its hash before it in the audit', async () => {
    const { records, quorum, write } = await watched()
    expect(records).toMatchObject([{ action: 'policy.loaded', actor: 'gatehouse', detail: { before: null } }])
    await write('version: 2\nquorum: 3')
    expect(quorum()).toBe(3)
    expect(records).toHaveLength(2)
    expect(records[1]).toMatchObject({ action: 'policy.loaded', detail: { before: records[0]?.subject } })
    expect(records[1]?.subject).toMatch(/^[0-9a-f]{64}$/)
    await write('version: 2\nquorum: 3')
    expect(records).toHaveLength(2)
  })

  it('stays what it was where the new one is wrong, which is said and written down once', async () => {
    const { records, lines, quorum, write } = await watched()
    await write('version: 2\nquorum: none')
    await write('version: 2\nquorum: none')
    expect(quorum()).toBe(1)
    expect(records.map(({ action }) => action)).toEqual(['policy.loaded', 'policy.refused'])
    expect(JSON.stringify(records[1]?.detail)).toContain('line 2')
    expect(lines.filter(line => line.includes('last good one'))).toHaveLength(1)
    await write('version: 2\nquorum: 2')
    expect(quorum()).toBe(2)
  })

  it('P15 does not take effect before it is written down', async () => {
    const { quorum, write, fail } = await watched()
    fail(true)
    await write('version: 2\nquorum: 2')
    expect(quorum()).toBe(1)
    fail(false)
    await write('version: 2\nquorum: 2')
    expect(quorum()).toBe(2)
  })

  it('has the groups that it names read, and writes down whenever other people are in them', async () => {
    const { records, write, enters, current, asked } = await watched()
    const group = 'bbbbbbbb-0000-4000-8000-00000000000b'
    const text = `version: 2\nquorum: 2\napprovers: [{ group: ${group}, name: G }]`
    await write(text)
    expect(asked).toEqual([group])
    expect(current()).toMatchObject({ approvers: [], approverGroups: [{ id: group, unread: true }] })
    enters('a0000000-0000-4000-8000-00000000000a')
    await write(text)
    expect(current().approvers).toMatchObject([{ groups: [group] }])
    expect(records.slice(1)).toMatchObject([
      { action: 'policy.loaded' },
      { action: 'policy.members-read', detail: { groups: [{ id: group, members: 1 }] } },
    ])
  })

  it('is looked at no more once that is stopped', async () => {
    const { quorum, write, stop } = await watched()
    stop()
    await write('version: 2\nquorum: 2')
    expect(quorum()).toBe(1)
  })
})
