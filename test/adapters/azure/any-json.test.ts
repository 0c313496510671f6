import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArmAnswer } from '../../../src/adapters/azure/arm-client.ts'
import { acceptedOf, statusOf } from '../../../src/adapters/azure/operation.ts'
import { troubleOf } from '../../../src/adapters/azure/trouble.ts'
import { namedRuleOf, pageOf, subscriptionIdOf, workspaceOf } from '../../../src/adapters/azure/wire.ts'
import { ruleOf } from '../../../src/adapters/azure/wire-rule.ts'
import { armError, workspaceBody } from './fake-arm.ts'

const network = {
  isolationMode: 'AllowOnlyApprovedOutbound',
  status: { status: 'Active', sparkReady: false },
  firewallSku: 'Standard',
  networkId: 'n-1',
  changeableIsolationModes: [],
  outboundRules: {
    hf: { type: 'FQDN', destination: 'a.example, b.example', category: 'UserDefined', status: 'Active' },
  },
}

describe('any JSON at all', () => {
  /** A good body with one part replaced: what a new version or a broken proxy might send. */
  function broken(good: unknown): fc.Arbitrary<unknown> {
    const paths = pathsOf(good)
    return fc
      .record({ path: fc.constantFrom(...paths), value: fc.oneof(fc.jsonValue(), fc.constant(undefined)) })
      .map(({ path, value }) => replaced(good, path, value))
  }

  it('never makes the reading of a workspace or a rule throw', () => {
    const bodies = fc.oneof(broken(workspaceBody('ws-a', network, { hubResourceId: null })), fc.jsonValue())
    fc.assert(
      fc.property(bodies, body => {
        const workspace = workspaceOf(body)
        expect(
          workspace === undefined || workspace.network.rules.every(rule => typeof rule.status === 'string'),
        ).toBe(true)
        expect(typeof ruleOf('r', body).type).toBe('string')
        pageOf(body)
        namedRuleOf(body)
        subscriptionIdOf(body)
      }),
      { numRuns: 500 },
    )
  })

  it('never makes the reading of an answer throw', () => {
    const good = {
      status: 'Failed',
      ...armError('A', 'B.', { details: [{ code: 'C', message: 'D' }], innererror: {} }),
    }
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom('3', 'Tue, 03 Nov 2026 10:00:00 GMT', '-1', 'https://x.example'),
    )
    const answers = fc.record({
      status: fc.integer({ min: 100, max: 599 }),
      body: fc.oneof(broken(good), fc.jsonValue(), fc.constant(undefined)),
      headers: fc.dictionary(
        fc.constantFrom('retry-after', 'date', 'location', 'azure-asyncoperation'),
        words,
      ),
    })
    fc.assert(
      fc.property(
        answers,
        fc.constantFrom('status' as const, 'location' as const),
        ({ status, body, headers }, kind) => {
          const answer: ArmAnswer = { status, body, header: name => headers[name] }
          expect(typeof statusOf(kind, answer).ok).toBe('boolean')
          expect(acceptedOf(answer, '2025-06-01').retryAfterSeconds ?? 0).toBeGreaterThanOrEqual(0)
          const trouble = troubleOf(answer)
          expect('message' in trouble ? [...trouble.message].length : 0).toBeLessThanOrEqual(300)
        },
      ),
      { numRuns: 500 },
    )
  })
})

type Path = readonly (string | number)[]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...path, key]))]
}

function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined || typeof value !== 'object' || value === null) return by
  const entries = Object.entries(value).map(([name, each]) => [
    name,
    name === key ? replaced(each, rest, by) : each,
  ])
  return Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries)
}
