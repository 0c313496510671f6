import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OperationHandle } from '../../../src/workspace/gateway.ts'
import { fakeArm, gatewayAt, polled } from './fake-arm.ts'

const host = 'https://management.azure.com'
const viaLocation = { location: `${host}/operations/1` }
const gone = { ok: true, value: { is: 'gone' } }
const succeeded = { ok: true, value: { is: 'succeeded' } }

describe('the address to poll', () => {
  it('keeps its api-version, and gets one where it has none (azapi#498)', async () => {
    const location = (url: string) => ({ location: `${host}/operations/1${url}` })
    const with_ = await polled(location('?API-Version=2024-04-01&type=x'), { status: 204 })
    expect(with_.polls[0]?.query).toEqual({ 'API-Version': '2024-04-01', type: 'x' })
    const without = await polled(location('?type=x'), { status: 204 })
    expect(without.polls[0]?.query).toEqual({ type: 'x', 'api-version': '2025-06-01' })
  })

  it.each([
    ['another host', { location: 'https://evil.example/operations/1' }],
    ['plain http', { location: 'http://management.azure.com/operations/1' }],
    ['a relative address', { location: '/operations/1' }],
    ['none', {}],
  ])('that is %s leaves reading back as the way to know', async (_name, headers) => {
    const { answer, polls } = await polled(headers, { status: 204 })
    expect(answer).toEqual(gone)
    expect(polls).toEqual([])
  })

  it('takes an HTTP date for the wait, measured against the date of the answer', async () => {
    const headers = { date: 'Tue, 03 Nov 2026 10:00:00 GMT', 'retry-after': 'Tue, 03 Nov 2026 10:01:30 GMT' }
    const { answer } = await polled(viaLocation, { status: 202, headers })
    expect(answer).toEqual({ ok: true, value: { is: 'running', retryAfterSeconds: 90 } })
  })
})

describe('a stored handle', () => {
  it('is asked for at Azure or nowhere, whatever the text', async () => {
    const fake = await fakeArm(() => ({ status: 404 }))
    const gateway = gatewayAt(fake.url)
    const url = fc.oneof(
      fc.webUrl(),
      fc.constantFrom(`${fake.url}/x`, `${host}:8443/x`, `${host}@evil.example/`, ''),
    )
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({ kind: fc.constantFrom('status', 'location', 'other'), url })
        .map(each => JSON.stringify(each)),
    )
    await fc.assert(
      fc.asyncProperty(texts, async text => {
        expect(await gateway.poll(text as OperationHandle)).toMatchObject({
          ok: false,
          trouble: { is: 'not-understood' },
        })
      }),
    )
    expect(fake.asked).toEqual([])
    await fake.close()
  })

  it('comes back as the address that Azure gave, through any address', async () => {
    const path = fc.array(fc.stringMatching(/^[A-Za-z0-9_=-]{1,30}$/), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(path, async segments => {
        const location = `${host}/${segments.join('/')}?t=${segments.join('')}`
        const { answer, polls } = await polled({ location }, { status: 204 })
        expect(answer).toEqual(succeeded)
        expect(polls[0]?.path).toBe(`/${segments.join('/')}`)
        expect(polls[0]?.query.t).toBe(segments.join(''))
      }),
      { numRuns: 15 },
    )
  })
})
