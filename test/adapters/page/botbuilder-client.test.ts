import {
  type Activity,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  MessageFactory,
  TeamsInfo,
  TurnContext,
} from 'botbuilder'
import { expect, test } from 'vitest'
import { messages } from './event-reader.ts'
import { channel, plainCard, startWorld } from './fake-bot.ts'

test('botbuilder speaks to the page’s Connector as to Teams: posts, updates, deletes and reads the roster', async () => {
  const world = await startWorld(() => ({}))
  const said = await world.post('/local/say', { person: '29:dana', conversation: channel, text: 'hello' })
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
  adapter.onTurnError = async (_, error) => {
    throw error
  }
  const reference = TurnContext.getConversationReference(
    (world.received[0] ?? {}) as Partial<Activity>,
  ) as ConversationReference
  let roster: readonly string[] = []
  let member = ''
  await adapter.continueConversationAsync('', reference, async context => {
    await context.sendActivity({ type: 'typing' })
    const card = await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(plainCard)))
    await context.updateActivity({ type: 'message', id: card?.id ?? '', text: 'now a text' })
    const other = await context.sendActivity('goodbye')
    await context.deleteActivity(other?.id ?? '')
    roster = (await TeamsInfo.getPagedMembers(context)).members.map(({ name }) => name)
    member = (await TeamsInfo.getMember(context, '29:ada')).aadObjectId ?? ''
  })
  expect(await messages(world.url)).toMatchObject([
    { text: 'hello', thread: said.body.id },
    { text: 'now a text', thread: said.body.id, author: { name: 'Gatehouse' } },
    { deleted: true },
  ])
  expect(roster).toEqual(['Dana Scientist', 'Ada Approver', 'Amir Approver', 'Mallory Outsider'])
  expect(member).toBe('a0000000-0000-4000-8000-00000000000a')
  await world.close()
})
