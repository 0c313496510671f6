import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'

let folder = ''
let program = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulator-main-'))
  program = join(folder, 'simulator.mjs')
  const entryPoints = [new URL('../../src/simulator/main.ts', import.meta.url).pathname]
  await build({
    entryPoints,
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs the program until it says its address or ends. */
async function run(env: Record<string, string>) {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [program], { env: { PATH, SIMULATOR_PORT: '0', ...env } })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = { out: '', err: '' }
  child.stderr.on('data', chunk => {
    said.err += String(chunk)
  })
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  await Promise.race([
    new Promise<void>(resolve => {
      child.stdout.on('data', chunk => {
        said.out += String(chunk)
        if (said.out.includes('\n')) resolve()
      })
    }),
    new Promise(resolve => child.once('close', resolve)),
  ])
  return { child, said, ended }
}

describe('the simulator as a program', () => {
  it('prints its address on one line, serves, and ends when it is told to', async () => {
    const { child, said, ended } = await run({})
    expect(said.out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/)
    const reply = await fetch(`${said.out.trim()}/_sim/token`)
    expect(reply.status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(said.out.split('\n')).toHaveLength(2)
  })

  it('serves the tenant of a file, and keeps its state in a folder that it makes', async () => {
    const file = join(folder, 'own.json')
    await writeFile(file, '{"workspaces":[]}')
    const data = join(folder, 'new', 'data')
    const { said } = await run({ SIMULATOR_TENANT: file, DATA_DIR: data })
    const url = said.out.trim()
    const { access_token } = (await (await fetch(`${url}/_sim/token`)).json()) as { access_token: string }
    const list = await fetch(`${url}/subscriptions?api-version=2022-12-01`, {
      headers: { authorization: `Bearer ${access_token}` },
    })
    expect(await list.json()).toEqual({ value: [] })
    await fetch(`${url}/_sim/reset`, { method: 'POST' })
    expect(JSON.parse(await readFile(join(data, 'simulator.json'), 'utf8'))).toMatchObject({ version: 1 })
  })

  it.each([
    [
      'a tenant file that is not there',
      { SIMULATOR_TENANT: '/none/of/it.json' },
      'SIMULATOR_TENANT cannot be read',
    ],
    [
      'a tenant file that is wrong',
      { SIMULATOR_TENANT: 'wrong.json' },
      'At the top of the tenant file: the field "zeit" is not known.',
    ],
    ['a folder that cannot be made', { DATA_DIR: 'wrong.json' }, 'DATA_DIR cannot be used'],
    ['a port that is none', { SIMULATOR_PORT: '70000' }, 'SIMULATOR_PORT must be a number'],
  ])('says what is wrong and ends: %s', async (_title, env: Record<string, string>, sentence) => {
    const wrong = join(folder, 'wrong.json')
    await writeFile(wrong, '{"workspaces":[],"zeit":1}')
    const placed = Object.entries(env).map(([name, value]) => [name, value === 'wrong.json' ? wrong : value])
    const { said, ended } = await run(Object.fromEntries(placed))
    expect(await ended).toBe(1)
    expect(said.out).toBe('')
    expect(said.err).toContain(sentence)
    expect(said.err).not.toMatch(/\n\s+at /)
  })

  it('says so when its port is taken', async () => {
    const first = await run({})
    const { port } = new URL(first.said.out.trim())
    const second = await run({ SIMULATOR_PORT: port })
    expect(await second.ended).toBe(1)
    expect(second.said.err).toMatch(/^The simulator cannot start: .*EADDRINUSE.*\.\n$/)
  })
})
