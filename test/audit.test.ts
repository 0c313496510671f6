import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TestClock } from 'pg-boss'
import { afterAll, describe, expect, it } from 'vitest'
import { appendAudit } from '../src/adapters/store/audit-log.ts'
import { auditHead } from '../src/adapters/store/audit-rows.ts'
import { migrations } from '../src/adapters/store/migrations/all.ts'
import { anchorAudit } from '../src/audit-anchor.ts'
import { auditCommand } from '../src/audit-command.ts'
import { exportLines } from '../src/audit-export.ts'
import { startChildIn } from './harness/child-process.ts'
import { advance, storeUnderTest } from './harness/store.ts'
import { chainOf, oneByOne, refusal } from './promises/audit-chain.ts'

const entry = new URL('../src/audit.ts', import.meta.url)
const hash = 'ab'.repeat(32)

describe('the command line of the audit', () => {
  it.each([
    [['verify'], { do: 'verify' }],
    [['verify', '--head', hash.toUpperCase()], { do: 'verify', logged: { hash } }],
    [['verify', '--head', `12:${hash}`], { do: 'verify', logged: { seq: 12, hash } }],
    [['export'], { do: 'export', format: 'jsonl' }],
    [
      ['export', '--since', '2026-11-01', '--format', 'csv'],
      { do: 'export', format: 'csv', since: '2026-11-01T00:00:00.000Z' },
    ],
  ])('understands %j', (args, command) => {
    expect(auditCommand(args)).toEqual(command)
  })

  it.each([
    [[], 'Usage'],
    [['check'], 'check is not known'],
    [['verify', '--head', 'abc'], '64 hexadecimal digits'],
    [['verify', '--since', '2026-11-01'], 'since'],
    [['export', '--since', 'yesterday'], 'an ISO date'],
    [['export', '--format', 'xml'], 'jsonl or csv'],
    [['verify', '--loud'], '--loud'],
    [['verify', 'twice'], 'twice is not known'],
  ])('refuses %j with how it is used', (args, why) => {
    const command = auditCommand(args)
    expect(command).toMatchObject({ do: 'usage', text: expect.stringContaining('Usage:') })
    expect(command).toMatchObject({ text: expect.stringContaining(why) })
  })
})

it('an export for a spreadsheet computes nothing that somebody wrote', async () => {
  const lines = []
  const records = chainOf([{ comment: '=1+1' }]).map(each => ({
    ...each,
    subject: '=cmd|A1',
    from: 'a "b", c',
  }))
  for await (const line of exportLines(oneByOne(records), 'csv')) lines.push(line)
  expect(lines[0]).toMatch(/^seq,at,tenantId,objectId,name,action,subject,from,to,detail,previous,hash$/)
  expect(lines[1]).toContain(`"'=cmd|A1","a ""b"", c",approved,"{""comment"":""=1+1""}"`)
})

describe('the audit command', () => {
  const server = storeUnderTest('server')
  const embedded = storeUnderTest('embedded')
  const run = async (environment: Readonly<Record<string, string>>, ...args: readonly string[]) => {
    const child = await startChildIn({ DATABASE_URL: '', DATA_DIR: '', ...environment }, entry, ...args)
    await child.said(/^$/).catch(() => {})
    return { code: child.code(), lines: child.lines() }
  }

  it('says that a chain is sound, exports it, and names what was done to it', async () => {
    const { url = '' } = await (async () => {
      const place = await server.place()
      const engine = await server.open({ ...place, migrations })
      for (const each of ['a', 'b', 'c']) await appendAudit(engine.sql, refusal(each))
      const head = await auditHead(engine.sql)
      const sound = await run({ DATABASE_URL: place.url ?? '' }, 'verify', '--head', `3:${head.hash}`)
      expect(sound).toEqual({ code: 0, lines: [`Sound: 3 records, head ${head.hash}`] })
      const exported = await run({ DATABASE_URL: place.url ?? '' }, 'export', '--since', '2026-11-22')
      expect(exported.lines.map(line => JSON.parse(line).subject)).toEqual(['a', 'b', 'c'])
      const later = await run({ DATABASE_URL: place.url ?? '' }, 'export', '--since', '2026-11-23')
      expect(later).toEqual({ code: 0, lines: [] })
      await engine.sql.query('alter table audit_log disable trigger audit_is_append_only')
      await engine.sql.query(`update audit_log set action = 'request.approved' where seq = 2`)
      return place
    })()
    const broken = await run({ DATABASE_URL: url }, 'verify')
    expect(broken.code).toBe(1)
    expect(broken.lines[0]).toBe('Broken at record 2: its content is not what was written.')
  })

  it('reads the embedded store when the bot is stopped, and says that it must be while it runs', async () => {
    const place = await embedded.place()
    const engine = await embedded.open({ ...place, migrations })
    await appendAudit(engine.sql, refusal('a'))
    const held = await run({ DATA_DIR: place.dataDir }, 'verify')
    expect(held.code).toBe(2)
    expect(held.lines[0]).toMatch(/in use by process \d+\..*the bot must be stopped first/)
    await engine.close()
    expect(await run({ DATA_DIR: place.dataDir }, 'verify')).toMatchObject({ code: 0 })
  })

  it('says that there is nothing to read, and makes nothing', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'gatehouse-none-'))
    afterAll(() => rm(empty, { recursive: true, force: true }))
    const none = await run({ DATA_DIR: empty }, 'verify')
    expect(none).toEqual({ code: 2, lines: [expect.stringContaining('There is no store in')] })
  })

  it('puts the head into the log when it moved, not oftener than every ten seconds', async () => {
    const engine = await embedded.open({ migrations })
    const clock = new TestClock(Date.UTC(2026, 10, 22))
    const logged: unknown[] = []
    const log = { info: (what: unknown) => logged.push(what), error: (what: unknown) => logged.push(what) }
    const anchor = anchorAudit(engine, clock, log)
    const head = async () => ({ audit: { head: await auditHead(engine.sql) } })
    await advance(clock, 10_000)
    const first = await head()
    await appendAudit(engine.sql, refusal('a'))
    await appendAudit(engine.sql, refusal('b'))
    await advance(clock, 9_000)
    await advance(clock, 10_000)
    const second = await head()
    await appendAudit(engine.sql, refusal('c'))
    await anchor.stop()
    expect(logged).toEqual([first, second, await head()])
  })
})
