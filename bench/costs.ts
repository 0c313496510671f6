import { drive } from './drive.ts'
import { percentile } from './percentile.ts'
import type { MeasuredProcess } from './start-process.ts'

interface Job {
  readonly bot: MeasuredProcess
  readonly work: (index: number) => Promise<unknown>
}

interface Cost {
  /** Milliseconds of the processor for one piece of work: the median of the rounds. */
  readonly cpuMs: number
  readonly perSecond: number
}

const atOnce = 16
const warmUp = 120
const rounds = 5
const perRound = 60

/** What each job costs its process. Round by round in turn, so that what else the machine does meets all of them alike. */
export async function costsOf<const Jobs extends readonly Job[]>(
  jobs: Jobs,
): Promise<{ readonly [Index in keyof Jobs]: Cost }> {
  for (const { work } of jobs) await drive({ count: warmUp, atOnce }, work)
  const seen: { cpuMs: number; perSecond: number }[][] = jobs.map(() => [])
  for (let round = 0; round < rounds; round += 1)
    for (const [at, { bot, work }] of jobs.entries()) {
      const before = await bot.usage()
      const { seconds } = await drive({ count: perRound, atOnce }, work)
      const after = await bot.usage()
      seen[at]?.push({ cpuMs: (after.cpuMs - before.cpuMs) / perRound, perSecond: perRound / seconds })
    }
  const medians = seen.map(costs => ({
    cpuMs: percentile(
      costs.map(({ cpuMs }) => cpuMs),
      0.5,
    ),
    perSecond: percentile(
      costs.map(({ perSecond }) => perSecond),
      0.5,
    ),
  }))
  return medians as unknown as { readonly [Index in keyof Jobs]: Cost }
}
