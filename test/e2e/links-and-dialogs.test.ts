import { describe, expect, it } from 'vitest'
import { channelThreadNumber, dana, mallory, textOf } from '../harness/connector.ts'
import { sharedHouse } from './shared-house.ts'

const { house } = sharedHouse('embedded')
const thread = channelThreadNumber(4000)
const workspaceId = (name: string) =>
  `/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg-ml-prod/providers/Microsoft.MachineLearningServices/workspaces/${name}`

describe('a pasted link', () => {
  const paste = async (url: string, by = dana, name = 'composeExtension/queryLink') => {
    const { status, body } = await house().chat.deliver(by, thread, { type: 'invoke', name, value: { url } })
    expect(status).toBe(200)
    return body as { composeExtension: { type: string; text?: string; attachments?: { content: object }[] } }
  }
  const studio = (name: string) => `https://ml.azure.com/home?wsid=${workspaceId(name)}`

  it('to a workspace says how its network stands, to those who may ask, and no more than a whole chat may read', async () => {
    const { composeExtension } = await paste(studio('prod-01'))
    expect(composeExtension.attachments).toHaveLength(1)
    const said = textOf(composeExtension.attachments)
    expect(said).toContain('prod-01')
    expect(JSON.stringify(composeExtension)).not.toMatch(/subscriptions|rg-ml|11111111|Action\./)
    expect((await paste(studio('prod-01'), { ...dana, locale: 'fr-FR' })).composeExtension).not.toEqual(
      composeExtension,
    )
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
