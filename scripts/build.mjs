import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { context } from 'esbuild'
import { botOptions, buildBot } from './build-bot.mjs'
import { buildPage } from './build-page.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = fileURLToPath(new URL('../dist', import.meta.url))

if (process.argv.includes('--watch')) {
  let running
  const restart = () => {
    running?.kill()
    running = spawn(process.execPath, ['dist/main.js', '--local'], { cwd: root, stdio: 'inherit' })
  }
  const watching = await context({
    ...botOptions(dist),
    plugins: [
      {
        name: 'restart',
        setup: builder =>
          builder.onEnd(async ({ errors }) => {
            if (errors.length > 0) return
            await buildPage(`${dist}/page`)
            restart()
          }),
      },
    ],
  })
  await watching.watch()
} else {
  await rm(dist, { recursive: true, force: true })
  await buildBot(dist)
}
