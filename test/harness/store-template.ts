import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { bundle, cacheFolder, project } from './bundle.ts'

const readyWithinMs = 80_000
const Package = z.object({ version: z.string() })

/**
 * Makes, if it is not there yet, a store folder that has pg-boss's tables and nothing else, for tests to copy: the first
 * start of an empty one costs seconds of processor time. Kept between runs, once per version of the packages.
 */
export async function prepareStoreTemplate(): Promise<void> {
  const folder = await templateFolder()
  if (existsSync(folder)) return
  const script = await bundle(fileURLToPath(new URL('./make-store-template.ts', import.meta.url)))
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'ignore', 'inherit'] })
  await new Promise(resolve => child.once('exit', resolve))
}

/** Copies the template to `dataDir`, waiting for it where it is still being made. */
export async function copyStoreTemplate(dataDir: string): Promise<void> {
  const folder = await templateFolder()
  for (let waitedMs = 0; !existsSync(folder); waitedMs += 50) {
    if (waitedMs >= readyWithinMs) throw new Error(`the template of the store was not made at ${folder}`)
    await pause(50)
  }
  await cp(folder, dataDir, { recursive: true })
}

async function templateFolder(): Promise<string> {
  const versions = await Promise.all(
    ['@electric-sql/pglite', 'pg-boss'].map(async name => {
      const text = await readFile(join(project, 'node_modules', name, 'package.json'), 'utf8')
      return Package.parse(JSON.parse(text)).version
    }),
  )
  return join(cacheFolder, `store-${versions.join('-')}`)
}
