import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOpen } from '../../src/changes/request.ts'
import { fqdn, workspaceNamed } from '../cards/sample-tenant.ts'
import { approvedRequest, road } from './road.ts'
import type { OperationFate, WriteFate } from './scripted-azure.ts'

const open = fc.constantFrom(
  { is: 'timed-out' } as const,
  { is: 'unavailable', message: '503' } as const,
  { is: 'not-understood', message: 'HTML' } as const,
)
const surelyNot = fc.constantFrom(
  { is: 'busy', message: '' } as const,
  { is: 'throttled', retryAfterSeconds: 3 } as const,
  { is: 'unauthenticated' } as const,
)
const writeFate: fc.Arbitrary<WriteFate> = fc.oneof(
  fc.record({ lands: fc.boolean(), says: open }),
  fc.record({ lands: fc.boolean(), says: fc.constant('nothing: we die' as const) }),
  fc.record({ lands: fc.constant(false), says: surelyNot }),
  fc.record({
    lands: fc.constant(true),
    says: fc.constantFrom('accepted' as const, 'accepted-without-address' as const),
  }),
)
const operationFate = fc.constantFrom<OperationFate>(
  'succeeds',
  'succeeds',
  'fails',
  'address is gone',
  'succeeds, but nothing is there',
)
const story = fc.record({
  provisioned: fc.boolean(),
  shape: fc.constantFrom('combined' as const, 'per-host' as const),
  writes: fc.array(writeFate, { maxLength: 6 }),
  operations: fc.array(operationFate, { maxLength: 4 }),
  readTroubles: fc.array(fc.oneof(open, surelyNot), { maxLength: 3 }),
  /** How many workers run each tick; one once the list is at its end. */
  workers: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 12 }),
})
const hosts = ['docker.io', 'hf.co', 'pypi.org']

describe('whatever Azure and the machines do to an approved request', () => {
  const lived = async (given: typeof story extends fc.Arbitrary<infer Story> ? Story : never) => {
    const before = workspaceNamed('ws', {
      status: given.provisioned ? 'Active' : 'Inactive',
      rules: [fqdn('hub', ['huggingface.co'], given.provisioned ? 'Active' : 'Inactive')],
    })
    const on = road(before, approvedRequest(before, hosts, given.shape))
    on.azure.fates(...given.writes)
    on.azure.operations(...given.operations)
    on.azure.troubleReads(...given.readTroubles)
    for (const workers of given.workers) if (isOpen(on.request())) await on.tick(workers)
    await on.drive(200)
    return on
  }

  it('no step is written again unless it is surely absent, and never two at once', async () => {
    await fc.assert(
      fc.asyncProperty(story, async given => {
        const { azure } = await lived(given)
        expect(azure.writes.filter(({ alreadyThere }) => alreadyThere)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('it comes to exactly one end, and "done" only with the approved rules in effect', async () => {
    await fc.assert(
      fc.asyncProperty(story, async given => {
        const on = await lived(given)
        const state = on.state()
        expect(['done', 'failed']).toContain(state.is)
        expect(on.store.records.filter(({ to }) => to === 'done' || to === 'failed')).toHaveLength(1)
        if (state.is !== 'done') return
        const { rules, status } = on.azure.workspace().network
        const ours = rules.flatMap(rule =>
          rule.type === 'FQDN' && rule.name.startsWith('gh-') && rule.status === 'Active'
            ? rule.destinations
            : [],
        )
        expect(ours.toSorted()).toEqual(hosts.toSorted())
        expect({ result: state.result, status }).toEqual({ result: 'effective', status: 'Active' })
        expect(rules.find(({ name }) => name === 'hub')).toBeDefined()
      }),
      { numRuns: 200 },
    )
  })
})
