// Draws color.png and outline.png from their SVG files: node manifest/draw-icons.mjs
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const folder = fileURLToPath(new URL('./', import.meta.url))
const bundled = await build({
  entryPoints: [fileURLToPath(new URL('../test/harness/browser.ts', import.meta.url))],
  outfile: fileURLToPath(new URL('../test-output/browser.mjs', import.meta.url)),
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  write: true,
})
if (bundled.errors.length > 0) process.exit(1)
const { openBrowser } = await import('../test-output/browser.mjs')

const browser = await openBrowser()
try {
  for (const [name, side] of [
    ['color', 192],
    ['outline', 32],
  ]) {
    const page = await browser.newPage({ viewport: { width: side, height: side } })
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block }</style>${await readFile(`${folder}${name}.svg`, 'utf8')}`,
    )
    await page.screenshot({ path: `${folder}${name}.png`, omitBackground: true })
    await page.close()
  }
} finally {
  await browser.close()
}
