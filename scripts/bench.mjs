// Runs the benchmarks: all of them, or those whose names stand behind it. Node 20 reads no TypeScript, so they are bundled first.
import { rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const outfile = join(root, 'node_modules', '.cache', 'gatehouse', 'bench', `main-${process.pid}.mjs`)

/** Bundled files look for others beside where they were written, not beside the bundle. */
const ownAddresses = {
  name: 'own-addresses',
  setup: builder =>
    builder.onLoad({ filter: /\.(ts|mjs)$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const contents = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' }
    }),
}

await build({
  absWorkingDir: root,
  entryPoints: ['bench/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  plugins: [ownAddresses],
  logLevel: 'warning',
})
process.chdir(root)
process.on('exit', () => rmSync(outfile, { force: true }))
await import(pathToFileURL(outfile).href)
