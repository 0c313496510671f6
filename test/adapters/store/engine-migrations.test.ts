import { expect, it } from 'vitest'
import type { Migration } from '../../../src/adapters/store/engine.ts'
import { migrations as released } from '../../../src/adapters/store/migrations/all.ts'
import { eachStore, type Place } from '../../harness/store.ts'

const people: Migration = { version: 1, name: 'people', sql: ['create table people (name text primary key)'] }
const pets: Migration = {
  version: 2,
  name: 'pets',
  sql: ['create table pets (name text primary key)', `insert into people (name) values ('keeper')`],
}

eachStore('migrations', store => {
  const start = async (place: Place, migrations: readonly Migration[]) => {
    const engine = await store.open({ ...place, migrations })
    return {
      applied: async () => {
        const { rows } = await engine.sql.query(
          'select version, name from schema_migrations order by version',
        )
        return rows
      },
      people: async () => (await engine.sql.query('select name from people')).rows,
      close: engine.close,
    }
  }

  it('applies each once, in order, over several starts', async () => {
    const place = await store.place()
    const first = await start(place, [people])
    expect(await first.applied()).toEqual([{ version: 1, name: 'people' }])
    await first.close()
    for (let round = 0; round < 2; round += 1) {
      const later = await start(place, [pets, people])
      expect(await later.applied()).toEqual([
        { version: 1, name: 'people' },
        { version: 2, name: 'pets' },
      ])
      expect(await later.people()).toEqual([{ name: 'keeper' }])
      await later.close()
    }
  })

  it('applies nothing of a start in which one fails', async () => {
    const place = await store.place()
    const broken: Migration = { version: 2, name: 'broken', sql: ['insert into people values (1, 2, 3)'] }
    await expect(start(place, [people, broken])).rejects.toThrow()
    const repaired = await start(place, [people, pets])
    expect(await repaired.people()).toEqual([{ name: 'keeper' }])
    await repaired.close()
  })

  it('refuses a migration that was changed after it was applied', async () => {
    const place = await store.place()
    await (await start(place, [people])).close()
    const changed = { ...people, sql: ['create table people (name text)'] }
    await expect(start(place, [changed])).rejects.toMatchObject({
      storeTrouble: true,
      message: expect.stringContaining('Migration 1 (people) is not the one that the store was made with.'),
    })
  })

  it('refuses a store that a newer version has written', async () => {
    const place = await store.place()
    await (await start(place, [people, pets])).close()
    await expect(start(place, [people])).rejects.toMatchObject({
      storeTrouble: true,
      message: expect.stringContaining('migration 2 (pets)'),
    })
  })

  it('does not accept two migrations with one version', async () => {
    await expect(start(await store.place(), [people, { ...pets, version: 1 }])).rejects.toThrow('version 1')
  })
})

it('from the ninth on they only add, so that a replica of the version before goes on beside them', () => {
  const takesAway = /\b(drop|rename|truncate|delete)\b|\balter column\b|\bset not null\b/i
  const newer = released.filter(({ version }) => version >= 9)
  expect(newer.length).toBeGreaterThan(0)
  for (const { name, sql } of newer)
    for (const step of sql) expect(typeof step === 'string' && takesAway.test(step), name).toBe(false)
})
