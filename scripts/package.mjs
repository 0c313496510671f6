// Makes the package that Teams takes, dist/gatehouse.zip or the file named: node scripts/package.mjs [file]
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { z } from 'zod'

const root = fileURLToPath(new URL('../', import.meta.url))
const readText = path => readFile(`${root}${path}`, 'utf8')
const httpsUrl = z.url({ protocol: /^https$/ }).max(2048)

/** What fills each placeholder; docs/install.md explains them. */
const variables = {
  MicrosoftAppId: { shape: z.guid(), must: "the bot's app id, a GUID" },
  TEAMS_DEVELOPER_NAME: {
    shape: z.string().max(32),
    must: 'the name of whoever runs the bot, at most 32 characters',
  },
  TEAMS_DEVELOPER_WEBSITE_URL: {
    shape: httpsUrl,
    must: 'the https address where people find support for the bot',
  },
  TEAMS_DEVELOPER_PRIVACY_URL: { shape: httpsUrl, must: 'the https address of your privacy statement' },
  TEAMS_DEVELOPER_TERMS_URL: { shape: httpsUrl, must: 'the https address of your terms of use' },
  // Teams takes three numbers only, although the schema speaks of semantic versions.
  TEAMS_APP_VERSION: {
    shape: z.string().regex(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/),
    must: 'three numbers such as 1.2.0',
    otherwise: JSON.parse(await readText('package.json')).version,
  },
  TEAMS_EXAMPLE_WORKSPACE: {
    shape: z.string().regex(/^[a-z0-9][a-z0-9_-]{2,32}$/i),
    must: 'the name of a workspace, 3 to 33 letters, digits, hyphens and underscores',
    otherwise: 'ws-prod',
  },
}

const problems = []
const values = {}
for (const [name, { shape, must, otherwise }] of Object.entries(variables)) {
  const text = process.env[name]?.trim() || otherwise
  if (text === undefined) problems.push(`${name} is missing: it must be ${must}.`)
  else if (!shape.safeParse(text).success) problems.push(`${name} must be ${must}.`)
  values[name] = text
}
if (problems.length > 0) {
  console.error(`${problems.join('\n')}\nNo package was made. docs/install.md explains these variables.`)
  process.exit(1)
}

/** Fills the strings of parsed JSON, so that no value can break out of its quotes. */
function filled(node) {
  if (typeof node === 'string')
    return node.replace(/\$\{\{(.*?)\}\}/g, (placeholder, name) => {
      if (values[name] === undefined) throw new Error(`Nothing fills ${placeholder}.`)
      return values[name]
    })
  if (Array.isArray(node)) return node.map(filled)
  if (typeof node === 'object' && node !== null)
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, filled(value)]))
  return node
}

async function filledFile(name) {
  return Buffer.from(`${JSON.stringify(filled(JSON.parse(await readText(`manifest/${name}`))), null, 2)}\n`)
}

const { icons, localizationInfo } = JSON.parse(await readText('manifest/manifest.json'))
const contents = { 'manifest.json': await filledFile('manifest.json') }
for (const icon of Object.values(icons)) contents[icon] = await readFile(`${root}manifest/${icon}`)
for (const { file } of localizationInfo.additionalLanguages) contents[file] = await filledFile(file)

const out = process.argv[2] ?? `${root}dist/gatehouse.zip`
await mkdir(dirname(out), { recursive: true })
// One fixed date, the earliest that a zip can hold: the same input gives the same bytes.
await writeFile(out, zipSync(contents, { level: 9, mtime: new Date(1980, 0, 1) }))
console.log(
  `${out} holds ${Object.keys(contents).join(', ')}: Gatehouse ${values.TEAMS_APP_VERSION} for the bot ${values.MicrosoftAppId}.`,
)
