import { describe, expect, test } from 'vitest'
import { approvers, type Behaviour, cardMessage, channel, idPart } from './fake-bot.ts'
import { ask, lastCard, open, pictures, postRequest, useBrowser, visit } from './page-in-browser.ts'
import { requestCard, verdictCard } from './sample-bot.ts'

useBrowser()

describe('a card', () => {
  test('is rendered with Markdown, safe links and the fallback of what the renderer does not know', async () => {
    const { page } = await open('dana/channel')
    await ask(page)
    await page.getByText('Verdict: not yet').waitFor()
    expect(await page.locator('.card strong').textContent()).toBe('Hugging Face')
    const link = page.getByRole('link', { name: 'documentation', exact: true })
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
    expect(await link.getAttribute('target')).toBe('_blank')
    expect(await page.locator('.card li').count()).toBe(3)
    await page.screenshot({ path: `${pictures}/channel-light-1280.png` })
  })

  test('shows declared mentions as such, and any other mark-up as text', async () => {
    const { page, world } = await open('ada/groupChat')
    const card = requestCard(false, [])
    card.body.push({ type: 'TextBlock', text: '<at>Nobody</at> <img src=x onerror=alert(1)>', wrap: true })
    await world.connector('POST', `/${idPart(approvers)}/activities`, cardMessage(card))
    await page.locator('.card .mention', { hasText: 'Dana Scientist' }).waitFor()
    expect(await page.locator('.card .mention').count()).toBe(1)
    expect(await page.locator('.card').textContent()).toContain(
      '<at>Nobody</at> <img src=x onerror=alert(1)>',
    )
  })

  test('that answers a press takes the place of the old one for this person only', async () => {
    const { page, world } = await open('dana/channel')
    const ada = await visit(world, 'ada/channel')
    await ask(page)
    await page.getByLabel('Reason').fill('A demonstration')
    await page.getByRole('button', { name: 'Request access' }).click()
    await page.getByText('State: requested for “A demonstration” (wide)').waitFor()
    expect(await lastCard(ada).textContent()).toContain('State: asked')
    const [, invoke] = world.received
    expect(invoke?.value).toMatchObject({
      action: {
        type: 'Action.Execute',
        verb: 'request',
        data: { collection: 'hf', in_reason: 'A demonstration', in_tier: 'wide' },
      },
      trigger: 'manual',
    })
  })

  test('stays when the bot answers a press with a text, which shows below it', async () => {
    const { page } = await open('dana/channel')
    await ask(page)
    await page.getByRole('button', { name: 'Explain' }).click()
    await page.getByRole('status').getByText('It is **simple**.').waitFor()
    expect(await lastCard(page).textContent()).toContain('State: asked')
  })

  test('stays when the bot answers a press with an error, whose code shows below it', async () => {
    const refuse: Behaviour = activity =>
      activity.type === 'invoke'
        ? { body: { statusCode: 400, value: { code: 'BadRequest', message: 'No such verb.' } } }
        : {}
    const { page, world } = await open('dana/channel', refuse)
    await world.connector('POST', `/${idPart(channel)}/activities`, cardMessage(verdictCard()))
    await page.getByRole('button', { name: 'Explain' }).click()
    await page.getByText('No such verb. (400 BadRequest)').waitFor()
  })

  test('that is edited changes in place, keeping what was typed and where the focus is', async () => {
    const { page, world } = await open('dana/channel')
    const { body } = await world.connector(
      'POST',
      `/${idPart(channel)}/activities`,
      cardMessage(verdictCard()),
    )
    await page.getByLabel('Reason').fill('Half a sen')
    await page.getByLabel('Reason').focus()
    const at = `/${idPart(channel)}/activities/${String(body.id)}`
    await world.connector('PUT', at, cardMessage(verdictCard('moved on')))
    await page.getByText('State: moved on').waitFor()
    expect(await page.locator('article').count()).toBe(1)
    expect(await page.getByLabel('Reason').inputValue()).toBe('Half a sen')
    await page.keyboard.type('tence')
    expect(await page.getByLabel('Reason').inputValue()).toBe('Half a sentence')
    await page.getByText('Edited').waitFor()
  })

  test('shows the buttons that it has no room for in a menu at its own place', async () => {
    const { page, world } = await open('dana/channel')
    const actions = Array.from({ length: 7 }, (_, at) => ({
      type: 'Action.Execute',
      title: `Button ${at}`,
      verb: at === 6 ? 'explain' : 'none',
      ...(at === 6 ? { mode: 'secondary' } : {}),
    }))
    const crowded = { type: 'AdaptiveCard', version: '1.5', body: [], actions }
    await world.connector('POST', `/${idPart(channel)}/activities`, cardMessage(crowded))
    await page.locator('.card button', { hasText: '...' }).click()
    await page.getByText('Button 6').click()
    await page.getByRole('status').getByText('It is **simple**.').waitFor()
  })

  test('that is deleted goes', async () => {
    const { page, world } = await open('ada/groupChat')
    const at = await postRequest(world, [])
    await page.locator('.card').waitFor()
    await world.connector('DELETE', at)
    await page.locator('.card').waitFor({ state: 'detached' })
  })
})

describe('a dialog', () => {
  const dialog = (title: string, again?: string) => ({
    body: {
      task: {
        type: 'continue',
        value: {
          title,
          card: {
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: {
              type: 'AdaptiveCard',
              version: '1.5',
              body: [
                { type: 'Input.Text', id: 'in_reason', label: 'Reason', value: again },
                ...(again === undefined
                  ? []
                  : [{ type: 'TextBlock', text: 'A reason needs more than that.' }]),
              ],
              actions: [{ type: 'Action.Submit', title: 'Send', data: { verb: 'send' } }],
            },
          },
        },
      },
    },
  })
  const bot: Behaviour = ({ name, value }) => {
    const { in_reason = '' } = (value as { data: { in_reason?: string } }).data
    if (name === 'task/fetch') return dialog('Why do you need it?')
    if (in_reason.length < 5) return dialog('Why do you need it?', in_reason)
    return { body: { task: { type: 'message', value: 'Request 7 was made.' } } }
  }
  const opener = {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [],
    actions: [
      {
        type: 'Action.Submit',
        title: 'Open',
        data: { msteams: { type: 'task/fetch' }, verb: 'open', of: '7' },
      },
    ],
  }

  test('opens over the page, asks again, and tells below its card how it ended', async () => {
    const { page, world } = await open('dana/channel', bot)
    await world.connector('POST', `/${idPart(channel)}/activities`, cardMessage(opener))
    await page.getByRole('button', { name: 'Open' }).click()
    const asked = page.getByRole('dialog', { name: 'Why do you need it?' })
    await asked.getByLabel('Reason').fill('it')
    await asked.getByRole('button', { name: 'Send' }).click()
    await asked.getByText('A reason needs more than that.').waitFor()
    expect(await asked.getByLabel('Reason').inputValue()).toBe('it')
    await asked.getByLabel('Reason').fill('it is for a trial')
    await asked.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('status').getByText('Request 7 was made.').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(world.received.map(({ name, value }) => [name, value])).toMatchObject([
      ['task/fetch', { data: { verb: 'open', of: '7' } }],
      ['task/submit', { data: { verb: 'send', in_reason: 'it' } }],
      ['task/submit', { data: { verb: 'send', in_reason: 'it is for a trial' } }],
    ])
  })

  test('that is left by Escape sends nothing, and gives the focus back to its button', async () => {
    const { page, world } = await open('dana/channel', bot)
    await world.connector('POST', `/${idPart(channel)}/activities`, cardMessage(opener))
    await page.getByRole('button', { name: 'Open' }).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Open')
    expect(world.received.map(({ name }) => name)).toEqual(['task/fetch'])
  })
})

describe('refreshing', () => {
  test('happens by itself for the listed people only, and is marked as automatic', async () => {
    const { page, world } = await open('ada/groupChat')
    const amir = await visit(world, 'amir/groupChat')
    await postRequest(world, ['29:ada'])
    await page.getByRole('button', { name: 'Approve request 7' }).waitFor()
    await amir.getByText('waiting for approval').waitFor()
    expect(await amir.getByRole('button', { name: 'Approve request 7' }).count()).toBe(0)
    expect(world.received.map(activity => [activity.from.id, activity.value])).toMatchObject([
      ['29:ada', { trigger: 'automatic', action: { verb: 'look', data: { request: 7 } } }],
    ])
    await page.screenshot({ path: `${pictures}/approvers-light-1280.png` })
  })

  test('is offered to the others in the menu of the message, as manual', async () => {
    const { page, world } = await open('ada/groupChat')
    await postRequest(world, [])
    await page.locator('.menu-opener').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Refresh card' }).click()
    await page.getByRole('button', { name: 'Approve request 7' }).waitFor()
    expect(world.received[0]?.value).toMatchObject({ trigger: 'manual' })
  })

  test('does not happen again within a minute, but does when the message is edited', async () => {
    const { page, world } = await open('ada/groupChat')
    const at = await postRequest(world, ['29:ada', '29:amir'])
    await page.getByRole('button', { name: 'Approve request 7' }).waitFor()
    await page.getByRole('button', { name: /ML platform/ }).click()
    await page.getByRole('button', { name: /Network approvers/ }).click()
    await page.getByRole('button', { name: 'Approve request 7' }).waitFor()
    expect(world.received).toHaveLength(1)
    await world.connector('PUT', at, cardMessage(requestCard(false, ['29:ada'], 'asked for the second time')))
    await expect.poll(() => world.received.length).toBe(2)
  })

  test('shows everybody the common card again once the message is edited', async () => {
    const { page, world } = await open('ada/groupChat')
    const at = await postRequest(world, ['29:ada'])
    await page.getByRole('button', { name: 'Approve request 7' }).waitFor()
    await world.connector('PUT', at, cardMessage(requestCard(false, [], 'approved by Amir')))
    await page.getByText('approved by Amir').waitFor()
    expect(await page.getByRole('button', { name: 'Approve request 7' }).count()).toBe(0)
    expect(world.received).toHaveLength(1)
  })

  test('that fails leaves the card and says nothing', async () => {
    const { page, world } = await open('ada/groupChat', () => ({ status: 500 }))
    await postRequest(world, ['29:ada'])
    await expect.poll(() => world.received.length).toBe(1)
    expect(await page.locator('.card').textContent()).toContain('waiting for approval')
    expect(await page.locator('.message-status:not(:empty)').count()).toBe(0)
  })
})
