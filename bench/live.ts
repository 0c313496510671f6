import { builtInTenant } from '../src/simulator/simulator.ts'
import { dana } from '../test/harness/people.ts'
import { message, threadOf } from './activity.ts'
import type { Benchmark } from './benchmark.ts'
import { drive } from './drive.ts'
import { percentile } from './percentile.ts'
import { openSurroundings } from './surroundings.ts'

const count = 60
const slowMs = 300
const question = 'can I use Hugging Face in ws-prod?'

/** One person asks after another while each call to Azure takes 300 ms: how long the answer takes, and how many calls it takes. */
export const live: Benchmark = {
  name: 'live',
  async run() {
    const around = await openSurroundings({ tenant: builtInTenant })
    const bot = await around.gatehouse()
    const stock = await around.stock()
    const echo = (index: number) =>
      around.deliver(stock, message(dana, threadOf(index % 20), around.connector.url, question))
    const ask = (index: number) =>
      around.deliver(bot, message(dana, threadOf(index % 20), around.connector.url, question))
    const calls = async () => {
      const { calls: all } = (await around.control('calls')) as { calls: readonly { path: string }[] }
      return all.filter(({ path }) => !path.startsWith('/_sim/')).length
    }
    try {
      await drive({ count: 60, atOnce: 2 }, ask)
      await drive({ count: 60, atOnce: 2 }, echo)
      const echoed = await drive({ count, atOnce: 1 }, echo)
      const quick = await drive({ count, atOnce: 1 }, ask)
      await around.control('faults', [{ times: 100_000, fault: { is: 'slow', ms: slowMs } }])
      const before = await calls()
      const slow = await drive({ count, atOnce: 2 }, ask)
      const perAnswer = ((await calls()) - before) / count
      const beside = { what: 'Azure answering at once', value: percentile(quick.latencies, 0.5) }
      return {
        figures: [
          { what: 'a live answer, p50', value: percentile(slow.latencies, 0.5), unit: 'ms', beside },
          {
            what: 'a live answer without its 300 ms of Azure, p50',
            value: percentile(slow.latencies, 0.5) - slowMs,
            unit: 'ms',
            beside: { what: 'stock echo, whole', value: percentile(echoed.latencies, 0.5) },
            goal: { atMost: 60 },
          },
          { what: 'a live answer, p95', value: percentile(slow.latencies, 0.95), unit: 'ms' },
          { what: 'a live answer, p99', value: percentile(slow.latencies, 0.99), unit: 'ms' },
          { what: 'calls to Azure for an answer', value: perAnswer, unit: 'calls' },
        ],
      }
    } finally {
      await Promise.all([bot.stop(), stock.stop()])
      await around.close()
    }
  },
}
