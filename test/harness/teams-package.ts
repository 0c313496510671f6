import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { onTestFinished } from 'vitest'
import { z } from 'zod'

const script = fileURLToPath(new URL('../../scripts/package.mjs', import.meta.url))

/** Every variable that has no value of its own. */
export const packageEnvironment = {
  MicrosoftAppId: '0a1b2c3d-1111-4222-8333-444455556666',
  TEAMS_DEVELOPER_NAME: 'The "Platform" team',
  TEAMS_DEVELOPER_WEBSITE_URL: 'https://example.com/gatehouse',
  TEAMS_DEVELOPER_PRIVACY_URL: 'https://example.com/privacy',
  TEAMS_DEVELOPER_TERMS_URL: 'https://example.com/terms',
}

const manifestShape = z.looseObject({
  $schema: z.string(),
  manifestVersion: z.string(),
  version: z.string(),
  id: z.string(),
  developer: z.looseObject({ name: z.string() }),
  validDomains: z.array(z.string()),
  bots: z.tuple([
    z.looseObject({
      botId: z.string(),
      scopes: z.array(z.string()),
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          commands: z.array(z.object({ title: z.string(), description: z.string().min(1) })),
        }),
      ),
    }),
  ]),
})

/** Runs scripts/package.mjs in an environment that holds nothing else of ours, into a folder that the test leaves behind empty. */
export function makePackage(given: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-package-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'made', 'gatehouse.zip')
  return new Promise<{ code: number | string; errors: string; file: string }>(resolve =>
    execFile(
      process.execPath,
      [script, file],
      { env: { PATH: process.env.PATH ?? '', ...given } },
      (error, _, errors) => resolve({ code: error === null ? 0 : (error.code ?? 'killed'), errors, file }),
    ),
  )
}

/** Makes a package and reads it back. */
export async function madePackage(given: Readonly<Record<string, string>>) {
  const { code, errors, file } = await makePackage(given)
  if (code !== 0) throw new Error(`The package was not made: ${errors}`)
  const entries = unzipSync(readFileSync(file))
  const text = (entry: string) => strFromU8(entries[entry] ?? new Uint8Array())
  return {
    entries,
    text,
    manifest: manifestShape.parse(JSON.parse(text('manifest.json'))),
    french: z.record(z.string(), z.string()).parse(JSON.parse(text('fr.json'))),
  }
}

let ours: ReturnType<typeof madePackage> | undefined

/** The package that `packageEnvironment` gives, made once for a file of tests. */
export function ourPackage() {
  ours ??= madePackage(packageEnvironment)
  return ours
}
