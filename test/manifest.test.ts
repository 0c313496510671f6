import { readFileSync } from 'node:fs'
import ajvDraft4 from 'ajv-draft-04'
import { expect, test } from 'vitest'
import { loadLibrary } from '../src/knowledge/library.ts'
import { commandOf } from '../src/understanding/commands.ts'
import { nameIndex } from '../src/understanding/name-index.ts'
import { parse } from '../src/understanding/parse.ts'
import { ourPackage } from './harness/teams-package.ts'

/** The parts of a value that Microsoft's schema refuses. */
function refusedBy(schemaName: string, value: unknown) {
  const schema = readFileSync(new URL(`fixtures/teams/v1.25/${schemaName}.schema.json`, import.meta.url))
  const validate = new ajvDraft4.default({
    allErrors: true,
    strict: false,
    // Microsoft writes patterns that are no Unicode regular expressions.
    unicodeRegExp: false,
    formats: { uri: URL.canParse },
  }).compile(JSON.parse(String(schema)))
  validate(value)
  return (validate.errors ?? []).map(({ instancePath, params }) => ({ instancePath, params }))
}

function read(text: string, workspaces: readonly string[]) {
  const library = loadLibrary()
  if (!library.ok) throw new Error('Our own records do not load.')
  return parse(text, {}, nameIndex(workspaces, library.library.collections))
}

test("the manifest and the French texts are valid against Microsoft's schemas of the version they name", async () => {
  const { manifest, french } = await ourPackage()
  expect(refusedBy('MicrosoftTeams', manifest)).toEqual([])
  expect(refusedBy('MicrosoftTeams.Localization', french)).toEqual([])
  expect(manifest.manifestVersion).toBe('1.25')
  expect([manifest.$schema, french.$schema]).toEqual([
    'https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.schema.json',
    'https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json',
  ])
})

test('the schemas do refuse what Teams would refuse', async () => {
  const { manifest, french } = await ourPackage()
  const { developer: _, ...withoutDeveloper } = manifest
  expect(refusedBy('MicrosoftTeams', withoutDeveloper)).toEqual([
    { instancePath: '', params: { missingProperty: 'developer' } },
  ])
  const misspelt = 'bots[0].commandLists[3].commands[0].title'
  expect(refusedBy('MicrosoftTeams.Localization', { ...french, [misspelt]: 'x' })).toEqual([
    { instancePath: '', params: { additionalProperty: misspelt } },
  ])
})

test('the manifest asks for no domain: the bot shows nothing of the web inside Teams', async () => {
  expect((await ourPackage()).manifest.validDomains).toEqual([])
})

test('every scope of the bot offers commands, from one list each, within the limits of Teams', async () => {
  const [bot] = (await ourPackage()).manifest.bots
  expect(bot.scopes).toEqual(['personal', 'team', 'groupChat'])
  expect(bot.commandLists.flatMap(({ scopes }) => scopes).sort()).toEqual([...bot.scopes].sort())
  for (const { commands } of bot.commandLists) {
    const titles = commands.map(({ title }) => title.toLowerCase())
    expect(titles.length).toBeLessThanOrEqual(12)
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles.filter(title => title.startsWith('/'))).toEqual([])
  }
})

test.each([
  ['that has the example workspace', ['ws-prod', 'ws-dev']],
  ['that has other workspaces only', ['ws-dev']],
  ['that has no workspace', []],
])('every command is understood in a tenant %s', async (_, workspaces) => {
  const [bot] = (await ourPackage()).manifest.bots
  const intents = (scope: string) =>
    bot.commandLists
      .filter(({ scopes }) => scopes.includes(scope))
      .flatMap(({ commands }) => commands)
      .map(({ title }) =>
        commandOf(title)?.is === 'approvals-here' ? 'approvals_here' : read(title, workspaces).intent,
      )
  const asking = ['can_use', 'list_workspaces', 'show_network', 'help']
  expect(intents('personal')).toEqual(asking)
  expect(intents('team')).toEqual([...asking, 'approvals_here'])
  expect(intents('groupChat')).toEqual([...asking, 'approvals_here'])
})

test('the commands name what they ask about, so that nothing is asked back', async () => {
  const [bot] = (await ourPackage()).manifest.bots
  for (const { commands } of bot.commandLists) {
    const [canUse, , show] = commands.map(({ title }) => read(title, ['ws-prod']))
    expect(canUse?.entities).toMatchObject({ workspaces: ['ws-prod'], collections: ['huggingface'] })
    expect(show?.entities).toMatchObject({ workspaces: ['ws-prod'] })
    expect([canUse?.clarify, show?.clarify]).toEqual([[], []])
  }
})

// Teams sends a translated title as it reads there.
test('every command is titled and described in French, and understood as the same thing', async () => {
  const { manifest, french } = await ourPackage()
  const commands = manifest.bots[0].commandLists.flatMap(({ commands: own }, list) =>
    own.map(({ title }, at) => ({ title, key: `bots[0].commandLists[${list}].commands[${at}]` })),
  )
  expect(Object.keys(french).filter(key => key.startsWith('bots'))).toEqual(
    commands.flatMap(({ key }) => [`${key}.title`, `${key}.description`]),
  )
  for (const { title, key } of commands) {
    const said = french[`${key}.title`] ?? ''
    expect(commandOf(said)).toEqual(commandOf(title))
    if (commandOf(title) !== undefined) continue
    const [inFrench, inEnglish] = [said, title].map(text => read(text, ['ws-prod']))
    expect([said, inFrench?.intent]).toEqual([said, inEnglish?.intent])
    expect(inFrench?.entities).toEqual(inEnglish?.entities)
  }
})

test('links to the two places where a workspace has a page are unfurled, for people who have the app', async () => {
  const { manifest } = await ourPackage()
  expect(manifest.composeExtensions).toEqual([
    {
      botId: manifest.bots[0].botId,
      messageHandlers: [
        {
          type: 'link',
          value: { domains: ['ml.azure.com', 'portal.azure.com'], supportsAnonymizedPayloads: false },
        },
      ],
    },
  ])
})
