import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FailPoint, failPointsThereAre } from '../crash/crossings.ts'
import { type Arrived, broken, type Duplicates, duplicates, travel } from '../crash/journey.ts'
import { openTown, type Town } from '../crash/town.ts'
import { channelThreadNumber } from '../harness/connector.ts'
import { type StoreKind, storeUnderTest } from '../harness/store.ts'

// `npm run crash-matrix` tries all of it; the suite a few cells.
const all = process.env.CRASH_MATRIX === 'all'

const settings: readonly (readonly [StoreKind, number])[] = all
  ? [
      ['embedded', 1],
      ['server', 1],
      ['server', 3],
    ]
  : [['embedded', 1]]

interface Cell {
  readonly death: FailPoint
  readonly presses: Duplicates
}

const few: readonly Cell[] = [
  { death: { when: 'before', crossing: 'decision stored' }, presses: 'twice the same' },
  { death: { when: 'after', crossing: 'PUT sent' }, presses: 'once' },
]
const every = failPointsThereAre.flatMap(death => duplicates.map(presses => ({ death, presses })))
const words = (process.env.CRASH_CELLS ?? '').split('\n').filter(word => word !== '')

/** The cells of a setting whose name holds every word that was asked for. */
function cellsOf(kind: StoreKind, replicas: number): readonly Cell[] {
  const nameOf = ({ death, presses }: Cell) =>
    `${kind}, ${replicas} replicas, ${death.when} ${death.crossing}, ${presses}`
  return (all ? every : few).filter(cell => words.every(word => nameOf(cell).includes(word)))
}
const asked = settings.filter(([kind, replicas]) => cellsOf(kind, replicas).length > 0)

describe.each(asked)('P02 P10 P11 P12 killed on the road (%s, %i replicas)', (kind, replicas) => {
  const store = storeUnderTest(kind)
  const cells = cellsOf(kind, replicas)
  const arrivals: Arrived[] = []
  let opened: Town | undefined
  let used = 0

  beforeAll(async () => {
    opened = await openTown({ place: await store.place(), replicas, workspaces: cells.length })
    await opened.whole()
  }, 240_000)
  // What comes twice may come late: each cell is looked at again when all are through.
  afterAll(async () => {
    const town = opened
    if (town === undefined) return
    const seen = await town.witness()
    const late = await Promise.all(
      arrivals.map(async arrived => [arrived.journey, await broken(arrived, town, seen)] as const),
    )
    await town.close()
    expect(late.filter(([, wrong]) => wrong.length > 0)).toEqual([])
    expect(seen.flaw).toBeUndefined()
    town.chat.assertClean()
  }, 240_000)

  it.each(cells.map(cell => [`${cell.death.when} ${cell.death.crossing}`, cell.presses, cell] as const))(
    '%s, pressed %s: one decision, one PUT, and the end is told',
    async (_point, _presses, { death, presses }) => {
      if (opened === undefined) throw new Error('The town is not open.')
      used += 1
      const workspace = `prod-${String(used).padStart(2, '0')}`
      const arrived = await travel(
        { workspace, thread: channelThreadNumber(5000 + used), presses, death },
        opened,
      )
      arrivals.push(arrived)
      expect(await broken(arrived, opened)).toEqual([])
    },
    240_000,
  )
})
