import { describe, expect, it } from 'vitest'
import { migrations } from '../../src/adapters/store/migrations/all.ts'
import { forgetOldSends, postgresSendSlots } from '../../src/adapters/store/send-slots.ts'
import { sendWindows } from '../../src/bot/send-slots.ts'
import { noon } from '../adapters/store/sample-request.ts'
import { eachStore } from '../harness/store.ts'

/** The most sends that any window of this length holds. */
function most(times: readonly number[], ms: number): number {
  let first = 0
  return Math.max(
    0,
    ...times.map((time, at) => {
      while (time - (times[first] ?? 0) >= ms) first += 1
      return at - first + 1
    }),
  )
}

eachStore('P14 inside the limits of Teams', store => {
  it('P14 a thousand events for one conversation never pass a limit, whoever sends them', async () => {
    const engine = await store.open({ migrations })
    // Replicas share nothing but the database.
    const replicas = [postgresSendSlots(engine), postgresSendSlots(engine), postgresSendSlots(engine)]
    const sent: number[] = []
    let now = noon
    // On the embedded store there is one process, and nobody to race.
    const events = store.kind === 'server' ? 1000 : 200
    while (sent.length < events) {
      const tries = await Promise.all(replicas.map(slots => slots.take('19:thread', now)))
      for (const each of tries) if (each.ok) sent.push(now)
      const freeAt = tries.flatMap(each => (each.ok ? [] : [each.freeAt]))
      now = freeAt.length === 0 ? now : Math.max(now + 1, Math.min(...freeAt))
    }
    for (const window of sendWindows) expect(most(sent, window.ms)).toBeLessThanOrEqual(window.most)
    expect(most(sent, 30_000)).toBe(60)
    // As fast as the narrowest of the long windows lets it: sixty in half a minute.
    expect(now - noon).toBeLessThan((events / 60 + 1) * 30_000)
    // Another conversation has limits of its own.
    expect(await replicas[0]?.take('19:other', now)).toEqual({ ok: true })
  }, 60_000)

  it('P14 an answer that nobody can put off is counted, and other sends yield to it', async () => {
    const engine = await store.open({ migrations })
    const slots = postgresSendSlots(engine)
    for (let answers = 0; answers < 7; answers += 1) await slots.note('19:thread', noon)
    expect(await slots.take('19:thread', noon)).toEqual({ ok: false, freeAt: noon + 1_000 })
    expect(await slots.take('19:thread', noon + 1_000)).toEqual({ ok: true })
    expect(await slots.take('19:thread', noon + 1_000)).toEqual({ ok: false, freeAt: noon + 2_000 })
    await forgetOldSends(engine, noon + 3_600_000)
    const { rows } = await engine.sql.query<{ left: number }>('select count(*)::int as left from sends')
    expect(rows).toEqual([{ left: 8 }])
    await forgetOldSends(engine, noon + 3_600_001 + 1_000)
    expect(
      (await engine.sql.query<{ left: number }>('select count(*)::int as left from sends')).rows,
    ).toEqual([{ left: 0 }])
  })
})

describe('P14 the windows', () => {
  it('P14 are those of Teams', () => {
    expect(sendWindows).toEqual([
      { ms: 1_000, most: 7 },
      { ms: 2_000, most: 8 },
      { ms: 30_000, most: 60 },
      { ms: 3_600_000, most: 1_800 },
    ])
  })
})
