import { builtInTenant } from '../src/simulator/simulator.ts'
import type { Benchmark } from './benchmark.ts'
import { percentile } from './percentile.ts'
import { type MeasuredProcess, startProcess } from './start-process.ts'
import { openSurroundings } from './surroundings.ts'

const times = 3

/** From the start of the process until it listens, and what it then holds. */
export const start: Benchmark = {
  name: 'start',
  async run() {
    const around = await openSurroundings({ tenant: builtInTenant })
    try {
      const bare = await starts(() => startProcess('bare'))
      const stock = await starts(() => around.stock())
      const places = { server: await around.newPlace('server'), embedded: await around.newPlace('embedded') }
      // The first start makes the tables, once in the life of a database.
      const first = await starts(() => around.gatehouse({ place: places.server }), 1)
      await starts(() => around.gatehouse({ place: places.embedded }), 1)
      const server = await starts(() => around.gatehouse({ place: places.server }))
      const embedded = await starts(() => around.gatehouse({ place: places.embedded }))
      return {
        figures: [
          {
            what: 'start to ready, database server (median)',
            value: server.wallMs,
            unit: 'ms',
            beside: { what: 'stock echo', value: stock.wallMs },
            goal: { atMost: 2_000 },
          },
          {
            what: 'CPU of it',
            value: server.cpuMs,
            unit: 'ms',
            beside: { what: 'stock echo', value: stock.cpuMs },
          },
          {
            what: 'CPU of the first one on an empty database',
            value: first.cpuMs,
            unit: 'ms',
            beside: { what: 'later ones', value: server.cpuMs },
          },
          {
            what: 'CPU of a start with the embedded store',
            value: embedded.cpuMs,
            unit: 'ms',
            beside: { what: 'database server', value: server.cpuMs },
          },
          {
            what: 'start to ready, bare node:http',
            value: bare.wallMs,
            unit: 'ms',
            beside: { what: 'stock echo', value: stock.wallMs },
          },
        ],
      }
    } finally {
      await around.close()
    }
  },
}

async function starts(one: () => Promise<MeasuredProcess>, many = times) {
  const seen: MeasuredProcess['start'][] = []
  for (let n = 0; n < many; n += 1) {
    const started = await one()
    seen.push(started.start)
    await started.stop()
  }
  return {
    wallMs: percentile(
      seen.map(({ wallMs }) => wallMs),
      0.5,
    ),
    cpuMs: percentile(
      seen.map(({ cpuMs }) => cpuMs),
      0.5,
    ),
  }
}
