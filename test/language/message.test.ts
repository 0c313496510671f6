import { describe, expect, expectTypeOf, it } from 'vitest'
import { type Arguments, messages } from '../../src/language/message.ts'

const message = messages('en-GB')

describe('a message', () => {
  it('counts, chooses, and tells numbers and dates as the locale does', () => {
    const text = '{count, plural, =0 {Nothing} one {# host of {who}} other {# hosts of {who}}}'
    expect(message(text, { count: 0, who: 'Ada' })).toBe('Nothing')
    expect(message(text, { count: 1, who: 'Ada' })).toBe('1 host of Ada')
    expect(message(text, { count: 1200, who: 'Ada' })).toBe('1,200 hosts of Ada')
    expect(
      message('{it, select, yes {Approved} other {Rejected}} {at, date, day}', { it: 'yes', at: 0 }),
    ).toBe('Approved 1 Jan 1970')
  })

  it('shows letter by letter what it is told', () => {
    const theirs = "it's {count} #1 <at>x</at> '{'"
    expect(message("Gatehouse's {theirs}", { theirs })).toBe(`Gatehouse's ${theirs}`)
  })

  it('typesets our own words only', () => {
    const loud = messages('fr-FR', text => text.replaceAll(' :', '\u00a0:'))
    expect(loud('Dit : {what}', { what: 'a : b' })).toBe('Dit\u00a0: a : b')
  })

  it('names its arguments at compile time', () => {
    expectTypeOf<Arguments<'plain'>>().toEqualTypeOf<unknown>()
    expectTypeOf<keyof Arguments<'{a} of {b, number}, {c, date, day}'>>().toEqualTypeOf<'a' | 'b' | 'c'>()
    expectTypeOf<
      keyof Arguments<'{n, plural, one {# {word} in {a}} other {{n, number} words {it, select, x {of {b}} other {}}}}'>
    >().toEqualTypeOf<'n' | 'word' | 'a' | 'it' | 'b'>()
    expectTypeOf<Arguments<'{n, plural, one {host} other {hosts}}'>['n']>().toEqualTypeOf<number>()
    expectTypeOf<Arguments<'{n, plural, one {host} other {hosts}'>>().toEqualTypeOf<never>()
    // @ts-expect-error an argument is missing
    expect(() => message('{a} and {b}', { a: 1 })).toThrow()
    // @ts-expect-error an argument is misspelt
    expect(() => message('{count}', { cuont: 1 })).toThrow()
  })
})
