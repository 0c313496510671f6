import { setTimeout as pause } from 'node:timers/promises'
import type { Benchmark } from './benchmark.ts'
import type { Sent } from './connector.ts'
import { approve, makeRequests } from './requests.ts'
import { openSurroundings } from './surroundings.ts'
import { wideFleet } from './wide-fleet.ts'

const sizes = [5, 50] as const
const patienceMs = 60_000

/** Approved requests that are all under way at once: what Azure is asked for them, and when the requester is told. */
export const inFlight: Benchmark = {
  name: 'in-flight',
  async run() {
    const seen: Awaited<ReturnType<typeof underWay>>[] = []
    for (const many of sizes) seen.push(await underWay(many))
    const last = seen.at(-1)
    if (last === undefined) throw new Error('There was nothing to measure.')
    return {
      figures: [
        { what: `calls to Azure for one of ${last.many} requests`, value: last.calls, unit: 'calls' },
        { what: `all of ${last.many} done and told`, value: last.seconds, unit: 's' },
        {
          what: `writes to Azure for one of ${last.many} requests`,
          value: last.writes,
          unit: 'calls',
          goal: { atMost: 1 },
        },
      ],
      growth: [
        {
          what: 'Calls to Azure for one request',
          unit: 'calls',
          points: seen.map(({ many, calls }) => ({ work: `${many} under way`, value: calls })),
          because:
            'Each request reads its own workspace and polls its own operation as Retry-After says; nothing is asked in common.',
        },
        {
          what: 'From the last press until all were told',
          unit: 's',
          points: seen.map(({ many, seconds }) => ({ work: `${many} under way`, value: seconds })),
          because:
            'Eight workers take the steps that are due; a step is bounded by its calls to Azure and the database.',
        },
      ],
    }
  },
}

async function underWay(many: number) {
  const tenant = { ...wideFleet(many), timeScale: 600 }
  const around = await openSurroundings({ tenant })
  const bot = await around.gatehouse({ pace: 'simulated' })
  const workspaces = tenant.workspaces.filter(({ name }) => name.startsWith('bench-')).map(({ id }) => id)
  const told = new Set<string>()
  const hear = ({ conversation, activity }: Sent) => {
    if (typeof activity.text === 'string' && activity.text.includes('You can now use')) told.add(conversation)
  }
  const calls = async () => {
    const { calls: all } = (await around.control('calls')) as {
      calls: readonly { method: string; path: string }[]
    }
    return all.filter(({ path }) => !path.startsWith('/_sim/'))
  }
  try {
    const requests = await makeRequests(around, bot, workspaces)
    const before = (await calls()).length
    around.connector.listen(hear)
    const { refused } = await approve(around, bot, requests, 4)
    if (refused > 0) throw new Error(`${refused} decisions were not taken.`)
    const began = performance.now()
    while (told.size < many && performance.now() - began < patienceMs) await pause(50)
    const seconds = (performance.now() - began) / 1000
    if (told.size < many) throw new Error(`Only ${told.size} of ${many} were told in time.`)
    const made = (await calls()).slice(before)
    const writes = made.filter(({ method }) => method !== 'GET').length
    return { many, seconds, calls: made.length / many, writes: writes / many }
  } finally {
    around.connector.listen(undefined)
    await bot.stop()
    await around.close()
  }
}
