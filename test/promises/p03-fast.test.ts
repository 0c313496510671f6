import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { localPolicy } from '../../src/adapters/policy/local-policy.ts'
import { sharedHouse } from '../e2e/shared-house.ts'
import { ada, amir, dana, type Speaker, textOf } from '../harness/connector.ts'

const { house, newRoad } = sharedHouse('server', {
  azureTimeouts: { readTimeoutMs: 60_000, timeoutMs: 60_000 },
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
  // Of the processor, not of the clock on the wall: other tests run beside this one.
  const began = process.cpuUsage()
  const presses = Array.from({ length: 100 }, (_, index) => pressBy(index % 10 === 0 ? dana : ada))
  const pressed = await Promise.all(presses)
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1000).toBeLessThan(5_000)
  for (const { answer, by } of pressed) {
    expect(answer.statusCode).toBe(200)
    const said = typeof answer.value === 'string' ? answer.value : textOf(answer.value)
    expect(said).toContain(by === dana ? 'own request' : '1 of 2 approvals: Ada Approver')
  }
  const last = await chat.press(amir, thread, card, 'Approve')
  expect(textOf(last.value)).toContain('Approved by Ada Approver and Amir Approver')
  // Whatever Azure is asked from now on, the worker asks for it.
  expect((await house().calls()).length - before).toBeLessThanOrEqual(1)
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
}, 60_000)
