import { expect, it, onTestFinished } from 'vitest'
import { personLimits } from '../../src/adapters/teams/hurry.ts'
import { labelsFor } from '../../src/language/languages.ts'
import { startHost } from '../adapters/teams/start-host.ts'
import { actionsOf, ada, amir, channelThread, dana, startConnector } from '../harness/connector.ts'

const { burst } = personLimits.person
const times = 10
const asks = 'which workspaces are there?'

it('P13 of a flood at ten times what a person may do everything is taken or refused, and whoever is refused is told', async () => {
  const host = await startHost(
    incoming => ({ kind: 'text', text: incoming.kind === 'press' ? 'Noted.' : 'Here they are.' }),
    { overrides: { limits: { person: personLimits.person } } },
  )
  const chat = await startConnector({ bot: host.url })
  onTestFinished(async () => {
    await chat.close()
    await host.close()
  })
  const action = { type: 'Action.Execute', verb: 'request.approve', data: {} }
  const card = { type: 'AdaptiveCard', version: '1.5', actions: [{ ...action, title: 'Approve' }] }
  expect(actionsOf(card)).toHaveLength(1)
  const press = (by: typeof dana, id: string) =>
    chat.press(by, channelThread, { activityId: 'm0', card }, 'Approve', { id })

  const flooding = [dana, ada]
  const sent = flooding.flatMap(by =>
    Array.from({ length: (burst * times) / 2 }, (_, index) => ({
      by,
      pressed: press(by, `${by.id} ${index}`),
      asked: chat.say(by, channelThread, asks),
    })),
  )
  // Whoever does not flood is served beside them.
  expect((await press(amir, 'once')).value).toBe('Noted.')

  const { tooFast } = labelsFor(dana.locale).host
  const answers = await Promise.all(sent.map(({ pressed }) => pressed))
  const values = answers.map(({ value }) => value)
  expect(values.filter(value => value !== 'Noted.' && value !== tooFast)).toEqual([])
  for (const { asked } of sent) expect((await asked).status).toBe(200)

  const accepted = host.incomings.length - 1
  expect(accepted).toBe(flooding.length * burst)
  const refused = Number(/outcome="too-fast"\} (\d+)/.exec(await metricsOf(host.url, 'press'))?.[1])
  const unanswered = Number(/outcome="too-fast"\} (\d+)/.exec(await metricsOf(host.url, 'message'))?.[1])
  expect(accepted + refused + unanswered).toBe(flooding.length * burst * times)
  expect(values.filter(value => value === tooFast)).toHaveLength(refused)
  // A flood of messages is not answered by another one.
  const told = chat.activities.filter(({ activity }) => activity.text === tooFast)
  expect(told).toHaveLength(flooding.length)

  // The genuine press comes through once a minute has passed.
  await host.clock.setTime(host.clock.now() + 60_000)
  expect((await press(dana, 'after a minute')).value).toBe('Noted.')
})

async function metricsOf(url: string, kind: string): Promise<string> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return text.split('\n').find(line => line.includes(`kind="${kind}",outcome="too-fast"`)) ?? ''
}
