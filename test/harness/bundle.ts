import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export const project = fileURLToPath(new URL('../..', import.meta.url))

/** Under the project, so that packages are found from there, and out of git. */
export const cacheFolder = join(project, 'node_modules', '.cache', 'gatehouse')

/** Makes one file that plain node can run from a TypeScript entry; its path. Packages stay outside. */
export async function bundle(entry: string): Promise<string> {
  // One file per entry and process: another worker may be running its own.
  const name = createHash('sha256').update(`${entry} ${process.pid}`).digest('hex').slice(0, 16)
  const outfile = join(cacheFolder, 'bundles', `${name}.mjs`)
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  })
  return outfile
}
