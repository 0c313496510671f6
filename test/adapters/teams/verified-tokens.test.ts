import { expect, it } from 'vitest'
import { verifiedTokens } from '../../../src/adapters/teams/verified-tokens.ts'

function tokensAt(start: number) {
  let now = start
  const tokens = verifiedTokens<string>(() => now)
  const pass = (ms: number) => {
    now += ms
  }
  return { tokens, pass }
}

it('a token counts for five minutes without being verified again', () => {
  const { tokens, pass } = tokensAt(1_000_000)
  tokens.keep('a.b.c', 'dana', 9_000_000)
  pass(299_999)
  expect(tokens.of('a.b.c')).toBe('dana')
  pass(1)
  expect(tokens.of('a.b.c')).toBeUndefined()
})

it('none counts beyond its own end, and no other one counts at all', () => {
  const { tokens, pass } = tokensAt(1_000_000)
  tokens.keep('a.b.c', 'dana', 1_010_000)
  expect(tokens.of('a.b.C')).toBeUndefined()
  pass(10_000)
  expect(tokens.of('a.b.c')).toBeUndefined()
})

it('keeps a thousand, and lets the oldest go', () => {
  const { tokens } = tokensAt(0)
  for (let n = 0; n <= 1_000; n += 1) tokens.keep(`t${n}`, String(n), 1_000)
  expect(tokens.of('t0')).toBeUndefined()
  expect(tokens.of('t1')).toBe('1')
  expect(tokens.of('t1000')).toBe('1000')
})
