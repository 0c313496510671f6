import { verbs } from '../src/cards/verbs.ts'
import { builtInTenant } from '../src/simulator/simulator.ts'
import { dana } from '../test/harness/people.ts'
import { message, press, threadOf } from './activity.ts'
import type { Benchmark } from './benchmark.ts'
import { costsOf } from './costs.ts'
import { startProcess } from './start-process.ts'
import { openSurroundings } from './surroundings.ts'
import { idOf } from './wide-fleet.ts'

const question = 'can I use Hugging Face in ws-prod?'
const threads = 40

/** What a turn costs the processor with authentication on, beside the stock SDK's echo and the least that Node can do. */
export const turns: Benchmark = {
  name: 'turns',
  async run() {
    const around = await openSurroundings({ tenant: builtInTenant })
    const url = around.connector.url
    const bare = await startProcess('bare')
    const stock = await around.stock()
    const gatehouse = await around.gatehouse()
    /** A figure of refusals would be a fine one. */
    const mustAnswer = async () => {
      const told: unknown[] = []
      around.connector.listen(({ activity }) => told.push(activity))
      await around.deliver(gatehouse, say(0, question))
      around.connector.listen(undefined)
      if (!JSON.stringify(told).includes('cdn-lfs.huggingface.co'))
        throw new Error(`The question was not answered: ${JSON.stringify(told).slice(0, 500)}`)
    }
    const say = (index: number, text: string) => message(dana, threadOf(index % threads), url, text)
    try {
      await mustAnswer()
      const form = { workspace: idOf('ws-prod'), collection: 'huggingface' }
      const open = (index: number) => press(dana, threadOf(index % threads), url, verbs.openRequest, form)
      const [least, echo, asked, helped, opened] = await costsOf([
        { bot: bare, work: index => around.deliver(bare, say(index, question)) },
        { bot: stock, work: index => around.deliver(stock, say(index, question)) },
        { bot: gatehouse, work: index => around.deliver(gatehouse, say(index, question)) },
        { bot: gatehouse, work: index => around.deliver(gatehouse, say(index, 'help')) },
        { bot: gatehouse, work: index => around.deliver(gatehouse, open(index)) },
      ])
      const beside = { what: 'stock echo', value: echo.cpuMs }
      return {
        figures: [
          { what: 'CPU of a bare node:http answer', value: least.cpuMs, unit: 'ms', beside },
          {
            what: 'CPU of a question with its real answer',
            value: asked.cpuMs,
            unit: 'ms',
            beside,
            goal: { atMostOfReference: 1 },
          },
          { what: 'CPU of a turn without Azure (help)', value: helped.cpuMs, unit: 'ms', beside },
          {
            what: 'CPU of a press that reads Azure and opens a form',
            value: opened.cpuMs,
            unit: 'ms',
            beside,
          },
          {
            what: 'questions, 16 at once',
            value: asked.perSecond,
            unit: 'per second',
            beside: { what: 'stock echoes', value: echo.perSecond },
          },
        ],
      }
    } finally {
      await Promise.all([bare, stock, gatehouse].map(each => each.stop()))
      await around.close()
    }
  },
}
