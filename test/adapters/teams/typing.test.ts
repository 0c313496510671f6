import { TestClock } from 'pg-boss'
import { expect, test } from 'vitest'
import { typingWhile } from '../../../src/adapters/teams/typing.ts'

function promised<T>() {
  const hands = { resolve: (_: T) => {}, reject: (_: Error) => {} }
  const promise = new Promise<T>((resolve, reject) => Object.assign(hands, { resolve, reject }))
  return {
    promise,
    resolve: (value: T) => hands.resolve(value),
    reject: (error: Error) => hands.reject(error),
  }
}

function start() {
  const clock = new TestClock(0)
  const shown: number[] = []
  const work = promised<string>()
  let show: () => Promise<unknown> = async () => {}
  const answer = typingWhile(
    work.promise,
    () => {
      shown.push(clock.now())
      return show()
    },
    clock,
  )
  return {
    clock,
    shown,
    work,
    answer,
    showBy: (by: () => Promise<unknown>) => {
      show = by
    },
    pass: async (ms: number) => {
      for (let passed = 0; passed < ms; passed += 500) await clock.tick(500)
    },
  }
}

test('an answer within a second shows no typing', async () => {
  const { clock, shown, work, answer, pass } = start()
  await clock.tick(900)
  work.resolve('quick')
  expect(await answer).toBe('quick')
  await pass(10_000)
  expect(shown).toEqual([])
})

test('while it takes longer, typing is shown every three seconds, and never after the answer', async () => {
  const { shown, work, answer, pass } = start()
  await pass(8_000)
  work.resolve('slow')
  expect(await answer).toBe('slow')
  await pass(10_000)
  expect(shown).toEqual([1_000, 4_000, 7_000])
})

test('the answer waits for a typing under way, so that it does not arrive after it, but only for a second', async () => {
  const { work, answer, pass, showBy } = start()
  const typing = promised<void>()
  showBy(() => typing.promise)
  await pass(1_000)
  let answered = false
  answer.then(() => {
    answered = true
  })
  work.resolve('x')
  await pass(500)
  expect(answered).toBe(false)
  await pass(600)
  expect(await answer).toBe('x')
})

test('a typing that cannot be sent spoils nothing, nor does work that fails leave one behind', async () => {
  const { shown, work, answer, pass, showBy } = start()
  showBy(() => Promise.reject(new Error('throttled')))
  await pass(1_500)
  work.reject(new Error('trouble'))
  await expect(answer).rejects.toThrow('trouble')
  await pass(10_000)
  expect(shown).toEqual([1_000])
})
