import { dana } from '../test/harness/people.ts'
import { message, threadOf } from './activity.ts'
import type { Benchmark } from './benchmark.ts'
import { costsOf } from './costs.ts'
import { openSurroundings } from './surroundings.ts'
import { wideFleet } from './wide-fleet.ts'

const fleets = [50, 500, 5_000] as const

/** What the number of workspaces costs: the memory of the process, and a question about one of them. */
export const fleet: Benchmark = {
  name: 'fleet',
  async run() {
    const seen: Awaited<ReturnType<typeof withWorkspaces>>[] = []
    for (const many of fleets) seen.push(await withWorkspaces(many))
    const [few, , most] = seen
    if (few === undefined || most === undefined) throw new Error('There was nothing to measure.')
    const points = <Key extends keyof typeof few>(key: Key) =>
      seen.map(each => ({ work: `${each.many} workspaces`, value: each[key] }))
    return {
      figures: [
        { what: 'memory at rest, database server', value: few.atRest, unit: 'MB', goal: { atMost: 150 } },
        {
          what: 'memory after questions to 5,000 workspaces',
          value: most.afterwards,
          unit: 'MB',
          beside: { what: '50 workspaces', value: few.afterwards },
          goal: { atMost: 250 },
        },
        {
          what: 'CPU of a question among 5,000 workspaces',
          value: most.cpuMs,
          unit: 'ms',
          beside: { what: 'among 50', value: few.cpuMs },
          goal: { atMostOfReference: 1.2 },
        },
      ],
      growth: [
        {
          what: 'CPU of a question',
          unit: 'ms',
          points: points('cpuMs'),
          because:
            'Names are looked up in an index that is kept while the list is the same, and what a person may see of it is kept with it.',
        },
        {
          what: 'Memory',
          unit: 'MB',
          points: points('afterwards'),
          because: 'Each workspace is held once with its rules, and its name once in the index.',
        },
      ],
    }
  },
}

async function withWorkspaces(many: number) {
  const around = await openSurroundings({ tenant: wideFleet(many) })
  const bot = await around.gatehouse()
  const ask = (index: number) =>
    around.deliver(
      bot,
      message(dana, threadOf(index % 40), around.connector.url, 'can I use Hugging Face in ws-prod?'),
    )
  try {
    const atRest = (await bot.usage({ collect: true })).rss
    await ask(0)
    const [cost] = await costsOf([{ bot, work: ask }])
    const { rss: afterwards } = await bot.usage({ collect: true })
    return { many, atRest, afterwards, cpuMs: cost.cpuMs }
  } finally {
    await bot.stop()
    await around.close()
  }
}
