import { describe, expect, it } from 'vitest'
import {
  actionsOf,
  ada,
  amir,
  channelThreadNumber,
  dana,
  inputsOf,
  mallory,
  personalWith,
  type Speaker,
  textOf,
} from '../harness/connector.ts'
import { entered, type Road, type Seen } from './road.ts'
import { sharedHouse } from './shared-house.ts'

const { house, newRoad } = sharedHouse('embedded')
const thread = channelThreadNumber(4000)
const workspaceId = (name: string) =>
  `/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg-ml-prod/providers/Microsoft.MachineLearningServices/workspaces/${name}`

describe('a pasted link', () => {
  const paste = async (url: string, by = dana, name = 'composeExtension/queryLink', place = thread) => {
    const { status, body } = await house().chat.deliver(by, place, { type: 'invoke', name, value: { url } })
    expect(status).toBe(200)
    return body as { composeExtension: { type: string; text?: string; attachments?: { content: object }[] } }
  }
  const studio = (name: string) => `https://ml.azure.com/home?wsid=${workspaceId(name)}`

  it('to a workspace says how its network stands, to those who may ask, and no more than a whole chat may read', async () => {
    const { composeExtension } = await paste(studio('prod-01'))
    expect(composeExtension).toMatchObject({ type: 'result', attachments: [{}] })
    const said = textOf(composeExtension.attachments)
    expect(said).toContain('prod-01')
    expect(JSON.stringify(composeExtension)).not.toMatch(/subscriptions|rg-ml|11111111|Action\./)
    const french = { ...ada, locale: 'fr-FR' }
    const inFrench = await paste(studio('prod-01'), french, undefined, personalWith(french))
    expect(textOf(inFrench.composeExtension.attachments)).toContain('Demandez prod-01')
  })

  it('tells somebody who may not ask nothing of the workspace', async () => {
    const { composeExtension } = await paste(studio('prod-01'), mallory)
    expect(composeExtension).toMatchObject({ type: 'message', text: expect.stringContaining('not among') })
    expect(JSON.stringify(composeExtension)).not.toContain('prod-01')
  })

  it('of somebody whom Teams does not name is declined politely, and Azure is not asked', async () => {
    const before = (await house().calls()).length
    const anonymous = 'composeExtension/anonymousQueryLink'
    const { composeExtension } = await paste(studio('prod-01'), dana, anonymous)
    expect(composeExtension).toMatchObject({ type: 'message', text: expect.stringContaining('Install') })
    expect((await house().calls()).length).toBe(before)
  })

  it('to anything else stays the link that it is', async () => {
    const { composeExtension } = await paste('https://portal.azure.com/#home')
    expect(composeExtension).toMatchObject({ type: 'result', attachments: [] })
  })

  it('to a workspace that is not there says so', async () => {
    const { composeExtension } = await paste(studio('ws-nowhere'))
    expect(composeExtension).toMatchObject({ type: 'message', text: expect.stringMatching(/\w+ \w+/) })
  })
})

describe('a dialog', () => {
  type Answer = {
    readonly task?: {
      readonly type: string
      readonly value: string & { readonly title: string; readonly card: { readonly content: object } }
    }
  }
  const inDialog = async (here: Road, name: string, by: Speaker, data: object, replyToId?: string) => {
    const { status, body } = await house().chat.deliver(by, here.thread, {
      type: 'invoke',
      name,
      ...(replyToId === undefined ? {} : { replyToId }),
      value: { data, context: { theme: 'default' } },
    })
    expect(status).toBe(200)
    return body as Answer
  }
  /** Presses the card's own button for a dialog, and then the dialog's first button with these inputs. */
  const open = (here: Road, by: Speaker, message: Seen) => {
    const opening = actionsOf(message.card).find(({ data }) => 'msteams' in data)
    if (opening === undefined) throw new Error('The card opens no dialog.')
    expect(opening).toMatchObject({ type: 'Action.Submit', data: { msteams: { type: 'task/fetch' } } })
    return inDialog(here, 'task/fetch', by, opening.data, message.activityId)
  }
  const send = async (here: Road, by: Speaker, message: Seen, dialog: Answer, inputs: object, at = 0) => {
    const content = dialog.task?.value.card.content
    const action = actionsOf(content)[at]
    expect(action?.type).toBe('Action.Submit')
    const data = { ...action?.data, ...inputsOf(content), ...inputs }
    return inDialog(here, 'task/submit', by, data, message.activityId)
  }

  it('takes a request, asks again for what is missing, and the card behind it becomes the status card', async () => {
    const here = newRoad()
    const answer = await here.ask()
    const dialog = await open(here, dana, answer)
    expect(dialog.task).toMatchObject({
      type: 'continue',
      value: { title: expect.stringContaining('Hugging') },
    })
    const again = await send(here, dana, answer, dialog, { in_reason: ' ' })
    expect(again.task?.type).toBe('continue')
    expect(textOf(again.task?.value.card.content)).toContain('reason')
    const done = await send(here, dana, answer, again, entered)
    expect(done.task).toMatchObject({ type: 'message', value: expect.stringMatching(/Request #\d+/) })
    const status = await house().passUntil(() => {
      const now = house().chat.messageNow(here.thread, answer.activityId)?.card
      return textOf(now).includes('aiting for approval') && now
    })
    expect(textOf(status)).toContain(entered.in_reason)
    expect(await here.changes()).toEqual([])
  })

  it('whose client does not say which card it stands over makes one request, with a status card of its own', async () => {
    const here = newRoad()
    const answer = await here.ask()
    const dialog = await open(here, dana, answer)
    const content = dialog.task?.value.card.content
    const data = { ...actionsOf(content)[0]?.data, ...inputsOf(content), ...entered }
    const done = await inDialog(here, 'task/submit', dana, data)
    expect(done.task).toMatchObject({ type: 'message', value: expect.stringMatching(/Request #\d+/) })
    const status = await house().passUntil(() =>
      house().chat.activities.find(
        ({ method, activityId, conversationId, card }) =>
          method === 'POST' &&
          conversationId === here.thread.id &&
          activityId !== answer.activityId &&
          textOf(card).includes('aiting for approval'),
      ),
    )
    expect(textOf(status.card)).toContain(entered.in_reason)
    expect(await here.changes()).toEqual([])
  })

  it('that is left is closed, and leaves the card as it was', async () => {
    const here = newRoad()
    const answer = await here.ask()
    const dialog = await open(here, dana, answer)
    expect(await send(here, dana, answer, dialog, {}, 1)).toEqual({ statusCode: 200 })
  })

  it('rejects with a comment, for approvers alone, and only where the card was posted', async () => {
    const here = newRoad()
    const requested = await here.request()
    const card = await here.approval(requested)
    expect((await open(here, mallory, card)).task).toMatchObject({ type: 'message' })
    expect((await open(here, dana, card)).task).toMatchObject({ type: 'message' })
    const dialog = await open(here, ada, card)
    expect((await send(here, ada, card, dialog, {})).task?.type).toBe('continue')
    const elsewhere = { ...here, thread: personalWith(ada) }
    const copied = await send(elsewhere, ada, card, dialog, { in_comment: 'No.' })
    expect(copied.task).toMatchObject({ type: 'message', value: expect.stringContaining('conversation') })
    expect((await send(here, mallory, card, dialog, { in_comment: 'No.' })).task?.type).toBe('message')
    const done = await send(here, ada, card, dialog, { in_comment: 'Ask the data team first.' })
    expect(done.task).toMatchObject({ type: 'message', value: expect.stringMatching(/rejected/i) })
    expect(await here.end(requested)).toContain('Ask the data team first.')
    // Whoever is late hears what became of it.
    expect((await open(here, amir, card)).task).toMatchObject({ type: 'message' })
  })
})
