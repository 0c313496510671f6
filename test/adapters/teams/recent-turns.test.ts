import { expect, test } from 'vitest'
import { recentTurns } from '../../../src/adapters/teams/recent-turns.ts'

test('only the newest are remembered, so that memory stays bounded', () => {
  const recent = recentTurns<number>({ now: () => 0, ttlMs: 1000, capacity: 2 })
  for (const key of ['a', 'b', 'c']) recent.once(key, async () => 1)
  expect(recent.once('c', async () => 2).repeated).toBe(true)
  expect(recent.once('a', async () => 2).repeated).toBe(false)
})

test('a turn is forgotten when its time is over', async () => {
  let now = 0
  const recent = recentTurns<number>({ now: () => now, ttlMs: 1000, capacity: 10 })
  recent.once('a', async () => 1)
  now = 999
  expect(await recent.once('a', async () => 2).answer).toBe(1)
  now = 1000
  expect(await recent.once('a', async () => 2).answer).toBe(2)
})

test('a turn that is forgotten is run again', async () => {
  const recent = recentTurns<number>({ now: () => 0, ttlMs: 1000, capacity: 10 })
  recent.once('a', async () => 1)
  recent.forget('a')
  expect(await recent.once('a', async () => 2).answer).toBe(2)
})
