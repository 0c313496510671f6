import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { localPolicy } from '../../src/adapters/policy/local-policy.ts'
import { sharedHouse } from '../e2e/shared-house.ts'
import { ada, amir, dana, type Speaker, textOf } from '../harness/connector.ts'

describe.each(['embedded', 'server'] as const)('P03 a press (%s)', kind => {
  const { house, newRoad } = sharedHouse(kind, {
    azureTimeouts: { readTimeoutMs: 120_000, timeoutMs: 120_000 },
    policy: { ...localPolicy, quorum: 2 },
  })

  it('P03 P05 P13 with Azure hanging a hundred presses are answered at once, none is empty, none asks Azure, two distinct approvers decide', async () => {
    const here = newRoad()
    const { thread, request, approval } = here
    const { chat } = house()
    const requested = await request()
    const card = await approval(requested)
    const before = (await house().calls()).length
    await house().fault({ match: {}, times: 1_000, fault: { is: 'hang' } })
    const pressBy = async (by: Speaker) => ({
      by,
      answer: await chat.press(by, thread, card, 'Approve', { id: randomUUID() }),
    })
    // Azure hangs for longer than this test may take: an answer that waits for it comes too late.
    const presses = Array.from({ length: 100 }, (_, index) => pressBy(index % 10 === 0 ? dana : ada))
    const pressed = await Promise.all(presses)
    for (const { answer, by } of pressed) {
      expect(answer.statusCode).toBe(200)
      const said = typeof answer.value === 'string' ? answer.value : textOf(answer.value)
      expect(said).toContain(by === dana ? 'own request' : '1 of 2 approvals: Ada Approver')
    }
    // Until it is approved not even a worker has anything to ask Azure.
    expect((await house().calls()).length).toBe(before)
    const last = await chat.press(amir, thread, card, 'Approve')
    expect(textOf(last.value)).toContain('Approved by Ada Approver and Amir Approver')
    const { rows } = await house().gatehouse.engine.sql.query<{ action: string; many: number }>(
      `select action, count(*)::int as many from audit_log where subject = $1 and action in
         ('request.approval-counted', 'request.approved', 'press.refused') group by action order by action`,
      [requested.id],
    )
    expect(rows).toEqual([
      { action: 'press.refused', many: 99 },
      { action: 'request.approval-counted', many: 1 },
      { action: 'request.approved', many: 1 },
    ])
  }, 110_000)
})
