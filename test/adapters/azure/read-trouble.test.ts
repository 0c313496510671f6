import { afterEach, describe, expect, it } from 'vitest'
import { armError, fakeArm, gatewayAt, secret, type Told, workspaceBody, workspaceId } from './fake-arm.ts'

const approved = {
  isolationMode: 'AllowOnlyApprovedOutbound',
  status: { status: 'Active', sparkReady: true },
}
const id = workspaceId('ws-prod')

let close = async () => {}
afterEach(() => close())

async function arm(workspace: Told, rules: Told = { status: 200, body: { value: [] } }) {
  const fake = await fakeArm(asked => (asked.path.endsWith('/outboundRules') ? rules : workspace))
  close = fake.close
  return fake
}

describe('a read that goes wrong', () => {
  it.each<[string, Told, unknown]>([
    ['a 404', { status: 404, body: armError('ResourceNotFound', 'No.') }, { is: 'not-found' }],
    ['a 401', { status: 401 }, { is: 'unauthenticated' }],
    [
      'a 403',
      { status: 403, body: armError('AuthorizationFailed', 'No role.') },
      { is: 'forbidden', message: 'No role.' },
    ],
    [
      'a 400',
      { status: 400, body: armError('BadRequest', 'Wrong.') },
      { is: 'refused', code: 'BadRequest', message: 'Wrong.' },
    ],
    ['a body that is no JSON', { status: 200, body: '<html>' }, { is: 'not-understood' }],
    ['a JSON null', { status: 200, body: 'null' }, { is: 'not-understood' }],
    ['a list in the place of a workspace', { status: 200, body: [] }, { is: 'not-understood' }],
    ['another workspace', { status: 200, body: workspaceBody('ws-other') }, { is: 'not-understood' }],
    ['a redirect', { status: 307, headers: { location: '/elsewhere' } }, { is: 'not-understood' }],
    [
      'an error page',
      { status: 502, body: '<html>bad gateway' },
      { is: 'unavailable', message: 'Azure answered HTTP 502.' },
    ],
    ['a 408', { status: 408 }, { is: 'timed-out' }],
  ])('says what %s means', async (_name, told, trouble) => {
    const fake = await arm(told)
    const answer = await gatewayAt(fake.url).read(id)
    expect(answer).toMatchObject({ ok: false, trouble })
    expect(JSON.stringify(answer)).not.toContain(secret)
  })

  it('tries a failing read again', async () => {
    const failures = new Set<string>()
    const fake = await fakeArm(({ path }) => {
      if (failures.has(path))
        return { status: 200, body: path === id ? workspaceBody('ws-prod', approved) : { value: [] } }
      failures.add(path)
      return path === id ? 'reset' : { status: 500 }
    })
    close = fake.close
    expect(await gatewayAt(fake.url).read(id)).toMatchObject({ ok: true })
    expect(fake.asked).toHaveLength(4)
  })

  it.each<[Told]>([['reset'], ['truncate']])(
    'says that Azure is unavailable after %s, without an address',
    async told => {
      const fake = await arm(told)
      const answer = await gatewayAt(fake.url).read(id)
      expect(answer).toMatchObject({ ok: false, trouble: { is: 'unavailable' } })
      expect(JSON.stringify(answer)).not.toContain('127.0.0.1')
    },
  )

  it('says that nobody listens', async () => {
    const fake = await arm('hang')
    await fake.close()
    expect(await gatewayAt(fake.url).read(id)).toEqual({
      ok: false,
      trouble: { is: 'unavailable', message: 'The connection to Azure failed (ECONNREFUSED).' },
    })
  })

  it('gives up where no answer comes in time', async () => {
    const fake = await arm('hang')
    const answer = await gatewayAt(fake.url, { readTimeoutMs: 60 }).read(id)
    expect(answer).toEqual({ ok: false, trouble: { is: 'timed-out' } })
  })

  it('says at once that it is throttled where Azure asks for a longer wait than there is time', async () => {
    const fake = await arm(
      { status: 429, headers: { 'retry-after': '170' } },
      { status: 503, headers: { 'retry-after': '999' } },
    )
    const answer = await gatewayAt(fake.url, { readTimeoutMs: 160_000 }).read(id)
    expect(answer).toEqual({ ok: false, trouble: { is: 'throttled', retryAfterSeconds: 170 } })
    expect(fake.asked).toHaveLength(2)
  })

  it('says what Azure said last where the time ends during the wait before a retry', async () => {
    const fake = await arm({ status: 500 })
    const retry = { maxRetries: 3, retryDelayInMs: 60_000, maxRetryDelayInMs: 60_000 }
    const answer = await gatewayAt(fake.url, { readTimeoutMs: 2000, retry }).read(id)
    expect(answer).toMatchObject({ ok: false, trouble: { is: 'unavailable' } })
  })

  it('assumes 30 seconds where a throttled answer names none', async () => {
    const fake = await arm({ status: 429 })
    expect(await gatewayAt(fake.url).read(id)).toEqual({
      ok: false,
      trouble: { is: 'throttled', retryAfterSeconds: 30 },
    })
  })
})

describe('a credential that fails', () => {
  const throwing = {
    getToken: async () => {
      throw new Error(`ManagedIdentityCredential: no identity. Bearer ${secret}`)
    },
  }

  it.each([
    ['throws', throwing],
    ['has no token', { getToken: async () => null }],
  ])('is told as unauthenticated where it %s, and Azure is not asked', async (_name, credential) => {
    const fake = await arm({ status: 200 })
    const log: unknown[] = []
    const gateway = gatewayAt(fake.url, { credential, log: entry => log.push(entry) })
    expect(await gateway.read(id)).toEqual({ ok: false, trouble: { is: 'unauthenticated' } })
    expect(fake.asked).toEqual([])
    expect(log).toContainEqual({ call: `GET ${id}`, trouble: 'unauthenticated', detail: expect.any(String) })
    expect(JSON.stringify(log)).not.toContain(secret)
  })

  it('is told as a time-out where it never answers', async () => {
    const fake = await arm({ status: 200 })
    const credential = { getToken: () => new Promise<never>(() => {}) }
    const answer = await gatewayAt(fake.url, { credential, readTimeoutMs: 50 }).read(id)
    expect(answer).toEqual({ ok: false, trouble: { is: 'timed-out' } })
  })
})
