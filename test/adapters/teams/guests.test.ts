import type { TurnContext } from 'botbuilder'
import { expect, it } from 'vitest'
import { guestBook } from '../../../src/adapters/teams/guests.ts'
import { incomingOf } from '../../../src/adapters/teams/incoming.ts'

const tenantId = '0f0f0f0f-1111-4222-8333-444444444444'
const activity = (from: object = {}) => ({
  type: 'message',
  id: 'm1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:gil', name: 'Gil', aadObjectId: 'd0000000-0000-4000-8000-00000000000d', ...from },
  conversation: { id: '19:a', conversationType: 'channel', tenantId },
  text: 'help',
})
const context = {} as TurnContext
const guestIn = (incoming: ReturnType<typeof incomingOf>) =>
  'person' in incoming ? incoming.person.guest : 'nobody'

/** A book over what Teams says next; `hangs`: nothing, until the time is over. */
function book(...answers: readonly (object | 'fails' | 'hangs')[]) {
  let now = 0
  let asked = 0
  const timers = { setTimeout: (work: () => void) => void setImmediate(work), clearTimeout: () => {} }
  const guests = guestBook({
    now: () => now,
    timers,
    memberOf: async () => {
      const answer = answers[asked++]
      if (answer === 'hangs') return new Promise(() => {})
      if (typeof answer !== 'object') throw new Error('Forbidden')
      return answer
    },
  })
  return {
    asked: () => asked,
    later: (ms: number) => {
      now += ms
    },
    of: async (from: object = {}) => guestIn(await guests(incomingOf(activity(from), {}), context)),
  }
}

it.each([
  [
    'an invited name',
    { userPrincipalName: 'gil_other.example#EXT#@example.onmicrosoft.com', userRole: 'user' },
    'yes',
  ],
  ['the role of a guest', { userRole: 'guest' }, 'yes'],
  ['nobody signed in', { userRole: 'anonymous' }, 'yes'],
  ['a name of the tenant', { userPrincipalName: 'gil@example.com' }, undefined],
  ['nothing that tells', { name: 'Gil' }, 'unknown'],
  ['no answer', 'fails', 'unknown'],
  ['nothing in time', 'hangs', 'unknown'],
] as const)('%s', async (_, answer, guest) => {
  expect(await book(answer).of()).toBe(guest)
})

it('is asked once in twelve hours, and again after half a minute where Teams did not say', async () => {
  const { of, asked, later } = book('fails', { userRole: 'user' }, { userRole: 'guest' })
  expect([await of(), await of(), asked()]).toEqual(['unknown', 'unknown', 1])
  later(30_000)
  expect([await of(), await of(), asked()]).toEqual([undefined, undefined, 2])
  later(12 * 3_600_000)
  expect([await of(), asked()]).toEqual(['yes', 3])
})

it('believes an activity that its sender is a guest, and not that they are none', async () => {
  const { of, asked } = book({ userRole: 'guest' })
  expect(guestIn(incomingOf(activity({ userRole: 'guest' }), {}))).toBe('yes')
  expect([await of({ userRole: 'user' }), asked()]).toEqual(['yes', 1])
})
