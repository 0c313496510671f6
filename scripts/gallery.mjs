// Draws every card in every state into test-output/gallery.html, as the local page draws them.
// With --pictures it takes a picture of each, narrow and wide, light and dark. A word picks the cards whose name holds it.
// With --language=fr they speak French.
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../', import.meta.url))
const out = `${root}test-output/`
const language = process.argv.find(word => word.startsWith('--language='))?.split('=')[1] ?? 'en'
const gallery = language === 'en' ? 'gallery' : `gallery-${language}`
const pictures = `${out}${gallery}/`
const only = process.argv.slice(2).find(word => !word.startsWith('--'))

const drawing = `
import { AdaptiveCard } from 'adaptivecards'
import { teamsHostConfig } from './src/adapters/page/client/host-config.ts'
import { htmlOf, mentionsIn } from './src/adapters/page/client/markdown.ts'
const draw = dark => {
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  const main = document.querySelector('main')
  main.replaceChildren()
  for (const { name, rendered } of window.samples) {
    const heading = document.createElement('h2')
    heading.textContent = name
    // A form of its own: radio buttons of two cards would be one group otherwise.
    const box = document.createElement('form')
    box.className = rendered.card.msteams?.width === 'Full' ? 'card card-wide' : 'card'
    AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = htmlOf(text, mentionsIn(rendered.card))
      result.didProcess = true
    }
    const card = new AdaptiveCard()
    card.hostConfig = teamsHostConfig
    card.parse(rendered.card)
    box.append(card.render())
    const item = document.createElement('section')
    item.id = name.replace(/[^a-z0-9]+/gi, '-')
    item.append(heading, box)
    main.append(item)
  }
}
const dark = document.querySelector('#dark')
dark.addEventListener('change', () => draw(dark.checked))
dark.checked = location.hash === '#dark'
draw(dark.checked)
`

await mkdir(pictures, { recursive: true })

const samplesFile = `${out}gallery-samples.mjs`
await build({
  stdin: {
    contents: `export { cardsIn } from './test/cards/cards-in.ts'
export { labelsFor } from './src/language/languages.ts'
export { openBrowser } from './test/harness/browser.ts'`,
    resolveDir: root,
  },
  outfile: samplesFile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
})
const { cardsIn, labelsFor, openBrowser } = await import(pathToFileURL(samplesFile).href)
const labels = labelsFor(language)
const samples = cardsIn(labels)

const [script, style] = await Promise.all([
  build({
    stdin: { contents: drawing, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
  }),
  build({
    entryPoints: [`${root}src/adapters/page/client/style.css`],
    bundle: true,
    write: false,
    minify: true,
  }),
])
const shown = only === undefined ? samples : samples.filter(({ name }) => name.includes(only))
const json = JSON.stringify(shown).replaceAll('<', '\\u003c')
const html = `<!doctype html>
<html lang="${labels.locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gatehouse: every card in every state</title>
<style>${style.outputFiles[0].text}
html, body { height: auto; overflow: auto; display: block }
body { margin: 0; padding: 12px; background: var(--canvas) }
main { display: block; max-width: 800px; margin: auto }
h2 { margin: 20px 0 6px; font: 600 12px system-ui; color: var(--subtle) }
</style>
<label><input type="checkbox" id="dark"> Dark</label>
<main></main>
<script>window.samples = ${json}</script>
<script>${script.outputFiles[0].text.replaceAll('</script', '<\\/script')}</script>
</html>
`
await writeFile(`${out}${gallery}.html`, html)
console.log(`${shown.length} cards are in test-output/${gallery}.html.`)

if (!process.argv.includes('--pictures')) process.exit(0)
const browser = await openBrowser()
try {
  for (const [width, scheme] of [
    [360, 'light'],
    [360, 'dark'],
    [800, 'light'],
    [800, 'dark'],
  ]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    await page.goto(`${pathToFileURL(`${out}${gallery}.html`).href}#${scheme}`)
    const overflowing = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    if (overflowing) console.log(`At ${width} pixels the gallery scrolls sideways.`)
    for (const section of await page.locator('main > section').all())
      await section.screenshot({
        path: `${pictures}${await section.getAttribute('id')}-${width}-${scheme}.png`,
      })
    await page.close()
  }
} finally {
  await browser.close()
}
