import { expect, it } from 'vitest'
import { verbs } from '../../src/cards/verbs.ts'
import {
  ada,
  amir,
  channelThreadNumber,
  dana,
  personalWith,
  type Speaker,
  textOf,
} from '../harness/connector.ts'
import { sharedHouse } from './shared-house.ts'

const { house, newRoad } = sharedHouse('embedded')

async function answersIn(thread: ReturnType<typeof personalWith>, act: () => Promise<unknown>) {
  const { chat } = house()
  const before = chat.activities.length
  await act()
  return chat.activities
    .slice(before)
    .filter(({ conversationId }) => conversationId === thread.id)
    .map(({ card, activity }) => `${textOf(card)}${activity.text ?? ''}`)
}

// Whoever says "bonjour" is answered in French from then on, so nobody of another test says it.
const guest = { ...amir, id: '29:polite', aadObjectId: 'c7000000-0000-4000-8000-00000000000c' }

it.each(['hi', 'HELLO', 'Hello!', 'help', 'HELP?', 'Salut', 'bonjour !', 'AIDE'])(
  '"%s" is answered with help, alone and in a channel; nonsense is answered with something else',
  async text => {
    for (const thread of [personalWith(guest), channelThreadNumber(4100)]) {
      const [said = '', ...more] = await answersIn(thread, () => house().chat.say(guest, thread, text))
      expect(more).toEqual([])
      expect(said).toMatch(/What Gatehouse does|Ce que fait Gatehouse/)
    }
    const thread = personalWith(guest)
    const [other] = await answersIn(thread, () => house().chat.say(guest, thread, `${text} grmblfx wibble`))
    expect(other).toBeDefined()
  },
)

it('the welcome is said once for each installation, and once more after the bot was taken out and added again', async () => {
  const thread = { id: '19:newcomers@thread.v2', type: 'groupChat' } as const
  const { chat } = house()
  const told = (more: object) => answersIn(thread, () => chat.deliver(ada, thread, { ...more }))
  const added = { type: 'installationUpdate', action: 'add' }
  const joined = { type: 'conversationUpdate', membersAdded: [chat.bot] }
  const [welcome, ...others] = [...(await told(added)), ...(await told(joined)), ...(await told(added))]
  expect(others).toEqual([])
  for (const part of ['Gatehouse is ready', 'workspaces.', 'Ada Approver', 'Mention Gatehouse'])
    expect(welcome).toContain(part)
  expect(await told({ type: 'installationUpdate', action: 'remove' })).toEqual([])
  expect([...(await told(joined)), ...(await told(added))]).toEqual([welcome])
})

it('a card that refreshes by itself only reads: nothing is written, and no other button counts', async () => {
  const here = newRoad()
  const requested = await here.request()
  const card = await here.approval(requested)
  const { chat, gatehouse, calls } = house()
  const written = async () => {
    const tables = ['conversations', 'people', 'audit_log', 'requests', 'tongues']
    return Promise.all(
      tables.map(async table => {
        const { rows } = await gatehouse.engine.sql.query<{ all: string }>(
          `select coalesce(json_agg(t order by t::text)::text, '') as all from ${table} t`,
        )
        return rows
      }),
    )
  }
  const automatic = (by: Speaker, verb: string) =>
    chat.deliver(by, here.thread, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: card.activityId,
      locale: 'fr-CA',
      value: {
        action: { type: 'Action.Execute', verb, data: { verb, request: requested.id, view: 'approval' } },
        trigger: 'automatic',
      },
    })
  const before = [await written(), (await calls()).length]
  const never = { ...amir, id: '29:never', aadObjectId: 'c9000000-0000-4000-8000-00000000000c' }
  for (const by of [ada, dana, never]) expect((await automatic(by, verbs.refresh)).status).toBe(200)
  expect([await written(), (await calls()).length]).toEqual(before)
  for (const verb of Object.values(verbs).filter(each => each !== verbs.refresh)) {
    const { body } = await automatic(ada, verb)
    expect([verb, JSON.stringify(body)]).toEqual([verb, expect.stringContaining('activity.message')])
  }
  expect(await here.changes()).toEqual([])
  expect(textOf((await chat.press(ada, here.thread, card, verbs.approve)).value)).toContain('Approved by')
})
