import { describe, expect, it } from 'vitest'
import { cardOf, entered, requestedOf, road } from '../e2e/road.ts'
import { wideTenant } from '../e2e/wide-tenant.ts'
import { ada, channelThread, dana, textOf } from '../harness/connector.ts'
import { openHouse } from '../harness/house.ts'
import { advance, storeUnderTest } from '../harness/store.ts'

/** Slower than the built-in tenant: an operation takes some seconds, in which the bot is started again. */
const tenant = { ...wideTenant(1), timeScale: 400 }

describe.each(['embedded', 'server'] as const)(
  'P12 a bot that is started again between any two steps (%s)',
  kind => {
    const store = storeUnderTest(kind)

    it('comes to the end of the road, with one PUT and one message of news', async () => {
      const house = await openHouse({ place: await store.place(), tenant })
      const { chat } = house
      const { ask, approval, end, changes } = road(house, 'prod-01', channelThread)

      const answer = await ask()
      await house.restart()
      const form = await chat.press(dana, channelThread, answer, 'Request')
      await house.restart()
      const opened = { activityId: answer.activityId, card: cardOf(form.value) }
      const sent = await chat.press(dana, channelThread, opened, 'Request', { inputs: entered })
      const requested = requestedOf(answer.activityId, sent.value)
      await house.restart()
      const card = await approval(requested)
      await house.restart()
      const approved = await chat.press(ada, channelThread, card, 'Approve')
      expect(textOf(approved.value)).toContain('Approved by Ada Approver')
      // The write and what follows it fall into different lives.
      for (let lives = 0; lives < 3; lives += 1) {
        await house.restart()
        await advance(house.clock, 1_000)
        await new Promise(resolve => setTimeout(resolve, 40))
      }
      expect(await end(requested)).toContain('You can now use Hugging Face in prod-01')
      expect((await changes()).map(({ status }) => status)).toEqual([202])
      expect(house.logged).toEqual([])
      chat.assertClean()
    }, 120_000)
  },
)
