import { expect, it } from 'vitest'
import { actionsOf, ada, type CardJson, channelThread, dana, mallory, textOf } from './harness/connector.ts'
import { openHouse } from './harness/house.ts'
import { eachStore } from './harness/store.ts'

const reason = { in_tier: 'current', in_reason: 'We evaluate a sentence transformer this sprint.' }

eachStore('the road', store => {
  it('goes from the question to the news, with one PUT', async () => {
    const { chat, calls, passUntil } = await openHouse({ place: await store.place() })

    await chat.say(dana, channelThread, 'can I use Hugging Face in ws-prod?')
    const verdict = await chat.cardIn(channelThread, card => textOf(card).includes('Not yet'))
    const said = textOf(verdict.card)
    for (const host of ['docker.io', 'production.cloudflare.docker.com', 'cdn.auth0.com'])
      expect(said).toContain(host)

    const form = await chat.press(dana, channelThread, verdict, 'Request')
    expect(form.type).toBe('application/vnd.microsoft.card.adaptive')
    const sent = await chat.press(
      dana,
      channelThread,
      { activityId: verdict.activityId, card: form.value as CardJson },
      'Request',
      { inputs: reason },
    )
    expect(textOf(sent.value as CardJson)).toContain('#1')

    const approval = await passUntil(() =>
      chat.activities.find(
        each => each.card && actionsOf(each.card).some(action => action.title === 'Approve'),
      ),
    )
    expect(await calls('PUT')).toHaveLength(0)

    const own = await chat.press(dana, channelThread, approval, 'Approve')
    expect(own.type).toBe('application/vnd.microsoft.activity.message')
    const outsider = await chat.press(mallory, channelThread, approval, 'Approve')
    expect(outsider.type).toBe('application/vnd.microsoft.activity.message')
    const approved = await chat.press(ada, channelThread, approval, 'Approve')
    expect(approved.type).toBe('application/vnd.microsoft.card.adaptive')
    expect(textOf(approved.value as CardJson)).toContain('Ada Approver')

    const news = await passUntil(() =>
      chat.activities.find(each => each.activity.text?.includes('You can now use Hugging Face in ws-prod')),
    )
    expect(JSON.stringify(news.activity)).toContain('29:dana')
    expect(await calls('PUT')).toHaveLength(1)
    chat.assertClean()
  })
})
