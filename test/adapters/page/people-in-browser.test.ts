import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { cardMessage } from './fake-bot.ts'
import { ask, open, pictures, postRequest, useBrowser, visit } from './page-in-browser.ts'
import { sampleBot, verdictCard } from './sample-bot.ts'

useBrowser()

describe('people and conversations', () => {
  test('are switched with the keyboard alone, and so is everything from question to approval', async () => {
    const { page, world } = await open('dana/channel')
    const tabTo = async (name: RegExp) => {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press('Tab')
        const label = await page.evaluate<string>(focusedLabel)
        if (name.test(label)) return
      }
      throw new Error(`Tab never reaches ${name}`)
    }
    await tabTo(/Start a post/)
    await page.keyboard.type('can I use Hugging Face in ws-prod?')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Request access' }).waitFor()
    await tabTo(/person-1/)
    await tabTo(/Reason/)
    await page.keyboard.type('A demonstration')
    await tabTo(/Request access/)
    await page.keyboard.press('Enter')
    await page.getByText('State: requested for “A demonstration”').waitFor()
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Request access')
    await tabTo(/person-1/)
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('radio', { name: /Ada/ }).isChecked()).toBe(true)
    await tabTo(/Network approvers/)
    await page.keyboard.press('Enter')
    await tabTo(/Comment/)
    await page.keyboard.type('Fine')
    await tabTo(/Approve request 7/)
    await page.keyboard.press('Enter')
    await page.getByText('approved with “Fine”').waitFor()
    expect(world.received.map(({ from, type }) => `${from.id} ${type}`)).toEqual([
      '29:dana message',
      '29:dana invoke',
      '29:ada invoke',
      '29:ada invoke',
    ])
    // The button is gone: the focus stays with the message and does not fall to the top of the page.
    expect(await page.evaluate('document.activeElement?.tagName')).toBe('ARTICLE')
  })

  test('show how much is new, and see their own chats only', async () => {
    const { page, world } = await open('dana/personal')
    await world.connector('POST', '', { members: [{ id: '29:ada' }], activity: cardMessage(verdictCard()) })
    await postRequest(world, [])
    await page.locator('label', { hasText: 'Ada' }).getByText('2 new').waitFor()
    expect(await page.locator('.card').count()).toBe(0)
    await page.getByText('Ada', { exact: true }).click()
    await page.getByText('State: asked').waitFor()
    expect(await page.getByRole('button', { name: /Network approvers/ }).textContent()).toContain('1')
    expect(page.url()).toContain('#ada/personal')
    await page.getByText('Dana', { exact: true }).click()
    expect(await page.getByRole('button', { name: /Network approvers/ }).count()).toBe(0)
  })

  test('can be two side by side', async () => {
    const { page } = await open('dana/channel', sampleBot(), { viewport: { width: 1500, height: 1000 } })
    await page.getByRole('button', { name: 'Two people side by side' }).click()
    const [left, right] = [page.locator('.pane').nth(0), page.locator('.pane').nth(1)]
    await right.getByRole('button', { name: /Network approvers/ }).click()
    await left.getByRole('button', { name: 'can I use Hugging Face in ws-prod?' }).click()
    await left.getByRole('button', { name: 'Request access' }).click()
    await right.getByRole('button', { name: 'Approve request 7' }).waitFor()
    await page.screenshot({ path: `${pictures}/two-1500.png` })
    await page.reload()
    await page.locator('.pane').nth(1).getByRole('heading', { name: 'Network approvers' }).waitFor()
  })
})

describe('the page', () => {
  test('says when a message was not delivered', async () => {
    const { page } = await open('dana/personal', () => ({ status: 503 }))
    await page.getByRole('textbox').fill('hello')
    await page.keyboard.press('Enter')
    await page.getByText('Not delivered. Gatehouse answered with HTTP 503.').waitFor()
  })

  test('shows that the bot is at work until it has answered', async () => {
    let finish = (): void => undefined
    const { page } = await open(
      'dana/channel',
      () =>
        new Promise(resolve => {
          finish = () => resolve({})
        }),
    )
    await ask(page)
    await page.getByText('Gatehouse is working').waitFor()
    await page.screenshot({ path: `${pictures}/working.png` })
    finish()
    await page.getByText('Gatehouse is working').waitFor({ state: 'hidden' })
  })

  test('answers in a thread where one replies', async () => {
    const { page, world } = await open('dana/channel')
    await ask(page)
    await page.getByRole('button', { name: 'Reply' }).click()
    await page.getByRole('textbox', { name: 'Reply in this thread' }).fill('and in ws-dev?')
    await page.keyboard.press('Enter')
    await expect.poll(() => world.received.length).toBe(2)
    expect(world.received[1]?.conversation.id).toBe(world.received[0]?.conversation.id)
    await expect.poll(() => page.locator('.thread article').count()).toBe(4)
    expect(await page.locator('.thread').count()).toBe(1)
  })

  test.each(['light', 'dark'] as const)('has no sideways scroll at 320 px, in %s', async theme => {
    const look = { viewport: { width: 320, height: 720 }, colorScheme: theme }
    const { page, world } = await open('dana/channel', sampleBot(), look)
    await ask(page)
    await page.getByRole('button', { name: 'Request access' }).click()
    await page.screenshot({ path: `${pictures}/channel-${theme}-320.png` })
    for (const where of ['ada/groupChat', 'ada/personal', 'mallory/channel']) {
      const other = await visit(world, where, look)
      await other.screenshot({ path: `${pictures}/${where.replace('/', '-')}-${theme}-320.png` })
      expect([where, await widest(other)]).toEqual([where, 320])
      expect([where, await other.evaluate('document.documentElement.scrollHeight')]).toEqual([where, 720])
    }
    expect(await widest(page)).toBe(320)
  })

  test('is dark where the system is, light when chosen, and stays as chosen', async () => {
    const { page } = await open('dana/channel', sampleBot(), { colorScheme: 'dark' })
    await ask(page)
    await page.getByText('Verdict: not yet').waitFor()
    await page.screenshot({ path: `${pictures}/channel-dark-1280.png` })
    const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
    expect(await background()).toBe('rgb(31, 31, 31)')
    await page.getByLabel('Theme').selectOption('light')
    expect(await background()).toBe('rgb(245, 245, 245)')
    await page.reload()
    await page.getByText('Verdict: not yet').waitFor()
    expect(await background()).toBe('rgb(245, 245, 245)')
  })

  test('says that the connection is lost', async () => {
    const { page, world } = await open('dana/channel')
    world.page.close()
    await page.getByText('The connection to Gatehouse is lost').waitFor()
    await page.getByText('The connection to Gatehouse is lost').waitFor({ state: 'detached' })
  })
})

/** The width that the page and everything that scrolls in it really need. */
function widest(page: Page): Promise<number> {
  return page.evaluate(`
    const spill = [...document.querySelectorAll('*')].filter(each => ['auto', 'scroll'].includes(getComputedStyle(each).overflowX))
    document.documentElement.scrollWidth + Math.max(0, ...spill.map(each => each.scrollWidth - each.clientWidth))
  `)
}

const focusedLabel = `
  const focused = document.activeElement
  const ids = focused?.getAttribute('aria-labelledby')?.split(' ') ?? []
  const labels = ids.map(id => document.getElementById(id)?.textContent ?? '').join(' ');
  [labels, focused?.getAttribute('aria-label'), focused?.matches('button, a') ? focused.textContent : '', focused?.id].join(' ')
`
