import { afterEach, describe, expect, it, vi } from 'vitest'
import { cloudCredential, simulatorCredential } from '../../../src/adapters/azure/credentials.ts'
import { fakeArm, gatewayAt, type Told, workspaceBody, workspaceId } from './fake-arm.ts'

let close = async () => {}
afterEach(async () => {
  vi.unstubAllEnvs()
  await close()
})

async function identity(told: Told) {
  const fake = await fakeArm(() => told)
  close = fake.close
  return fake
}

const token = { access_token: 'a-token', expires_on: '1793700000' }

describe("the simulator's credential", () => {
  it('brings its token, with the expiry in milliseconds', async () => {
    const fake = await identity({ status: 200, body: token })
    expect(await simulatorCredential(fake.url).getToken('any')).toEqual({
      token: 'a-token',
      expiresOnTimestamp: 1_793_700_000_000,
    })
    expect(fake.asked[0]).toMatchObject({ method: 'GET', path: '/_sim/token' })
  })

  it.each<[string, Told]>([
    ['an error', { status: 500, body: { error: 'x' } }],
    ['a broken connection', 'reset'],
    ['a token without end', { status: 200, body: { access_token: 'a-token' } }],
  ])('makes the gateway say unauthenticated after %s', async (_name, told) => {
    const fake = await identity(told)
    const gateway = gatewayAt(fake.url, { credential: simulatorCredential(fake.url) })
    expect(await gateway.read(workspaceId('ws-a'))).toEqual({ ok: false, trouble: { is: 'unauthenticated' } })
  })

  it('stops asking when the call that needs it ends', async () => {
    const fake = await identity('hang')
    const signal = AbortSignal.timeout(50)
    await expect(simulatorCredential(fake.url).getToken('any', { abortSignal: signal })).rejects.toThrow()
  })
})

describe('an endpoint', () => {
  it.each([
    'https://management.azure.com',
    'http://10.0.0.4:8080',
    'https://127.0.0.1',
    'http://localhost.evil.example',
  ])('that is not loopback (%s) is refused at once', endpoint => {
    expect(() => simulatorCredential(endpoint)).toThrow('loopback')
    expect(() => gatewayAt(endpoint)).toThrow('loopback')
  })

  it('is reached directly where the machine has a proxy', async () => {
    const proxy = await fakeArm(() => ({ status: 500 }))
    for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY']) vi.stubEnv(name, proxy.url)
    vi.stubEnv('NO_PROXY', '')
    const rules = { status: 200, body: { value: [] } }
    const fake = await fakeArm(asked =>
      asked.path.endsWith('/outboundRules') ? rules : { status: 200, body: workspaceBody('ws-a') },
    )
    close = fake.close
    const gateway = gatewayAt(fake.url)
    expect(await gateway.read(workspaceId('ws-a'))).toMatchObject({ ok: true })
    expect(await gateway.deleteRule(workspaceId('ws-a'), 'hf')).toMatchObject({ ok: true })
    expect(proxy.asked).toEqual([])
    await proxy.close()
  })
})

describe("the cloud's credential", () => {
  it('asks the managed identity that the client id names, once for many tokens', async () => {
    const expires_on = Math.floor(Date.now() / 1000) + 86_400
    const fake = await identity({ status: 200, body: { ...token, expires_on, token_type: 'Bearer' } })
    vi.stubEnv('IDENTITY_ENDPOINT', `${fake.url}/msi`)
    vi.stubEnv('IDENTITY_HEADER', 'header-secret')
    const credential = cloudCredential('11111111-2222-3333-4444-555555555555')
    const scope = 'https://management.azure.com/.default'
    expect(await credential.getToken(scope)).toMatchObject({ token: 'a-token' })
    await credential.getToken(scope)
    expect(fake.asked).toHaveLength(1)
    expect(fake.asked[0]?.query).toMatchObject({
      resource: 'https://management.azure.com',
      client_id: '11111111-2222-3333-4444-555555555555',
    })
  })
})
