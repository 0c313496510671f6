import { randomUUID } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { builtInTenant, startSimulator } from '../src/simulator/simulator.ts'
import { type Child, startChildIn } from './harness/child-process.ts'
import { actionsOf, ada, type CardJson, channelThread, dana, startConnector } from './harness/connector.ts'
import { eventually, type Place, storeUnderTest } from './harness/store.ts'

const main = new URL('../src/main.ts', import.meta.url)

/** Slower than the built-in tenant, so that there is a while in which an operation runs and the bot can be killed. */
const tenant = { ...builtInTenant, timeScale: 300 }

async function openTown(place: Place) {
  const azure = await startSimulator({ tenant, clock: Date, newId: randomUUID })
  const chat = await startConnector({})
  onTestFinished(async () => {
    await chat.close()
    await azure.close()
  })
  const start = async (): Promise<Child> => {
    const child = await startChildIn(
      {
        PORT: '0',
        DATA_DIR: place.dataDir,
        DATABASE_URL: place.url ?? '',
        AZURE_ARM_ENDPOINT: azure.url,
        LOG_LEVEL: 'error',
      },
      main,
      '--local',
    )
    const line = await child.said(/^Gatehouse is ready: /)
    chat.talkTo(line.replace('Gatehouse is ready: ', '').replace(/\/$/, ''))
    return child
  }
  const calls = async (method: string) => {
    const response = await fetch(`${azure.url}/_sim/calls`)
    const { calls } = (await response.json()) as { calls: readonly { method: string; path: string }[] }
    return calls.filter(call => call.method === method && call.path.includes('/outboundRules/'))
  }
  const fault = (...faults: readonly object[]) =>
    fetch(`${azure.url}/_sim/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(faults),
    })

  /** Asks, requests and waits for the approval card. */
  const request = async () => {
    await chat.say(dana, channelThread, 'can I use Hugging Face in ws-prod?')
    const verdict = await chat.cardIn(channelThread, card => actionsOf(card).some(isRequest))
    const form = await chat.press(dana, channelThread, verdict, 'Request')
    await chat.press(
      dana,
      channelThread,
      { activityId: verdict.activityId, card: form.value as CardJson },
      'Request',
      { inputs: { in_tier: 'current', in_reason: 'We evaluate a model.' } },
    )
    return eventually(() =>
      chat.activities.findLast(each => each.card && actionsOf(each.card).some(isApprove)),
    )
  }
  const news = () =>
    chat.activities.filter(each => each.activity.text?.includes('You can now use Hugging Face in ws-prod'))
  return { azure, chat, start, calls, fault, request, news }
}

const isRequest = ({ title }: { readonly title: string }) => title.startsWith('Request')
const isApprove = ({ title }: { readonly title: string }) => title === 'Approve'

describe.each(['embedded', 'server'] as const)('P02 P10 P11 a bot that is killed (%s)', kind => {
  const store = storeUnderTest(kind)

  it('goes on where it was, writes once and tells the end', async () => {
    const { chat, start, calls, fault, request, news } = await openTown(await store.place())

    // Requested: the approval is pressed on a card that the killed process posted.
    let bot = await start()
    const approval = await request()
    await bot.kill()

    bot = await start()
    // What only one process uses is taken over at once. Replicas that are killed while they write are in the crash matrix.
    const dies = kind === 'embedded'
    // Writing: Azure takes the PUT, and the answer never reaches anybody.
    if (dies) await fault({ match: { method: 'PUT' }, fault: { is: 'hang', lands: true } })
    const approved = await chat.press(ada, channelThread, approval, 'Approve')
    expect(approved.type).toBe('application/vnd.microsoft.card.adaptive')
    await eventually(async () => (await calls('PUT')).length === 1)
    if (dies) {
      await bot.kill()
      await start()
    }

    await eventually(() => news().length > 0)
    expect(await calls('PUT')).toHaveLength(1)
    expect(news()).toHaveLength(1)
    const { activityId } = approval
    await eventually(() => !actionsOf(chat.messageNow(channelThread, activityId)?.card ?? {}).some(isApprove))
    chat.assertClean()
  }, 300_000)
})
