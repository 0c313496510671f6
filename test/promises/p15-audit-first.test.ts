import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendAudit } from '../../src/adapters/store/audit-log.ts'
import { auditHead, auditRecords } from '../../src/adapters/store/audit-rows.ts'
import type { Engine } from '../../src/adapters/store/engine.ts'
import { theRoad } from '../../src/adapters/store/migrations/0001-the-road.ts'
import { migrations } from '../../src/adapters/store/migrations/all.ts'
import { createQueues } from '../../src/adapters/store/queues.ts'
import { postgresRequests } from '../../src/adapters/store/requests.ts'
import type { ChainedRecord } from '../../src/changes/audit-chain.ts'
import { verifyAudit } from '../../src/changes/verify-audit.ts'
import { ada, approval, newRequest, noon, record } from '../adapters/store/sample-request.ts'
import { eachStore } from '../harness/store.ts'
import { chainOf, oneByOne, refusal, verdictOn } from './audit-chain.ts'

const json = fc.jsonValue({ maxDepth: 3 })
const chains = fc.array(json, { minLength: 2, maxLength: 12 }).map(chainOf)
const headOf = (chain: readonly ChainedRecord[]) => ({
  seq: chain.length,
  hash: chain.at(-1)?.hash ?? '',
})
const flawOf = async (chain: readonly ChainedRecord[], tampered: readonly ChainedRecord[]) =>
  (await verifyAudit(oneByOne(tampered), headOf(chain))).flaw
const at = (chain: readonly ChainedRecord[], from: number) => from % chain.length

describe('P15 a chain of records', () => {
  it('is sound as it was written, whatever the order of the keys in which it comes back', async () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .map(([key, each]) => [key, turned(each)])
          .reverse(),
      )
    }
    await fc.assert(
      fc.asyncProperty(chains, async chain => {
        const tampered = chain.map(each => ({ ...each, detail: turned(each.detail) }))
        expect(await flawOf(chain, tampered)).toBeUndefined()
      }),
    )
  })

  it('names whichever record was edited, in whatever part', async () => {
    const part = fc.constantFrom(
      'at',
      'actor',
      'action',
      'subject',
      'from',
      'to',
      'detail',
      'previous',
      'hash',
    )
    await fc.assert(
      fc.asyncProperty(chains, fc.nat(), part, json, async (chain, nat, part, value) => {
        const index = at(chain, nat)
        const before = chain[index]?.[part as keyof ChainedRecord]
        fc.pre(JSON.stringify(before) !== JSON.stringify(value))
        const tampered = chain.map((each, position) =>
          position === index ? { ...each, [part]: value } : each,
        )
        expect((await flawOf(chain, tampered as readonly ChainedRecord[]))?.seq).toBe(index + 1)
      }),
    )
  })

  it('names whichever record was taken away, the last one too', async () => {
    await fc.assert(
      fc.asyncProperty(chains, fc.nat(), async (chain, nat) => {
        const index = at(chain, nat)
        expect(await flawOf(chain, chain.toSpliced(index, 1))).toEqual({ is: 'missing', seq: index + 1 })
      }),
    )
  })

  it('names the first of two records that changed places', async () => {
    await fc.assert(
      fc.asyncProperty(chains, fc.nat(), fc.nat(), async (chain, one, other) => {
        const [first, second] = [at(chain, one), at(chain, other)].sort((a, b) => a - b)
        fc.pre(first !== second)
        const tampered = chain.map((each, position) => {
          const from = position === first ? second : position === second ? first : undefined
          const taken = from === undefined ? undefined : chain[from]
          return taken === undefined ? each : { ...taken, seq: each.seq }
        })
        expect((await flawOf(chain, tampered))?.seq).toBe((first ?? 0) + 1)
      }),
    )
  })

  it('that was written anew, or cut with its head, does not agree with the log', async () => {
    await fc.assert(
      fc.asyncProperty(chains, fc.nat(), async (chain, nat) => {
        const index = at(chain, nat)
        const logged = headOf(chain)
        const anew = chainOf(chain.map((each, place) => (place === index ? { other: true } : each.detail)))
        const cut = chain.slice(0, index)
        for (const forged of [anew, cut]) {
          const own = forged.length === 0 ? { seq: 0, hash: '0'.repeat(64) } : headOf(forged)
          expect((await verifyAudit(oneByOne(forged), own)).flaw).toBeUndefined()
          expect((await verifyAudit(oneByOne(forged), own, logged)).flaw?.is).toMatch(
            /missing|not-the-logged/,
          )
          const hashOnly = { hash: logged.hash }
          expect((await verifyAudit(oneByOne(forged), own, hashOnly)).flaw?.is).toBe('not-the-logged')
        }
        const earlier = chain[index]
        expect((await verifyAudit(oneByOne(chain), logged, earlier)).flaw).toBeUndefined()
      }),
    )
  })
})

eachStore('P15 the audit', store => {
  const opened = (async () => {
    const engine = await store.open({ migrations })
    await createQueues(engine)
    return { engine, requests: postgresRequests(engine) }
  })()

  /** What nobody but the owner of the database can do. */
  const behindItsBack = ({ tx, sql }: Engine, statement: string, params: readonly unknown[] = []) =>
    tx(async () => {
      await sql.query('alter table audit_log disable trigger audit_is_append_only')
      await sql.query(statement, params)
      await sql.query('alter table audit_log enable trigger audit_is_append_only')
    })

  it('keeps one chain without gaps, however many write at once and whatever is rolled back', async () => {
    const { engine, requests } = await opened
    const request = newRequest('ws-chain', ['docker.io'])
    const submitted = await requests.submit(request, record('request.submitted', request.id))
    const decision = approval(ada)
    const press = () =>
      requests.decide(
        submitted.request,
        { is: 'approved', decision },
        decision,
        noon,
        record('request.approved', request.id),
      )
    const before = (await auditHead(engine.sql)).seq
    await Promise.all([
      ...Array.from({ length: 8 }, press),
      ...Array.from({ length: 8 }, (_, index) => requests.record(refusal(`at once ${index}`))),
    ])
    // One of the presses counts; the others leave nothing.
    expect((await auditHead(engine.sql)).seq).toBe(before + 9)
    expect((await verdictOn(engine.sql)).flaw).toBeUndefined()
  })

  it('reads back exactly what it hashed, whatever people and Azure write', async () => {
    const { engine } = await opened
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string({ unit: 'binary' }), json), { minLength: 1, maxLength: 5 }),
        async all => {
          for (const [text, value] of all) await appendAudit(engine.sql, refusal(text, { text, value }))
          expect((await verdictOn(engine.sql)).flaw).toBeUndefined()
        },
      ),
      { numRuns: 30 },
    )
  })

  it.each([
    ['its time, by a microsecond', `update audit_log set at = at + interval '1 microsecond' where seq = $1`],
    ['who', `update audit_log set actor = actor || '{"objectId":"other"}' where seq = $1`],
    ['what', `update audit_log set action = 'request.done' where seq = $1`],
    ['about what', `update audit_log set subject = 'other' where seq = $1`],
    ['from which state', `update audit_log set from_state = 'approved' where seq = $1`],
    ['to which state', `update audit_log set to_state = 'done' where seq = $1`],
    ['why', `update audit_log set detail = detail || '{"more":1}' where seq = $1`],
    ['its hash', `update audit_log set hash = repeat('a', 64) where seq = $1`],
    ['its link', `update audit_log set previous = repeat('a', 64) where seq = $1`],
    ['all of it', 'delete from audit_log where seq = $1'],
  ])('names the record that lost %s', async (_, statement) => {
    const { engine } = await opened
    for (let each = 0; each < 5; each += 1) await appendAudit(engine.sql, refusal('tamper', { each }))
    const { seq } = await auditHead(engine.sql)
    const kept = await engine.sql.query('select * from audit_log where seq = $1', [seq - 2])
    await behindItsBack(engine, statement, [seq - 2])
    expect((await verdictOn(engine.sql)).flaw?.seq).toBe(seq - 2)
    await behindItsBack(engine, 'delete from audit_log where seq = $1', [seq - 2])
    await engine.sql.query('insert into audit_log select * from jsonb_populate_record(null::audit_log, $1)', [
      JSON.stringify(kept.rows[0]),
    ])
    expect((await verdictOn(engine.sql)).flaw).toBeUndefined()
  })

  it('writes nothing, and lets nothing happen, where its head is gone', async () => {
    const engine = await store.open({ migrations })
    await createQueues(engine)
    await engine.sql.query('delete from audit_head')
    const requests = postgresRequests(engine)
    const request = newRequest('ws-headless', ['docker.io'])
    await expect(requests.submit(request, record('request.submitted', request.id))).rejects.toThrow('no head')
    expect(await requests.find(request.id)).toBeUndefined()
  })

  it('chains what an older version wrote, gaps and all', async () => {
    const place = await store.place()
    const old = await store.open({ ...place, migrations: [theRoad] })
    for (const keep of [true, false, true, true])
      await old
        .tx(async () => {
          await old.sql.query(
            `insert into audit_log (at, actor, action, subject, detail)
             values (now(), '{"name":"gatehouse"}', 'request.expired', 'old', '{"b":1,"a":[1.5,"x"]}')`,
          )
          if (!keep) throw new Error('rolled back')
        })
        .catch(() => {})
    await old.close()
    const engine = await store.open({ ...place, migrations })
    await appendAudit(engine.sql, refusal('new'))
    expect(await verdictOn(engine.sql)).toMatchObject({ head: { seq: 4 } })
    expect((await verdictOn(engine.sql)).flaw).toBeUndefined()
    const subjects = []
    for await (const { subject } of auditRecords(engine.sql, { last: 4 })) subjects.push(subject)
    expect(subjects).toEqual(['old', 'old', 'old', 'new'])
    await expect(engine.sql.query('delete from audit_log')).rejects.toThrow('append-only')
  })
})
