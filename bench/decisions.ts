import type { Benchmark } from './benchmark.ts'
import { percentile } from './percentile.ts'
import { approve, makeRequests } from './requests.ts'
import { openSurroundings } from './surroundings.ts'
import { wideFleet } from './wide-fleet.ts'

const few = 20
const many = 100

/** A hundred people approve at once while Azure never answers: no press waits for Azure, so nobody should notice. */
export const decisions: Benchmark = {
  name: 'decisions',
  async run() {
    const tenant = wideFleet(few + many)
    const around = await openSurroundings({ tenant })
    const bot = await around.gatehouse()
    const workspaces = tenant.workspaces.filter(({ name }) => name.startsWith('bench-')).map(({ id }) => id)
    try {
      const requests = await makeRequests(around, bot, workspaces)
      const calm = await approve(around, bot, requests.slice(0, few), few)
      await around.control('faults', [{ times: 100_000, fault: { is: 'hang' } }])
      const hanging = await approve(around, bot, requests.slice(few), many)
      return {
        figures: [
          {
            what: 'a decision answered, 100 at once, Azure hanging, p99',
            value: percentile(hanging.latencies, 0.99),
            unit: 'ms',
            beside: { what: '20 at once, Azure answering', value: percentile(calm.latencies, 0.99) },
            goal: { atMost: 1_000 },
          },
          {
            what: 'a decision answered, 100 at once, Azure hanging, p50',
            value: percentile(hanging.latencies, 0.5),
            unit: 'ms',
            beside: { what: '20 at once, Azure answering', value: percentile(calm.latencies, 0.5) },
          },
          {
            what: 'decisions of the 100 that the store did not take in time',
            value: hanging.refused,
            unit: 'times',
            goal: { atMost: 0 },
          },
        ],
      }
    } finally {
      await bot.stop()
      await around.close()
    }
  },
}
