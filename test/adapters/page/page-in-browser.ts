import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { buildPage } from '../../../scripts/build-page.mjs'
import { openBrowser } from '../../harness/browser.ts'
import { approvers, type Behaviour, cardMessage, idPart, startWorld, type World } from './fake-bot.ts'
import { requestCard, sampleBot } from './sample-bot.ts'

export const pictures = 'test-output/page'
let browser: Browser
let assets = ''
const cleanup: (() => Promise<unknown>)[] = []

/** Builds the client and opens a browser for the tests of a file, and ends what each of them began. */
export function useBrowser(): void {
  beforeAll(async () => {
    assets = await mkdtemp(join(tmpdir(), 'page-assets-'))
    await mkdir(pictures, { recursive: true })
    await buildPage(assets)
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  afterEach(async () => {
    for (const each of cleanup.splice(0).reverse()) await each()
  })
}

export async function open(where: string, behave: Behaviour = sampleBot(), look: BrowserContextOptions = {}) {
  const world = await startWorld(behave, { assets })
  cleanup.push(world.close)
  return { world, page: await visit(world, where, look) }
}

export async function visit(world: World, where: string, look: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    ...look,
  })
  cleanup.push(() => context.close())
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('pageerror', error => wrong.push(String(error)))
  page.on('console', message => {
    // What a strict Content-Security-Policy stops is said on the console only.
    if (message.type() === 'error' && !message.text().includes('ERR_')) wrong.push(message.text())
  })
  cleanup.push(async () => expect(wrong).toEqual([]))
  await page.goto(`${world.url}/#${where}`)
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  return page
}

export const ask = (page: Page) =>
  page.getByRole('button', { name: 'can I use Hugging Face in ws-prod?' }).click()
export const lastCard = (page: Page) => page.locator('.card').last()

export async function postRequest(world: World, userIds: readonly string[]): Promise<string> {
  const { body } = await world.connector(
    'POST',
    `/${idPart(approvers)}/activities`,
    cardMessage(requestCard(false, userIds)),
  )
  return `/${idPart(approvers)}/activities/${String(body.id)}`
}
