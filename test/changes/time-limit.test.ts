import { expect, it } from 'vitest'
import { limitOf } from '../../src/changes/time-limit.ts'
import { limitSaidIn } from '../../src/understanding/limit-words.ts'

const now = Date.parse('2026-11-22T10:30:00Z')

it('days are rounded up to the hour, a day of one’s own is whole and counts first', () => {
  const instant = (entered: Parameters<typeof limitOf>[0]) => {
    const limit = limitOf(entered, now)
    if (!limit.ok) return 'refused'
    return limit.until === undefined ? 'for good' : new Date(limit.until).toISOString()
  }
  expect(instant({})).toBe('for good')
  expect(instant({ days: '0', day: '' })).toBe('for good')
  expect(instant({ days: '7' })).toBe('2026-11-29T11:00:00.000Z')
  expect(instant({ days: '7', day: '2026-12-01' })).toBe('2026-12-01T23:59:00.000Z')
  for (const days of ['?', '5']) expect(instant({ days })).toBe('refused')
  for (const day of ['2026-11-21', '2028-01-01', '2026-02-31x', 'tomorrow'])
    expect(instant({ day })).toBe('refused')
})

it.each<[string, ReturnType<typeof limitSaidIn>]>([
  ['please allow pypi.org in ws-prod for 7 days', { days: 7 }],
  ['allow pypi.org in ws-prod for a week, thanks', { days: 7 }],
  ['open ws-prod for Hugging Face for the next 36 hours', { days: 2 }],
  ['allow pypi.org in ws-prod until 2026-12-01', { day: '2026-12-01' }],
  ['allow pypi.org in ws-prod until the 1st of December', { day: '2026-12-01' }],
  ['allow pypi.org in ws-prod until March 3', { day: '2027-03-03' }],
  ['autorise pypi.org dans ws-prod pendant deux semaines', { days: 14 }],
  ['autorise pypi.org dans ws-prod pour 1 mois', { days: 30 }],
  ['autorise pypi.org dans ws-prod jusqu’au 1er décembre', { day: '2026-12-01' }],
  ['autorise pypi.org dans ws-prod jusqu’au 15 août 2027', { day: '2027-08-15' }],
  ['it has failed for 3 days now, allow pypi.org in ws-prod', undefined],
  ['open ws-prod for Hugging Face', undefined],
  ['until now nothing worked, allow pypi.org in ws-prod', undefined],
  ...[
    ...['for 2 years', 'for 0 days', 'until Friday', 'in 7 days', 'until 31 February', 'for a few days'],
    ...['temporarily', 'jusqu’à vendredi', 'pendant 2 ans', 'pour une dizaine de jours'],
  ].map((words): [string, ReturnType<typeof limitSaidIn>] => [
    `allow pypi.org in ws-prod ${words}`,
    { unread: true },
  ]),
])('%s', (text, said) => {
  expect(limitSaidIn(text, now)).toEqual(said)
})
