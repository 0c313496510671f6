import { expect, it } from 'vitest'
import { actionsOf, ada, amir, dana, mallory, textOf } from '../harness/connector.ts'
import { cardOf, entered } from './road.ts'
import { sharedHouse } from './shared-house.ts'

const { newRoad } = sharedHouse('server')

it('a form that another person sends again shows them nothing of the request that it made', async () => {
  const { house, thread, openForm } = newRoad()
  const form = await openForm(dana)
  const reason = 'a secret project'
  await house.chat.press(dana, thread, form, 'Request', { inputs: { ...entered, in_reason: reason } })
  const again = await house.chat.press(ada, thread, form, 'Request', { inputs: entered })
  expect(JSON.stringify(again)).toContain('Tell me too')
  expect(JSON.stringify(again)).not.toContain(reason)
})

it('a comment with half an emoji at its cut does no harm', async () => {
  const { house, thread, request, approval, end } = newRoad()
  const requested = await request()
  const comment = `${'x'.repeat(499)}\ud83d\ude00`
  const answer = await house.chat.press(ada, thread, await approval(requested), 'Reject', {
    inputs: { in_comment: comment },
  })
  expect(answer.type).toBe('application/vnd.microsoft.card.adaptive')
  expect(await end(requested)).toContain('was rejected by Ada Approver')
})

it('what is refused is written down, with who and why', async () => {
  const { house, thread, request, approval } = newRoad()
  const requested = await request()
  const card = await approval(requested)
  await house.chat.press(dana, thread, card, 'Approve')
  await house.chat.press(mallory, thread, card, 'Approve')
  await house.chat.press(amir, thread, card, 'Reject')
  const { rows } = await house.gatehouse.engine.sql.query<{ name: string; refusal: string }>(
    `select actor->>'name' as name, detail->>'refusal' as refusal from audit_log
     where action = 'press.refused' and subject = $1 order by seq`,
    [requested.id],
  )
  expect(rows).toEqual([
    { name: 'Dana Scientist', refusal: 'own-request' },
    { name: 'Mallory Outsider', refusal: 'may-not-ask' },
    { name: 'Amir Approver', refusal: 'comment-missing' },
  ])
})

it('the news reserves what the card reserves: later lists name hosts that are still not allowed', async () => {
  const { house, thread, ask, approval, end } = newRoad()
  const answer = await ask()
  const opened = await house.chat.press(dana, thread, answer, 'Request')
  const form = { activityId: answer.activityId, card: cardOf(opened.value) }
  // What the button counted is what the form has chosen.
  const inputs = { in_reason: 'The list of 2023 is enough for us.' }
  const sent = await house.chat.press(dana, thread, form, 'Request', { inputs })
  const card = cardOf(sent.value)
  const requested = {
    id: /"request":"([0-9a-f-]{36})"/.exec(JSON.stringify(card))?.[1] ?? '',
    number: Number(/#(\d+)/.exec(textOf(card))?.[1]),
    status: { activityId: form.activityId, card },
  }
  const { rows } = await house.gatehouse.engine.sql.query<{ hosts: readonly string[] }>(
    `select body->'plan'->'effect'->'hosts' as hosts from requests where id = $1`,
    [requested.id],
  )
  expect(actionsOf(answer.card).map(({ title }) => title)).toContain(
    `Request ${rows[0]?.hosts.length} hosts…`,
  )
  await house.chat.press(ada, thread, await approval(requested), 'Approve')
  const told = await end(requested)
  expect(told).toContain('You can now use Hugging Face')
  expect(told).toMatch(/Later lists name \d+ hosts more/)
})
