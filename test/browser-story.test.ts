import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildBot } from '../scripts/build-bot.mjs'
import { openBrowser } from './harness/browser.ts'
import { cacheFolder, project } from './harness/bundle.ts'
import { runScript } from './harness/child-process.ts'
import { storeUnderTest } from './harness/store.ts'

const pictures = join(project, 'test-output', 'road')
// What `npm start` runs, packages bundled and all, in a folder of its own from which the others are found.
const built = join(cacheFolder, 'dist')
const store = storeUnderTest('embedded')
let browser: Browser

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  await buildBot(built)
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A person at the local page, with a picture of each stage to look at. */
async function visit(url: string, where: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 900, height: 1000 }, reducedMotion: 'reduce' })
  await page.goto(`${url}#${where}`)
  return page
}

it('goes the whole road by clicking: asked, requested, approved by somebody else, applied, told', async () => {
  const { dataDir } = await store.place()
  const bot = runScript(
    { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', DATABASE_URL: '' },
    join(built, 'main.js'),
    '--local',
  )
  const url = (await bot.said(/^Gatehouse is ready: /)).replace('Gatehouse is ready: ', '')

  const dana = await visit(url, 'dana/channel')
  await dana.getByRole('textbox', { name: 'Start a post' }).fill('can I use Hugging Face in ws-prod?')
  await dana.keyboard.press('Enter')
  await dana.getByText('Not yet: Hugging Face cannot be used in ws-prod').first().waitFor()
  await dana.screenshot({ path: join(pictures, '1-verdict.png'), fullPage: true })

  await dana.getByRole('button', { name: /^Request 3 hosts/ }).click()
  await dana.getByLabel('Why do you need it?').fill('We evaluate a sentence transformer this sprint.')
  await dana.screenshot({ path: join(pictures, '2-form.png'), fullPage: true })
  await dana.getByRole('button', { name: /^Request/ }).click()
  await dana
    .getByText(/waiting for approval/i)
    .first()
    .waitFor()
  await dana.screenshot({ path: join(pictures, '3-requested.png'), fullPage: true })

  const ada = await visit(url, 'ada/channel')
  await ada.getByRole('button', { name: /^Approve/ }).waitFor()
  // The README's picture: the same moment as both see it.
  const both = await visit(url, 'dana/channel+ada/channel')
  await both.setViewportSize({ width: 1500, height: 1000 })
  await both.getByRole('button', { name: 'Withdraw' }).last().waitFor()
  await both.screenshot({ path: join(pictures, 'side-by-side.png') })
  await both.close()
  await ada.screenshot({ path: join(pictures, '4-approval.png'), fullPage: true })
  await ada.getByRole('button', { name: /^Approve/ }).click()

  await dana.getByText('You can now use Hugging Face in ws-prod').last().waitFor()
  await dana.screenshot({ path: join(pictures, '5-told.png'), fullPage: true })
  await ada.screenshot({ path: join(pictures, '6-approver-at-the-end.png'), fullPage: true })
  expect(await ada.getByRole('button', { name: /^Approve/ }).count()).toBe(0)
  expect(await dana.locator('.mention', { hasText: 'Dana Scientist' }).count()).toBeGreaterThan(0)
})
