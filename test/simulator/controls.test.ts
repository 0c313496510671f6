import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { issueToken } from '../../src/simulator/token.ts'
import { fqdnBody, prod, simulatedArm, workspaces } from './simulated-arm.ts'

describe('who may ask', () => {
  it.each([
    ['no token', null],
    ['a token of somebody else', 'eyJhbGciOiJub25lIn0.e30.'],
    ['a token with another payload', `simulated.${Buffer.from('{}').toString('base64url')}.c2ln`],
    [
      'a token for another principal than the one that was signed',
      [
        ...issueToken('x', 0).access_token.split('.').slice(0, 2),
        issueToken('y', 0).access_token.split('.')[2],
      ].join('.'),
    ],
    ['a token with a tail', `${issueToken('x', 0).access_token}.more`],
  ])('is not one with %s', async (_title, token) => {
    const arm = await simulatedArm()
    const reply = await arm.get(prod, { token })
    expect(reply.status).toBe(401)
    expect(reply.at('error.code')).toMatch(/^(AuthenticationFailed|InvalidAuthenticationToken)$/)
    expect(reply.headers.get('www-authenticate')).toBe('Bearer')
  })

  it('is one with a token of any simulator, for whichever principal, however old', async () => {
    const arm = await simulatedArm()
    const other = await simulatedArm()
    const mine = await arm.get('/_sim/token?oid=d0000000-0000-4000-8000-00000000000d')
    const token = mine.at('access_token') as string
    expect(Number(mine.at('expires_on'))).toBe(arm.now() / 1000 + 3600)
    expect(mine.at('token_type')).toBe('Bearer')
    expect(token).not.toBe(other.token)
    other.wait(100_000)
    expect((await other.get(prod, { token })).status).toBe(200)
  })
})

describe('the controls', () => {
  it('tell every request that reached ARM, refused ones too, and not themselves', async () => {
    const arm = await simulatedArm()
    await arm.get(prod, { token: null })
    await arm.put(`${prod}/outboundRules/abc`, fqdnBody('docker.io'))
    await arm.get(`${workspaces}?kind=Hub`)
    expect(await arm.calls()).toEqual([
      { method: 'GET', path: prod, query: { 'api-version': '2025-06-01' }, status: 401, at: arm.now() },
      {
        method: 'PUT',
        path: `${prod}/outboundRules/abc`,
        query: { 'api-version': '2025-06-01' },
        status: 202,
        at: arm.now(),
        body: fqdnBody('docker.io'),
      },
      {
        method: 'GET',
        path: workspaces,
        query: { kind: 'Hub', 'api-version': '2025-06-01' },
        status: 200,
        at: arm.now(),
      },
    ])
  })

  it('put the tenant back as it was, without calls or faults', async () => {
    const arm = await simulatedArm()
    const before = (await arm.get(prod)).body
    const put = await arm.put(`${prod}/outboundRules/abc`, fqdnBody('docker.io'))
    await arm.faults({ times: 9, fault: { is: 'status', status: 500 } })
    expect((await arm.post('/_sim/reset')).status).toBe(204)
    expect(await arm.calls()).toEqual([])
    expect((await arm.get(prod)).body).toEqual(before)
    expect((await arm.poll(put)).status).toBe(404)
  })

  it.each([
    ['GET', '/_sim/nothing'],
    ['DELETE', '/_sim/calls'],
    ['GET', '/_sim/calls?since=1'],
  ])('refuse what they do not know: %s %s', async (method, path) => {
    const arm = await simulatedArm()
    expect((await arm.ask(method, path)).status).toBeGreaterThanOrEqual(400)
  })

  it.each([
    ['another host in the request', { host: 'gatehouse.example' }],
    ['a web page as its origin', { origin: 'https://gatehouse.example' }],
  ])('refuse %s', async (_title, headers) => {
    const arm = await simulatedArm()
    const status = await new Promise(resolve => {
      const sent = request(`${arm.simulator.url}/_sim/reset`, { method: 'POST', headers }, response => {
        response.resume()
        resolve(response.statusCode)
      })
      sent.end()
    })
    expect(status).toBe(403)
  })
})
