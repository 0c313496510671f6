// Draws every card in every state and language into test-output/gallery.html, as the local page draws them.
// With --pictures it takes a picture of each kind, narrow and wide, light and dark. A word picks the cards whose name holds it.
// With --language=fr the pictures speak French; --each makes a picture of each card in place of one of each kind.
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { galleryPage } from './gallery-page.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const out = `${root}test-output/`
const options = process.argv.slice(2)
const only = options.find(word => !word.startsWith('--')) ?? ''
const language = options.find(word => word.startsWith('--language='))?.split('=')[1] ?? 'en'
const pictures = `${out}gallery/`

await mkdir(pictures, { recursive: true })
const samplesFile = `${out}gallery-samples.mjs`
await build({
  stdin: {
    contents: `export { everyCard } from './test/cards/every-card.ts'
export { openBrowser } from './test/harness/browser.ts'`,
    resolveDir: root,
  },
  outfile: samplesFile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
})
const { everyCard, openBrowser } = await import(pathToFileURL(samplesFile).href)
const cards = everyCard()
await writeFile(`${out}gallery.html`, await galleryPage(cards))
console.log(`${cards.en.length} cards in ${Object.keys(cards).join(', ')} are in test-output/gallery.html.`)

if (!options.includes('--pictures')) process.exit(0)
// The browser brings one font, without ✓ and without monospace; a person's own has both.
const fonts = `${out}fonts.conf`
await writeFile(
  fonts,
  `<fontconfig><dir>${tmpdir()}/fonts/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${out}fontconfig</cachedir></fontconfig>`,
)
process.env.FONTCONFIG_FILE = fonts
const browser = await openBrowser()
try {
  for (const [width, pixels] of [
    ['narrow', 1280],
    ['wide', 800],
  ])
    for (const theme of ['light', 'dark']) {
      const page = await browser.newPage({ viewport: { width: pixels, height: 900 } })
      const shown = new URLSearchParams({ language, theme, width, only })
      await page.goto(`${pathToFileURL(`${out}gallery.html`).href}#${shown}`)
      const found = page.locator(options.includes('--each') ? '[data-card]' : '[data-kind]')
      for (const each of await found.all()) {
        const name = await each.evaluate(({ id, dataset }) => id || dataset.kind.replaceAll(' ', '-'))
        await each.screenshot({
          path: `${pictures}${name}-${language}-${width}-${theme}.png`,
          timeout: 90_000,
        })
      }
      await page.close()
    }
} finally {
  await browser.close()
}
