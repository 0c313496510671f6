import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const scripts = fileURLToPath(new URL('./', import.meta.url))
const client = fileURLToPath(new URL('../src/adapters/page/client/', import.meta.url))

const options = names => names.map(name => `<option>${name}</option>`).join('')

/** One page with the cards of every language; its controls, or its address, say which are shown and how. */
export async function galleryPage(cards) {
  const bundled = entry =>
    build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      minify: true,
      format: 'iife',
      target: 'es2022',
    })
  const [script, style] = await Promise.all([
    bundled(`${scripts}gallery-client.mjs`),
    bundled(`${client}style.css`),
  ])
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gatehouse: every card in every state</title>
<link rel="icon" href="data:,">
<style>${style.outputFiles[0].text}
html, body { height: auto; overflow: auto; display: block }
body { margin: 0; background: var(--canvas) }
header form { display: flex; flex-wrap: wrap; gap: 12px; padding: 12px; background: var(--bar) }
h1, h2, h3 { margin: 0; padding: 12px 0 6px; color: var(--subtle); font: 600 13px system-ui }
h1 { padding: 0; color: var(--text) }
h2 { color: var(--text); font-size: 18px }
main { padding: 0 12px 12px }
/* 320 pixels in all, the margin included: the narrowest that Teams gives a card. */
[data-width="narrow"] .shelf { columns: 296px; column-gap: 16px }
[data-width="narrow"] .shelf > section { max-width: 296px; break-inside: avoid }
[data-width="wide"] .shelf > section { max-width: 760px }
</style>
<header><form>
<h1>Every card in every state</h1>
<label>Language <select name="language">${options(Object.keys(cards))}</select></label>
<label>Theme <select name="theme">${options(['light', 'dark'])}</select></label>
<label>Width <select name="width">${options(['narrow', 'wide'])}</select></label>
<label>Only <input name="only" type="search"></label>
</form></header>
<main></main>
<script>window.cards = ${JSON.stringify(cards).replaceAll('<', '\\u003c')}</script>
<script>${script.outputFiles[0].text.replaceAll('</script', '<\\/script')}</script>
</html>
`
}
