import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { z } from 'zod'

/** Where the running server's address is, or will be. */
export type PostgresAddress = { readonly url: string } | { readonly file: string }

const Answer = z.union([z.object({ url: z.string() }), z.object({ trouble: z.string() })])
const startWithinMs = 60_000

/** Uses TEST_DATABASE_URL, else starts a server of our own without waiting for it: most test files need none. */
export async function startPostgres(): Promise<{ address: PostgresAddress; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given !== undefined && given !== '') return { address: { url: given }, stop: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-run-'))
  const file = join(folder, 'postgres.json')
  const script = fileURLToPath(new URL('./postgres-keeper.mjs', import.meta.url))
  const keeper = spawn(process.execPath, [script, file], { stdio: ['pipe', 'ignore', 'inherit'] })
  const ended = new Promise(resolve => keeper.once('exit', resolve))
  return {
    address: { file },
    async stop() {
      keeper.stdin.end()
      await ended
    },
  }
}

/** Makes an empty database on the run's server. */
export async function freshDatabase(
  address: PostgresAddress,
): Promise<{ url: string; drop(): Promise<void> }> {
  const server = await serverUrl(address)
  const name = `gatehouse_${randomUUID().replaceAll('-', '')}`
  await asOwner(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => asOwner(server, `drop database if exists ${name} with (force)`) }
}

async function asOwner(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function serverUrl(address: PostgresAddress): Promise<string> {
  if ('url' in address) return address.url
  for (let waitedMs = 0; waitedMs < startWithinMs; waitedMs += 50) {
    const text = await readFile(address.file, 'utf8').catch(() => undefined)
    if (text !== undefined) {
      const answer = Answer.parse(JSON.parse(text))
      if ('trouble' in answer) throw new Error(`no PostgreSQL for the tests: ${answer.trouble}`)
      return answer.url
    }
    await pause(50)
  }
  throw new Error('no PostgreSQL for the tests: it did not start in time')
}
