import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { galleryPage } from '../scripts/gallery-page.mjs'
import { everyCard } from './cards/every-card.ts'
import { openBrowser } from './harness/browser.ts'
import { project } from './harness/bundle.ts'
import { layoutFaults } from './harness/layout-faults.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const file = join(project, 'test-output', 'gallery-under-test.html')
const cards = everyCard()
const languages = Object.keys(cards)
let browser: Browser

beforeAll(async () => {
  mkdirSync(join(project, 'test-output'), { recursive: true })
  writeFileSync(file, await galleryPage(cards))
  browser = await openBrowser()
}, 180_000)
afterAll(() => browser.close())

type Look = Readonly<Record<'language' | 'theme' | 'width', string>>

async function gallery(look: Look, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  page.setDefaultTimeout(120_000)
  await page.goto(`${pathToFileURL(file).href}#${new URLSearchParams(look)}`)
  return page
}

/** What axe finds against the cards: the card, the rule, the text and why. */
async function axeFaults(page: Page, contrast: 'only' | 'not'): Promise<readonly string[]> {
  await page.evaluate(axe)
  const rules =
    contrast === 'only'
      ? `runOnly: ['color-contrast']`
      : `runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], rules: { 'color-contrast': { enabled: false } }`
  return page.evaluate<readonly string[]>(`axe
    .run('main', { resultTypes: ['violations'], elementRef: true, ${rules} })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ element, failureSummary }) =>
      [element.closest('[data-card]')?.dataset.card, id, element.textContent.slice(0, 60), failureSummary].join(' | '))))`)
}

it.each(languages)(
  'shows every card in %s with nothing clipped and nothing that scrolls sideways',
  async language => {
    const faults: string[] = []
    for (const [width, pixels] of [
      ['narrow', 320],
      ['wide', 800],
    ] as const) {
      const page = await gallery({ language, theme: 'light', width }, pixels)
      expect(await page.locator('[data-card]').count()).toBe(cards[language]?.length)
      faults.push(
        ...(await page.evaluate<readonly string[]>(layoutFaults)).map(fault => `${width}: ${fault}`),
      )
      await page.close()
    }
    expect(faults).toEqual([])
  },
  180_000,
)

it.each(languages)(
  'names everything in %s so that a screen reader can tell it',
  async language => {
    const page = await gallery({ language, theme: 'light', width: 'wide' }, 800)
    expect(await axeFaults(page, 'not')).toEqual([])
    await page.close()
  },
  180_000,
)

it.each(['light', 'dark'])(
  'keeps its contrast where it is %s',
  async theme => {
    const page = await gallery({ language: 'en', theme, width: 'wide' }, 800)
    expect(await axeFaults(page, 'only')).toEqual([])
    await page.close()
  },
  180_000,
)
