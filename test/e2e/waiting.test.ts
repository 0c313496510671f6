import { describe, expect, it } from 'vitest'
import {
  actionsOf,
  ada,
  amir,
  dana,
  personalWith,
  type Speaker,
  type Thread,
  textOf,
} from '../harness/connector.ts'
import { cardOf, type Road, requestedOf } from './road.ts'
import { sharedHouse } from './shared-house.ts'

const jean: Speaker = { ...ada, locale: 'fr-FR' }
const button = 'Tell me when it is active'

async function networkCard({ house: { chat }, workspace }: Road, by: Speaker, thread: Thread) {
  const { activityId } = await chat.say(
    by,
    thread,
    by.locale.startsWith('fr') ? `afficher ${workspace}` : `show ${workspace}`,
  )
  const answer = chat.activities.find(({ replyToId }) => replyToId === activityId)
  if (answer === undefined) throw new Error('No card of the network came.')
  return answer
}

async function provision(
  { house: { chat }, thread, approval, end }: Road,
  card: Awaited<ReturnType<typeof networkCard>>,
) {
  const opened = await chat.press(dana, thread, card, 'Request provisioning')
  const form = { ...card, card: cardOf(opened.value) }
  const sent = await chat.press(dana, thread, form, 'Request', {
    inputs: { in_reason: 'We start on Monday.' },
  })
  const requested = requestedOf(form.activityId, sent.value)
  await chat.press(ada, thread, await approval(requested), 'Approve')
  await end(requested)
}

describe('whoever waits for a network', () => {
  const { newRoad } = sharedHouse('server')

  it('is told once, where they said so and in their language, however it was started and through a restart', async () => {
    const here = newRoad('lab')
    const { house, thread, workspace } = here
    const { chat } = house
    const card = await networkCard(here, dana, thread)
    const frenchPlace = personalWith(ada)
    const french = await networkCard(here, jean, frenchPlace)
    const title = actionsOf(french.card).find(({ verb }) => verb === 'network.wait')?.title ?? ''
    const waiting = await chat.press(jean, frenchPlace, french, title)
    expect(waiting.value).toContain('Vous serez averti ici')
    // Twice is once.
    await chat.press(jean, frenchPlace, french, title)
    await house.restart()
    await provision(here, card)
    const told = () =>
      chat.activities.filter(
        ({ conversationId, activity: { text = '' } }) =>
          conversationId === frenchPlace.id && text.includes('est maintenant actif'),
      )
    await house.passUntil(() => told().length > 0)
    for (let more = 0; more < 10; more += 1) await house.clock.tick(10_000)
    expect(told().map(({ activity }) => activity.text)).toEqual([
      `<at>Ada Approver</at> Le réseau virtuel managé de ${workspace} est maintenant actif.`,
    ])
    const { rows } = await house.gatehouse.engine.sql.query('select 1 from subscriptions')
    expect(rows).toEqual([])
  })

  it('is not told any more once they write stop, and has nothing to wait for on an active network', async () => {
    const here = newRoad('lab')
    const { house, thread, workspace } = here
    const { chat } = house
    const card = await networkCard(here, dana, thread)
    const answered = await chat.press(dana, thread, card, button)
    expect(answered.value).toContain(`told here when the managed network of ${workspace} is active`)
    const { activityId } = await chat.say(dana, thread, 'stop')
    const stopped = chat.activities.find(({ replyToId }) => replyToId === activityId)
    expect(stopped?.activity.text ?? textOf(stopped?.card)).toContain(`not be told about ${workspace}`)
    await provision(here, card)
    for (let more = 0; more < 5; more += 1) await house.clock.tick(10_000)
    expect(
      chat.activities.filter(({ activity: { text = '' } }) => text.includes(`${workspace} is active now.`)),
    ).toHaveLength(1)
    const late = await chat.press(dana, thread, card, button)
    expect(late.value).toContain('active already')
  })

  it('of a request of somebody else hears its end once, having asked for it in a message', async () => {
    const here = newRoad()
    const { house, thread, request, approval, end } = here
    const { chat } = house
    const requested = await request()
    const place = personalWith(amir)
    const say = async (by: Speaker, to: Thread, text: string) => {
      const { activityId } = await chat.say(by, to, text)
      const answer = chat.activities.find(({ replyToId }) => replyToId === activityId)
      return answer?.activity.text ?? textOf(answer?.card)
    }
    const { number } = requested
    expect(await say(amir, place, `Préviens-moi quand #${number} est finie`)).toContain(`#${number}`)
    expect(await say(amir, place, `tell me when #${number} is done`)).toMatch(/already/)
    expect(await say(dana, thread, `tell me when #${number} is done`)).toContain('your')
    const { rows } = await house.gatehouse.engine.sql.query(
      `select 1 from audit_log where subject = $1 and action = 'request.watched'`,
      [requested.id],
    )
    expect(rows).toHaveLength(1)
    // Whoever watches it has asked for it too, and decides it as little as the requester.
    const card = await approval(requested)
    expect((await chat.press(amir, thread, card, 'Approve')).value).toMatch(/watch|own request|asked/)
    await chat.press(ada, thread, card, 'Approve')
    await end(requested)
    const told = chat.activities.filter(
      ({ conversationId, replyToId, activity: { text = '' } }) =>
        conversationId === place.id && replyToId === undefined && text.includes(`#${number}`),
    )
    expect(told).toHaveLength(1)
    expect(await say(amir, place, `tell me when #${number} is done`)).toContain('done')
  })
})
