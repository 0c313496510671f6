import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fqdn } from '../cards/sample-tenant.ts'
import { machineWorld } from './machine-world.ts'

type World = Awaited<ReturnType<typeof machineWorld>>
type Command = { readonly says: string; readonly run: (world: World) => unknown }

const said = (says: string, run: Command['run']): Command => ({ says, run })
const which = fc.nat(2)
const withRules =
  (keep: (name: string) => boolean): Command['run'] =>
  world =>
    world.drift(workspace => ({
      ...workspace,
      network: { ...workspace.network, rules: workspace.network.rules.filter(({ name }) => keep(name)) },
    }))

const press = fc
  .tuple(
    which,
    fc.constantFrom('ada', 'amir', 'dana'),
    fc.constantFrom('approve', 'approve', 'approve', 'reject'),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([at, who, verdict, times]) =>
    said(`${who} presses ${verdict} on ${at}, ${times} times`, world => world.press(at, who, verdict, times)),
  )
const withdrawal = fc
  .tuple(which, fc.constantFrom('ada', 'dana'))
  .map(([at, who]) => said(`${who} withdraws ${at}`, world => world.withdraw(at, who)))
const ticks = fc
  .tuple(which, fc.integer({ min: 1, max: 3 }), fc.constantFrom(0, 0, 0, 1))
  .map(([at, workers, older]) =>
    said(`${workers} tick ${at}, ${older} older`, async world => {
      world.pass(1_000)
      await world.tick(at, workers, older)
    }),
  )
const time = fc
  .constantFrom(500, 9_000, 60_000, 99_999, 100_000, 200_000)
  .map(ms => said(`${ms} ms pass`, world => world.pass(ms)))
const crash = fc
  .constantFrom('before' as const, 'after' as const)
  .map(when => said(`the next worker dies ${when} its commit`, world => world.crash(when)))
const drift = fc.constantFrom(
  said(
    'our rules are lost',
    withRules(name => !name.startsWith('gh-')),
  ),
  said(
    'all rules are lost',
    withRules(() => false),
  ),
  said('somebody else is at work', world => world.others(true)),
  said('nobody else is at work', world => world.others(false)),
  said('a host comes in by another way', world =>
    world.drift(workspace => ({
      ...workspace,
      network: { ...workspace.network, rules: [...workspace.network.rules, fqdn('theirs', ['hf.co'])] },
    })),
  ),
)
const fate = fc.constantFrom(
  said('the next write lands and its writer dies', world =>
    world.azure.fates({ lands: true, says: 'nothing: we die' }),
  ),
  said('the next writer dies before it lands', world =>
    world.azure.fates({ lands: false, says: 'nothing: we die' }),
  ),
  said('the next write is not answered', world =>
    world.azure.fates({ lands: true, says: { is: 'timed-out' } }),
  ),
  said('the next write finds the workspace busy', world =>
    world.azure.fates({ lands: false, says: { is: 'busy', message: '' } }),
  ),
  said('the next list of hosts is refused', world =>
    world.azure.fates({ lands: false, says: { is: 'refused', code: 'ValidationError', message: '' } }),
  ),
  said('the next operation leaves nothing', world =>
    world.azure.operations('succeeds, but nothing is there'),
  ),
  said('the next operation fails', world => world.azure.operations('fails')),
  said('Azure cannot be read', world => world.azure.troubleReads({ is: 'timed-out' })),
)
const story = fc.tuple(
  fc.integer({ min: 1, max: 2 }),
  fc.array(
    fc.oneof(
      { weight: 3, arbitrary: press },
      { weight: 8, arbitrary: ticks },
      withdrawal,
      time,
      crash,
      drift,
      fate,
    ),
    {
      minLength: 5,
      maxLength: 40,
    },
  ),
)

it('whatever people, machines and Azure do: nothing unreviewed, nothing stale, one writer at a time, and an end', async () => {
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(story, async ([quorum, commands]) => {
      const world = await machineWorld(quorum)
      for (const command of commands) await command.run(world)
      const ended = await world.settle()
      const told = commands.map(({ says }) => says)
      expect({ broken: world.broken, ended, told }).toEqual({ broken: [], ended: true, told })
      // No step is written again unless it is surely absent.
      expect(world.azure.writes.filter(({ alreadyThere }) => alreadyThere)).toEqual([])
      for (const { id, state } of world.store.all()) {
        const ends = world.store.records.filter(
          record => record.subject === id && record.to === state.is && record.from !== record.to,
        )
        expect(ends).toHaveLength(1)
        reached.add(state.is)
      }
    }),
    { numRuns: 4_000, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false },
  )
  // The stories come everywhere, or they would prove little.
  expect([...reached].sort()).toEqual(['done', 'expired', 'failed', 'rejected', 'withdrawn'])
}, 60_000)
