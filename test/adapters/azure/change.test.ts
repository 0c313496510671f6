import { afterEach, describe, expect, it } from 'vitest'
import type { GatewayAnswer, OperationHandle, WorkspaceGateway } from '../../../src/workspace/gateway.ts'
import type { WorkspaceId } from '../../../src/workspace/workspace-id.ts'
import { armError, fakeArm, gatewayAt, type Told, workspaceId } from './fake-arm.ts'

const id = workspaceId('ws-prod')
const statusUrl =
  'https://management.azure.com/subscriptions/sub-1/providers/Microsoft.MachineLearningServices/locations/westeurope/workspaceOperationsStatus/op-1'

let close = async () => {}
afterEach(() => close())

async function arm(...told: readonly Told[]) {
  const fake = await fakeArm((_asked, nth) => told[nth - 1] ?? { status: 418 })
  close = fake.close
  return fake
}

function handleOf(answer: GatewayAnswer<{ readonly operation?: OperationHandle }>): OperationHandle {
  if (!answer.ok || answer.value.operation === undefined) throw new Error('There is no operation.')
  return answer.value.operation
}

describe('putting a rule', () => {
  it('sends all hosts in one rule, and hands out what a later process needs', async () => {
    const headers = { location: statusUrl, 'retry-after': '15', 'x-ms-correlation-request-id': 'c-1' }
    const fake = await arm({ status: 202, headers }, { status: 200, body: { status: 'Succeeded' } })
    const answer = await gatewayAt(fake.url).putFqdnRule(id, 'hf models', ['huggingface.co', '*.hf.co'])
    expect(fake.asked[0]).toMatchObject({ method: 'PUT', path: `${id}/outboundRules/hf%20models` })
    expect(fake.asked[0]?.query['api-version']).toBe('2025-06-01')
    expect(fake.asked[0]?.headers['content-type']).toBe('application/json')
    expect(JSON.parse(fake.asked[0]?.body ?? '')).toEqual({
      properties: { type: 'FQDN', destination: 'huggingface.co,*.hf.co', category: 'UserDefined' },
    })
    expect(answer).toMatchObject({ ok: true, value: { retryAfterSeconds: 15, correlationId: 'c-1' } })
    const other = gatewayAt(fake.url, { apiVersion: '2024-10-01' })
    expect(await other.poll(handleOf(answer))).toEqual({ ok: true, value: { is: 'succeeded' } })
    expect(fake.asked[1]?.query['api-version']).toBe('2025-06-01')
  })

  it('is done at once where Azure answers 200 without an operation', async () => {
    const fake = await arm({ status: 200, body: {}, headers: { location: statusUrl } })
    expect(await gatewayAt(fake.url).putFqdnRule(id, 'hf', ['a.example'])).toEqual({ ok: true, value: {} })
  })

  it.each<[string, Told, unknown]>([
    [
      'a 500',
      { status: 500, body: armError('InternalError', 'Oops.') },
      { is: 'unavailable', message: 'Oops.' },
    ],
    ['a 503', { status: 503, headers: { 'retry-after': '0' } }, { is: 'unavailable' }],
    ['a 429', { status: 429, headers: { 'retry-after': '0' } }, { is: 'throttled', retryAfterSeconds: 0 }],
    ['a broken connection', 'reset', { is: 'unavailable' }],
    ['silence', 'hang', { is: 'timed-out' }],
    ['a redirect', { status: 307, headers: { location: '/elsewhere' } }, { is: 'not-understood' }],
    ['a 409', { status: 409, body: armError('Conflict', 'An operation is running.') }, { is: 'busy' }],
  ])('is sent once whatever happens: %s', async (_name, told, trouble) => {
    const fake = await arm(told, { status: 200 })
    const gateway = gatewayAt(fake.url, told === 'hang' ? { timeoutMs: 1000 } : {})
    expect(await gateway.putFqdnRule(id, 'hf', ['a.example'])).toMatchObject({ ok: false, trouble })
    expect(fake.asked).toHaveLength(1)
  })

  it('uses no connection that the server may be closing', async () => {
    const fake = await arm({ status: 200 }, { status: 200 })
    const gateway = gatewayAt(fake.url)
    await gateway.putFqdnRule(id, 'hf', ['a.example'])
    expect(fake.asked[0]?.headers.connection).toBe('close')
  })
})

describe('names that would change the path', () => {
  const calls: readonly [string, (gateway: WorkspaceGateway) => Promise<unknown>][] = [
    ['a rule ".."', gateway => gateway.deleteRule(id, '..')],
    ['a rule "."', gateway => gateway.deleteRule(id, '.')],
    ['a rule without a name', gateway => gateway.deleteRule(id, '')],
    ['a rule that is no Unicode', gateway => gateway.putFqdnRule(id, '\ud800', ['a.example'])],
    ['a workspace ".."', gateway => gateway.provision(workspaceId('..'), { includeSpark: false })],
    ['an id that is none', gateway => gateway.deleteRule('nonsense' as WorkspaceId, 'hf')],
  ]
  it.each(calls)('%s is refused before anything is sent', async (_name, call) => {
    const fake = await arm({ status: 200 })
    expect(await call(gatewayAt(fake.url))).toMatchObject({ ok: false, trouble: { is: 'refused' } })
    expect(fake.asked).toEqual([])
  })

  it('a system rule, a slash and a percent sign stay one segment', async () => {
    const fake = await arm({ status: 204 })
    await gatewayAt(fake.url).deleteRule(id, '__SYS_ST_A.b/../%2e?x#y')
    expect(fake.asked[0]?.path).toBe(`${id}/outboundRules/__SYS_ST_A.b%2F..%2F%252e%3Fx%23y`)
  })
})

describe('deleting a rule', () => {
  it.each<[string, Told]>([
    ['204', { status: 204 }],
    ['200', { status: 200 }],
    ['404', { status: 404, body: armError('ResourceNotFound', 'No such rule.') }],
  ])('is success after %s', async (_name, told) => {
    const fake = await arm(told)
    expect(await gatewayAt(fake.url).deleteRule(id, 'hf')).toEqual({ ok: true, value: {} })
    expect(fake.asked[0]).toMatchObject({ method: 'DELETE', body: '' })
  })

  it('is not success where the workspace itself is missing', async () => {
    const fake = await arm({ status: 404, body: armError('ParentResourceNotFound', 'No such workspace.') })
    expect(await gatewayAt(fake.url).deleteRule(id, 'hf')).toEqual({
      ok: false,
      trouble: { is: 'not-found' },
    })
  })
})

describe('provisioning', () => {
  it('always sends a body', async () => {
    const fake = await arm({ status: 202, headers: { location: statusUrl } })
    const answer = await gatewayAt(fake.url).provision(id, { includeSpark: false })
    expect(fake.asked[0]).toMatchObject({
      method: 'POST',
      path: `${id}/provisionManagedNetwork`,
      body: '{"includeSpark":false}',
    })
    expect(handleOf(answer)).toContain(statusUrl)
  })

  it('is done at once where the network is up already', async () => {
    const fake = await arm({ status: 200, body: { status: 'Active', sparkReady: false } })
    expect(await gatewayAt(fake.url).provision(id, { includeSpark: false })).toEqual({ ok: true, value: {} })
  })
})
