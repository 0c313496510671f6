import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { simulatorCredential } from '../../../src/adapters/azure/credentials.ts'
import { builtInTenant, type Simulator, startSimulator } from '../../../src/simulator/simulator.ts'
import type { Accepted, GatewayAnswer, OperationHandle } from '../../../src/workspace/gateway.ts'
import type { Workspace } from '../../../src/workspace/managed-network.ts'
import { parseWorkspaceId, type WorkspaceId } from '../../../src/workspace/workspace-id.ts'
import { gatewayAt } from './fake-arm.ts'

let now = 0
let simulator: Simulator

beforeEach(async () => {
  now = Date.UTC(2026, 10, 3, 10)
  let ids = 0
  const newId = () => `id-${++ids}`
  simulator = await startSimulator({ tenant: builtInTenant, clock: { now: () => now }, newId, pageSize: 2 })
})
afterEach(() => simulator.close())

function gateway() {
  const credential = simulatorCredential(simulator.url)
  return gatewayAt(simulator.url, { subscriptionIds: 'all-visible', credential })
}

function idOf(name: string): WorkspaceId {
  const id = parseWorkspaceId(builtInTenant.workspaces.find(each => each.name === name)?.id ?? '')
  if (id === undefined) throw new Error(`The tenant has no ${name}.`)
  return id
}

function took<T>(answer: GatewayAnswer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.trouble))
  return answer.value
}

function handleOf(answer: GatewayAnswer<Accepted>): OperationHandle {
  const { operation } = took(answer)
  if (operation === undefined) throw new Error('The change was done at once.')
  return operation
}

async function rule(name: string, of = 'ws-prod') {
  return took(await gateway().read(idOf(of))).network.rules.find(each => each.name === name)
}

async function fault(...faults: readonly object[]) {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${simulator.url}/_sim/faults`, {
    method: 'POST',
    headers,
    body: JSON.stringify(faults),
  })
  expect(response.status).toBe(200)
}

async function writes(): Promise<number> {
  const response = await fetch(`${simulator.url}/_sim/calls`)
  const { calls } = (await response.json()) as { readonly calls: readonly { readonly method: string }[] }
  return calls.filter(each => each.method !== 'GET').length
}

const put = () => gateway().putFqdnRule(idOf('ws-prod'), 'gatehouse-hf', ['docker.io', '*.docker.io'])

describe('against the simulated Azure', () => {
  it('lists every workspace, page by page', async () => {
    const { workspaces, unread } = took(await gateway().list())
    expect(workspaces.map(each => each.name)).toEqual(builtInTenant.workspaces.map(each => each.name))
    expect(unread).toEqual([])
  })

  it('reads each workspace as the list shows it', async () => {
    const sorted = (workspace: Workspace) => workspace.network.rules.map(each => each.name).sort()
    for (const listed of took(await gateway().list()).workspaces) {
      const read = took(await gateway().read(listed.id))
      expect({ ...read, network: { ...read.network, rules: sorted(read) } }).toEqual({
        ...listed,
        network: { ...listed.network, rules: sorted(listed) },
      })
    }
    expect(await rule('docker-login', 'ws-staging')).toMatchObject({
      status: 'Failed',
      error: expect.any(String),
    })
    expect(took(await gateway().read(idOf('genai-playground'))).hubId).toBe(idOf('genai-hub'))
  })

  it('puts a rule that another process sees through to its end', async () => {
    const answer = await put()
    expect(took(answer)).toMatchObject({ retryAfterSeconds: 1, correlationId: expect.any(String) })
    const operation = handleOf(answer)
    expect(await gateway().poll(operation)).toEqual({
      ok: true,
      value: { is: 'running', retryAfterSeconds: 1 },
    })
    expect(await rule('gatehouse-hf')).toMatchObject({ status: 'Provisioning' })
    now += 3_600_000
    expect(await gateway().poll(operation)).toEqual({ ok: true, value: { is: 'succeeded' } })
    expect(await rule('gatehouse-hf')).toEqual({
      name: 'gatehouse-hf',
      type: 'FQDN',
      category: 'UserDefined',
      status: 'Active',
      destinations: ['docker.io', '*.docker.io'],
    })
    expect(took(await put()).operation).toBeUndefined()
  })

  it('provisions a network', async () => {
    const provision = () => gateway().provision(idOf('ws-research'), { includeSpark: false })
    const operation = handleOf(await provision())
    expect(await gateway().poll(operation)).toMatchObject({ value: { is: 'running' } })
    now += 3_600_000
    expect(await gateway().poll(operation)).toEqual({ ok: true, value: { is: 'succeeded' } })
    const { network } = took(await gateway().read(idOf('ws-research')))
    expect(network.status).toBe('Active')
    expect(network.rules.every(each => each.status === 'Active')).toBe(true)
    expect(took(await provision()).operation).toBeUndefined()
  })

  it('deletes a rule, and a rule that is gone again', async () => {
    const remove = () => gateway().deleteRule(idOf('ws-prod'), 'hf-hub')
    handleOf(await remove())
    now += 3_600_000
    expect(await rule('hf-hub')).toBeUndefined()
    expect(await remove()).toMatchObject({ ok: true })
  })

  it('is told that another operation runs', async () => {
    await put()
    const second = await gateway().putFqdnRule(idOf('ws-prod'), 'another', ['a.example'])
    expect(second).toMatchObject({ ok: false, trouble: { is: 'busy' } })
  })

  it('tells an operation that fails after all, with its reason', async () => {
    await fault({
      fault: { is: 'operation-fails', code: 'FirewallFailed', message: 'The firewall is full.' },
    })
    const operation = handleOf(await put())
    now += 3_600_000
    expect(await gateway().poll(operation)).toEqual({
      ok: true,
      value: { is: 'failed', code: 'FirewallFailed', message: 'The firewall is full.' },
    })
  })

  it('tells that an operation cannot be asked for any more', async () => {
    const operation = handleOf(await put())
    await fault({ fault: { is: 'location-expired' } })
    expect(await gateway().poll(operation)).toEqual({ ok: true, value: { is: 'gone' } })
  })

  it('sends a change once where its answer is lost, and reads back that it landed', async () => {
    await fault({ match: { method: 'PUT' }, fault: { is: 'reset', lands: true } })
    expect(await put()).toMatchObject({ ok: false, trouble: { is: 'unavailable' } })
    expect(await writes()).toBe(1)
    expect(await rule('gatehouse-hf')).toMatchObject({ status: 'Provisioning' })
  })

  it('names the policy that forbids a change', async () => {
    const info = { policyAssignmentDisplayName: 'Only approved hosts' }
    const additionalInfo = [{ type: 'PolicyViolation', info }]
    await fault({
      match: { method: 'PUT' },
      fault: {
        is: 'status',
        status: 403,
        code: 'RequestDisallowedByPolicy',
        message: 'Disallowed.',
        additionalInfo,
      },
    })
    expect(await put()).toEqual({
      ok: false,
      trouble: {
        is: 'disallowed',
        code: 'RequestDisallowedByPolicy',
        message: 'Disallowed (Only approved hosts).',
      },
    })
  })

  it('tells the refusals of rules that the mode does not allow, and of projects', async () => {
    for (const name of ['ws-dev', 'ws-public', 'genai-playground']) {
      const answer = await gateway().putFqdnRule(idOf(name), 'hosts', ['a.example'])
      expect(answer).toMatchObject({ ok: false, trouble: { is: 'refused', code: expect.any(String) } })
    }
  })

  it('is unauthenticated with a token of another issuer', async () => {
    const stranger = gatewayAt(simulator.url, { subscriptionIds: 'all-visible' })
    expect(await stranger.read(idOf('ws-prod'))).toEqual({
      ok: false,
      trouble: { is: 'unauthenticated' },
    })
  })

  it('reads and changes nothing in a subscription that it is not configured for', async () => {
    const elsewhere = gatewayAt(simulator.url, {
      subscriptionIds: ['99999999-9999-4999-8999-999999999999'],
      credential: simulatorCredential(simulator.url),
    })
    expect(await elsewhere.read(idOf('ws-prod'))).toEqual({ ok: false, trouble: { is: 'not-found' } })
    expect(await elsewhere.putFqdnRule(idOf('ws-prod'), 'gh-test', ['docker.io'])).toMatchObject({
      ok: false,
    })
    expect(await elsewhere.provision(idOf('ws-research'), { includeSpark: false })).toMatchObject({
      ok: false,
    })
  })
})

describe('Azure Resource Graph', () => {
  it('knows workspaces by their names, within the subscriptions that are asked for', async () => {
    const credential = simulatorCredential(simulator.url)
    const find = (name: string, subscriptionIds: 'all-visible' | readonly string[] = 'all-visible') => {
      const asked = gatewayAt(simulator.url, { subscriptionIds, credential, resourceGraph: true }).find
      if (asked === undefined) throw new Error('There is no index.')
      return asked(name)
    }
    expect(took(await find('WS-Prod'))).toEqual([idOf('ws-prod')])
    expect(took(await find('ws-nowhere'))).toEqual([])
    expect(took(await find('ws-prod', ['00000000-2222-4333-8444-555555555555']))).toEqual([])
    // What could leave its text is no name, and no query is made of it.
    expect(took(await find("ws-prod' or name =~ '"))).toEqual([])
    expect(gateway().find).toBeUndefined()
  })
})
