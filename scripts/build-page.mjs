import { copyFile, mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const client = fileURLToPath(new URL('../src/adapters/page/client/', import.meta.url))

/** Bundles the local page's client into a folder: main.js, index.html, style.css. */
export async function buildPage(outDir) {
  await mkdir(outDir, { recursive: true })
  await Promise.all([
    build({
      entryPoints: [`${client}main.ts`, `${client}style.css`],
      outdir: outDir,
      bundle: true,
      format: 'esm',
      target: 'es2022',
      minify: true,
      legalComments: 'eof',
      logLevel: 'warning',
    }),
    copyFile(`${client}index.html`, `${outDir}/index.html`),
  ])
}
