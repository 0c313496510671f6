import { describe, expect, it } from 'vitest'
import { fqdnBody, prod, simulatedArm } from './simulated-arm.ts'

const rule = (name: string) => `${prod}/outboundRules/${name}`
const patient = { timeout: 20_000, interval: 10 }

describe('a queued fault', () => {
  it.each([
    [401, 'ExpiredAuthenticationToken'],
    [403, 'AuthorizationFailed'],
    [404, 'ResourceNotFound'],
    [409, 'Conflict'],
    [429, 'TooManyRequests'],
    [500, 'InternalServerError'],
    [503, 'ServiceUnavailable'],
  ])('answers %i %s once, does nothing else, and is then used up', async (status, code) => {
    const arm = await simulatedArm()
    await arm.faults({ fault: { is: 'status', status } })
    const put = await arm.put(rule('abc'), fqdnBody('docker.io'))
    expect([put.status, put.at('error.code')]).toEqual([status, code])
    expect(put.headers.has('retry-after')).toBe(false)
    expect((await arm.get(rule('abc'))).status).toBe(404)
    expect(await arm.calls()).toMatchObject([
      { method: 'PUT', status },
      { method: 'GET', status: 404 },
    ])
  })

  it('says the code, message, Retry-After and additional information that it was given', async () => {
    const arm = await simulatedArm()
    const info = [{ type: 'PolicyViolation', info: { policyDefinitionDisplayName: 'No docker.io' } }]
    await arm.faults({
      fault: {
        is: 'status',
        status: 403,
        code: 'RequestDisallowedByPolicy',
        message: 'Disallowed.',
        retryAfter: 7,
        additionalInfo: info,
      },
    })
    const put = await arm.put(rule('abc'), fqdnBody('docker.io'))
    expect(put.body).toEqual({
      error: { code: 'RequestDisallowedByPolicy', message: 'Disallowed.', additionalInfo: info },
    })
    expect(put.headers.get('retry-after')).toBe('7')
  })

  it('waits for a request of its method and path, as often as it says, in the order of the queue', async () => {
    const arm = await simulatedArm()
    await arm.faults(
      { match: { method: 'put' }, times: 2, fault: { is: 'status', status: 500 } },
      { match: { method: 'PUT', pathContains: 'outboundRules/abc' }, fault: { is: 'status', status: 429 } },
    )
    expect((await arm.get(prod)).status).toBe(200)
    expect((await arm.put(rule('abc'), fqdnBody('docker.io'))).status).toBe(500)
    expect((await arm.put(rule('abc'), fqdnBody('docker.io'))).status).toBe(500)
    expect((await arm.put(rule('other'), fqdnBody('docker.io'))).status).toBe(202)
    expect((await arm.put(rule('abc'), fqdnBody('docker.io'))).status).toBe(429)
    expect((await arm.get('/_sim/faults')).body).toEqual({ faults: [] })
  })

  it('may lose the answer to a change that lands all the same', async () => {
    const arm = await simulatedArm()
    await arm.faults({ fault: { is: 'status', status: 500, lands: true } })
    expect((await arm.put(rule('abc'), fqdnBody('docker.io'))).status).toBe(500)
    expect(await arm.ruleStatus(prod, 'abc')).toBe('Provisioning')
  })

  it('slows an answer, which is the true one', async () => {
    const arm = await simulatedArm()
    await arm.faults({ fault: { is: 'slow', ms: 20 } })
    expect((await arm.get(prod)).at('name')).toBe('ws-prod')
    expect((await arm.get('/_sim/faults')).body).toEqual({ faults: [] })
  })

  it('slows a change, which lands although its client has given up', async () => {
    const arm = await simulatedArm()
    await arm.faults({ match: { method: 'PUT' }, fault: { is: 'slow', ms: 300 } })
    const client = new AbortController()
    const put = expect(
      arm.put(rule('abc'), fqdnBody('docker.io'), { signal: client.signal }),
    ).rejects.toThrow(/aborted/)
    await expect.poll(async () => (await arm.calls()).length, patient).toBe(1)
    client.abort()
    await put
    await expect.poll(() => arm.ruleStatus(prod, 'abc'), patient).toBe('Provisioning')
  })

  it.each([
    ['not carried out', undefined, 404],
    ['carried out when it says so', true, 200],
  ])('leaves a request without an answer, %s', async (_title, lands, then) => {
    const arm = await simulatedArm()
    await arm.faults({ match: { method: 'PUT' }, fault: { is: 'hang', ...(lands ? { lands } : {}) } })
    const client = new AbortController()
    const put = expect(
      arm.put(rule('abc'), fqdnBody('docker.io'), { signal: client.signal }),
    ).rejects.toThrow(/aborted/)
    await expect.poll(async () => (await arm.calls()).length, patient).toBe(1)
    client.abort()
    await put
    expect((await arm.get(rule('abc'))).status).toBe(then)
    expect(await arm.calls()).toMatchObject([{ method: 'PUT', status: null }, { method: 'GET' }])
  })

  it.each([
    ['not carried out', undefined, 404],
    ['carried out when it says so', true, 200],
  ])('breaks the connection of a request, %s', async (_title, lands, then) => {
    const arm = await simulatedArm()
    await arm.faults({ match: { method: 'PUT' }, fault: { is: 'reset', ...(lands ? { lands } : {}) } })
    await expect(arm.put(rule('abc'), fqdnBody('docker.io'))).rejects.toThrow(/fetch failed/)
    expect((await arm.get(rule('abc'))).status).toBe(then)
  })

  it('does not keep the simulator from closing', async () => {
    const arm = await simulatedArm()
    await arm.faults({ fault: { is: 'hang' } }, { fault: { is: 'slow', ms: 600_000 } })
    const waiting = [arm.get(prod), arm.get(prod)].map(each => expect(each).rejects.toThrow(/fetch failed/))
    await expect.poll(async () => (await arm.calls()).length, patient).toBe(2)
    await arm.close()
    await Promise.all(waiting)
  })

  it.each([
    ['no list', { fault: { is: 'hang' } }],
    ['a fault that is not known', [{ fault: { is: 'fire' } }]],
    ['a status that is not among them', [{ fault: { is: 'status', status: 418 } }]],
    ['an unknown field of a fault', [{ fault: { is: 'slow', ms: 1, seconds: 1 } }]],
    ['an unknown field of a match', [{ match: { verb: 'PUT' }, fault: { is: 'hang' } }]],
    ['an unknown field beside the fault', [{ fault: { is: 'hang' }, delay: 3 }]],
    ['a missing field', [{ fault: { is: 'operation-fails', code: 'X' } }]],
    ['none at all', [{ times: 1 }]],
    ['never', [{ times: 0, fault: { is: 'hang' } }]],
    ['no body', undefined],
  ])('is refused, and the others of its list with it: %s', async (_title, body) => {
    const arm = await simulatedArm()
    const list = Array.isArray(body) ? [{ fault: { is: 'status', status: 500 } }, ...body] : body
    const reply = await arm.post('/_sim/faults', list)
    expect([reply.status, reply.at('error.code')]).toEqual([400, 'InvalidFaults'])
    expect((await arm.get(prod)).status).toBe(200)
  })
})
