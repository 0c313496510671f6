import { describe, expect, it } from 'vitest'
import { decisionsOn } from '../e2e/decisions-on.ts'
import { sharedHouse } from '../e2e/shared-house.ts'
import { ada, amir, textOf } from '../harness/connector.ts'
import { advance } from '../harness/store.ts'

// Both stores: the promises rest on what the database does when two come at once.
describe.each(['embedded', 'server'] as const)('P01 a decision (%s)', kind => {
  const { newRoad } = sharedHouse(kind)

  it('P01 counts once when its press arrives three times at once, and twice more half a minute later', async () => {
    const { house, thread, request, approval, end, changes } = newRoad()
    const requested = await request()
    const card = await approval(requested)
    const press = (id: string) => house.chat.press(ada, thread, card, 'Approve', { id })
    const first = await Promise.all([press('same'), press('same'), press('same')])
    await advance(house.clock, 30_000)
    const late = await Promise.all([press('new-1'), press('new-2')])
    for (const { statusCode, value } of [...first, ...late]) {
      expect(statusCode).toBe(200)
      expect(textOf(value)).toContain('Approved by Ada Approver')
    }
    expect(new Set(first.map(({ value }) => JSON.stringify(value))).size).toBe(1)
    await end(requested)
    expect(await decisionsOn(requested, house)).toEqual(['request.approved'])
    expect(await changes()).toHaveLength(1)
  })

  it('P01 counts once when the same person’s presses come at once as different ones', async () => {
    const { house, thread, request, approval, end, changes } = newRoad()
    const requested = await request()
    const card = await approval(requested)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => house.chat.press(ada, thread, card, 'Approve')),
    )
    for (const { value } of answers) expect(textOf(value)).toContain('Approved by Ada Approver')
    await end(requested)
    expect(await decisionsOn(requested, house)).toEqual(['request.approved'])
    expect(await changes()).toHaveLength(1)
  })

  it('P01 is one when two approvers press different buttons at once', async () => {
    const { house, thread, request, approval, end, changes } = newRoad()
    const requested = await request()
    const card = await approval(requested)
    const [yes, no] = await Promise.all([
      house.chat.press(ada, thread, card, 'Approve'),
      house.chat.press(amir, thread, card, 'Reject', { inputs: { in_comment: 'not now' } }),
    ])
    const approved = textOf(yes.value).includes('Approved by Ada Approver')
    const said = textOf(approved ? no.value : yes.value)
    expect(said).toContain(approved ? 'Ada Approver decided it' : 'Amir Approver decided it')
    const news = await end(requested)
    expect(news).toContain(approved ? 'You can now use' : 'was rejected by Amir Approver')
    expect(await decisionsOn(requested, house)).toEqual([approved ? 'request.approved' : 'request.rejected'])
    expect(await changes()).toHaveLength(approved ? 1 : 0)
  })
})
