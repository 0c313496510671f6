import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, context } from 'esbuild'
import { buildPage } from './build-page.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const entries = {
  main: 'src/main.ts',
  simulator: 'src/simulator/main.ts',
  ask: 'src/ask.ts',
  knowledge: 'src/knowledge-check.ts',
}

/** Our own code in one file per entry; packages stay where npm put them, with their workers and WebAssembly. */
const options = {
  absWorkingDir: root,
  entryPoints: entries,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
}

if (process.argv.includes('--watch')) {
  let running
  const restart = () => {
    running?.kill()
    running = spawn(process.execPath, ['dist/main.js', '--local'], { cwd: root, stdio: 'inherit' })
  }
  const watching = await context({
    ...options,
    plugins: [
      {
        name: 'restart',
        setup: builder =>
          builder.onEnd(async ({ errors }) => {
            if (errors.length > 0) return
            await buildPage('dist/page')
            restart()
          }),
      },
    ],
  })
  await watching.watch()
} else {
  await rm(new URL('../dist', import.meta.url), { recursive: true, force: true })
  await Promise.all([build(options), buildPage(fileURLToPath(new URL('../dist/page', import.meta.url)))])
}
